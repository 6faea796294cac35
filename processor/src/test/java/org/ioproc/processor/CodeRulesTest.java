package org.ioproc.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CODE_EMPTY|''|This one is \"\".",
        "CODE_EMPTY|'  '|This one is \"  \".",
        "CODE_TOO_LONG|ZIPPY|\"ZIPPY\" has 5.",
        "CODE_TOO_LONG|ÄÖÜß5|\"????5\" has 5.",
        "CODE_CHARACTERS|ZÄP|This one has U+00C4.",
        "CODE_CHARACTERS|ZÄPPÖ|This one has U+00C4.",
        "CODE_CHARACTERS|A\\t|This one has U+0009.",
        "CODE_CHARACTERS|A\\u007f|This one has U+007F.",
        "CODE_UNREACHABLE|Zip|\"Zip \" has lower-case letters, so no name leads to it.",
        "CODE_UNREACHABLE|A/B|No extension has '/', so no name leads to it.",
        "CODE_UNREACHABLE|A\\\\B|No extension has '\\', so no name leads to it.",
        "CODE_UNREACHABLE|A..|No extension has '.', so no name leads to it.",
        "CODE_PREDEFINED|DOS|This one is \"DOS \".",
        "CODE_PREDEFINED|MEM |This one is \"MEM \"."
      })
  void codeIsJudgedWhereItIs(Rule rule, String code, String observed) {
    new Expected(rule, '"' + code + '"', observed).in(source("", code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "ZIP", "ZIP ", "7Z", "~!#$", "A+B", " A"})
  void goodCodeIsTakenWithoutAWord(String code) {
    assertThat(InMemory.compile(List.of(), source("", code))).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "DOS", "MEM", "A/B"})
  void oddCodeOnPurposeIsTakenWithoutAWord(String code) {
    assertThat(InMemory.compile(List.of(), source("@SuppressWarnings(\"ioproc\")", code)))
        .succeededWithoutWarnings();
  }

  @Test
  void twoProceduresWithOneCodeAreBothTold() {
    String first = source("", "ZIP");
    String second = first.replace("class ZipIoProc", "class OtherIoProc").replace("ZIP", "ZIP ");
    new Expected(Rule.CODE_TWICE, "\"ZIP\"", "also that of a.OtherIoProc.").in(first, second);
    new Expected(Rule.CODE_TWICE, "\"ZIP \"", "also that of a.ZipIoProc.").in(second, first);
  }

  @Test
  void constantIsToldWhereItIsUsed() {
    String source =
        source("", "x")
            .replace("\"x\"", "ZipIoProc.CODE")
            .replace("{ //", "{ static final String CODE = \"LONGER\"; //");
    new Expected(Rule.CODE_TOO_LONG, "ZipIoProc.CODE", "\"LONGER\" has 6.").in(List.of(), source);
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
