package org.ioproc.processor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassRulesTest {

  private static final String OPEN =
      " { @OnOpen Path open(OpenRequest request) { return Path.of(\"\"); } }\n";
  private static final String IO_PROC = "@IoProc(\"XYZ\")";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLASS_KIND|interface X|X is of the kind: interface.",
        "CLASS_KIND|enum X|X is of the kind: enum.",
        "CLASS_KIND|record X(int i)|X is of the kind: record.",
        "CLASS_KIND|@interface X|X is of the kind: annotation type.",
        "CLASS_ABSTRACT|abstract class X|X is abstract.",
        "CLASS_GENERIC|class X<A, B extends A>|X has <A, B>.",
      })
  void kindOfClass(Rule rule, String header, String observed) {
    String body =
        switch (header.split("[ (<]")[0]) {
          case "enum" -> " { A; }\n";
          case "record", "@interface", "interface" -> " {}\n";
          default -> OPEN;
        };
    new Expected(rule, IO_PROC, observed)
        .in(Sources.inPackage("a", "class First {}\n" + IO_PROC + "\n" + header + body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLASS_INNER|class Outer {|class X|X is an inner class of a.Outer.",
        "CLASS_PRIVATE|class Outer {|private static class X|X is private.",
        "CLASS_PRIVATE|class Outer { private static class Middle {|static class X|Middle is private.",
      })
  void placeOfClass(Rule rule, String outer, String header, String observed) {
    String end = "}".repeat((int) outer.chars().filter(c -> c == '{').count());
    new Expected(rule, IO_PROC, observed)
        .in(Sources.inPackage("a", outer + IO_PROC + "\n" + header + OPEN + end));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X() throws Throwable {}|java.lang.Throwable",
        "X() throws Hidden {} private static class Hidden extends Exception {}|a.X.Hidden",
      })
  void constructorThrowsWhatCanBeDeclared(String members, String thrown) {
    new Expected(Rule.CONSTRUCTOR_THROWS, "X()", "This one throws " + thrown + ".")
        .in(Sources.inPackage("a", IO_PROC + "class X" + OPEN.replaceFirst("\\{", "{ " + members)));
  }

  @Test
  void generatedNamesAreUnique() {
    String flat = "@IoProc(\"AAA\")\nclass Outer_X" + OPEN;
    String nested = "class Outer { @IoProc(\"BBB\") static class X" + OPEN + "}\n";
    new Expected(Rule.GENERATED_NAME_TWICE, "@IoProc(\"AAA\")", "is also that of a.Outer.X.")
        .in(Sources.inPackage("a", flat), Sources.inPackage("a", nested));
  }

  @Test
  void generatedNameIsNotTakenByTheAuthor() {
    new Expected(Rule.OUTPUT_FAILED, IO_PROC, "XGlue.java could not be written")
        .in(
            Sources.inPackage("a", IO_PROC + "class X" + OPEN),
            Sources.inPackage("a", "class XGlue {}\n"));
  }

  @Test
  void severalProblemsAreToldAtOnce() {
    String source =
        Sources.inPackage(
            "a",
            "@IoProc(\"\")\nabstract class X<T> {\n  @OnOpen private static int open() { return 0; }\n}\n");
    new Expected(Rule.CODE_EMPTY, "\"\"", "").in(source);
    new Expected(Rule.CLASS_ABSTRACT, "@IoProc(\"\")", "").in(source);
    new Expected(Rule.CLASS_GENERIC, "@IoProc(\"\")", "").in(source);
    new Expected(Rule.HANDLER_HIDDEN, "@OnOpen", "").in(source);
    new Expected(Rule.HANDLER_STATIC, "@OnOpen", "").in(source);
    new Expected(Rule.HANDLER_PARAMETERS, "@OnOpen", "").in(source);
    new Expected(Rule.HANDLER_RETURN, "@OnOpen", "").in(source);
  }
}
