package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ioproc.processor.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules are sentences, and the reference lists them all. */
class RuleTest {

  private static final Path REFERENCE = Path.of("RULES.md");

  @Test
  void idsAreUniqueAndInOrder() {
    assertThat(Stream.of(Rule.values()).map(Rule::id).toList()).isInStrictOrder();
  }

  @ParameterizedTest
  @EnumSource
  void ruleAndRemedyAreSentences(Rule rule) {
    assertThat(rule.id()).matches("IOPROC-\\d\\d");
    for (String text : new String[] {rule.text(), rule.remedy()}) {
      assertWithMessage(rule.id()).that(text).matches("(?s)(mmio |[A-Z@\"\\-]).*\\.");
      assertWithMessage(rule.id()).that(text).doesNotContain("|");
    }
  }

  @Test
  void ruleBecomesARowOfTheReference() {
    assertThat(Rule.HANDLER_STATIC.toMarkdown())
        .isEqualTo(
            "| IOPROC-17 | error | A handler must be an instance method. | Remove \"static\". |");
    assertThat(Rule.CODE_PREDEFINED.toMarkdown()).startsWith("| IOPROC-05 | warning | \"DOS \" ");
  }

  /** {@code -Dgolden.update=true} rewrites the reference. */
  @Test
  void theReferenceHasEveryRule() throws IOException {
    String expected = reference();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(REFERENCE, expected);
    }
    assertThat(Files.readString(REFERENCE)).isEqualTo(expected);
  }

  private static String reference() {
    StringBuilder text =
        new StringBuilder(
            """
            # Rules of the annotation processor

            Each message states the broken rule, what the processor found and the remedy, and ends with the rule's id, as in `[IOPROC-14]`.
            It points to the class, method, annotation or value that breaks the rule. `@SuppressWarnings("ioproc")` on the class or on
            an enclosing class suppresses the warnings.

            | id | severity | rule | remedy |
            |---|---|---|---|
            """);
    Stream.of(Rule.values()).forEach(rule -> text.append(rule.toMarkdown()).append('\n'));
    return text.toString();
  }
}
