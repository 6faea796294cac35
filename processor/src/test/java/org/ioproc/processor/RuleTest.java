package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {

  @Test
  void idsAreUniqueAndInOrder() {
    assertThat(Stream.of(Rule.values()).map(Rule::id).toList()).isInStrictOrder();
  }

  @ParameterizedTest
  @EnumSource
  void ruleAndRemedyAreSentences(Rule rule) {
    assertThat(rule.id()).matches("IOPROC-\\d\\d");
    for (String text : new String[] {rule.text(), rule.remedy()}) {
      assertWithMessage(rule.id()).that(text).matches("(?s)[A-Z\\-].*\\.");
      assertWithMessage(rule.id()).that(text).doesNotContain("|");
    }
  }

  @Test
  void rowForTheReference() {
    assertThat(Rule.HANDLER_TWICE.toMarkdown())
        .isEqualTo(
            "| IOPROC-15 | error | A message has one handler. | Remove the annotation from all"
                + " methods but one. |");
    assertThat(Rule.CODE_PREDEFINED.toMarkdown()).startsWith("| IOPROC-05 | warning | The codes ");
  }
}
