package org.ioproc.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import java.util.List;
import org.ioproc.processor.model.Rule;
import org.ioproc.processor.support.Expected;
import org.ioproc.processor.support.InMemory;
import org.ioproc.processor.support.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CODE_EMPTY|''|This code is \"\".",
        "CODE_EMPTY|'  '|This code is \"  \".",
        "CODE_TOO_LONG|ZIPPY|\"ZIPPY\" has 5 characters.",
        "CODE_TOO_LONG|ÄÖÜß5|\"ÄÖÜß5\" has 5 characters.",
        "CODE_TOO_LONG|😀😀😀😀5|\"😀😀😀😀5\" has 5 characters.",
        "CODE_CHARACTERS|😀|This code contains 😀 (U+1F600).",
        "CODE_CHARACTERS|ZÄP|This code contains Ä (U+00C4).",
        "CODE_CHARACTERS|ZÄPPÖ|This code contains Ä (U+00C4).",
        "CODE_CHARACTERS|A\\t|This code contains \\u0009 (U+0009).",
        "CODE_CHARACTERS|A\\u007f|This code contains \\u007F (U+007F).",
        "CODE_UNREACHABLE|Zip|\"Zip \" has lower-case letters; mmio looks for \"ZIP \".",
        "CODE_UNREACHABLE|A/B|\"A/B \" has '/'.",
        "CODE_UNREACHABLE|A\\\\B|\"A\\B \" has '\\'.",
        "CODE_UNREACHABLE|A..|\"A.. \" has '.'.",
        "CODE_UNREACHABLE|' ZIP'|\" ZIP\" begins with a space: only a name like"
            + " \"music. zip+track.wav\" selects it.",
        "CODE_UNREACHABLE|' A'|only a name like \"music. a+track.wav\" selects it.",
        "CODE_PREDEFINED|DOS|This code is \"DOS \".",
        "CODE_PREDEFINED|MEM |This code is \"MEM \"."
      })
  void wrongCodeIsReportedAtItsPlace(Rule rule, String code, String observed) {
    new Expected(rule, '"' + code + '"', observed).in(source("", code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "ZIP", "ZIP ", "7Z", "~!#$", "A+B", "A B"})
  void rightCodeIsAccepted(String code) {
    assertThat(InMemory.compile(List.of(), source("", code))).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "DOS", "MEM", "A/B", " A"})
  void suppressedWarningIsNotReported(String code) {
    assertThat(InMemory.compile(List.of(), source("@SuppressWarnings(\"ioproc\")", code)))
        .succeededWithoutWarnings();
  }

  @Test
  void twoProceduresWithOneCodeAreBothReported() {
    String first = source("", "ZIP");
    String second = first.replace("class ZipIoProc", "class OtherIoProc").replace("ZIP", "ZIP ");
    new Expected(Rule.CODE_TWICE, "\"ZIP\"", "\"ZIP \" is also the code of a.OtherIoProc.")
        .in(first, second);
    new Expected(Rule.CODE_TWICE, "\"ZIP \"", "\"ZIP \" is also the code of a.ZipIoProc.")
        .in(second, first);
  }

  @Test
  void constantIsReportedWhereItIsUsed() {
    String source =
        source("", "x")
            .replace("\"x\"", "ZipIoProc.CODE")
            .replace("{ //", "{ static final String CODE = \"LONGER\"; //");
    new Expected(Rule.CODE_TOO_LONG, "ZipIoProc.CODE", "\"LONGER\" has 6 characters.")
        .in(List.of(), source);
  }

  private static String source(String annotation, String code) {
    return Sources.inPackage(
        "a",
        annotation
            + "@IoProc(\""
            + code
            + "\")\n"
            + "class ZipIoProc { //\n  @OnOpen Path open(OpenRequest request) { return Path.of(\"\"); }\n}\n");
  }
}
