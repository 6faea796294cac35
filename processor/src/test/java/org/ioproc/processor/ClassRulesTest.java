package org.ioproc.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.ioproc.processor.model.Rule;
import org.ioproc.processor.support.Expected;
import org.ioproc.processor.support.InMemory;
import org.ioproc.processor.support.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassRulesTest {

  private static final String OPEN =
      " { @OnOpen Path open(OpenRequest request) { return Path.of(\"\"); } }\n";
  private static final String IO_PROC = "@IoProc(\"XYZ\")";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLASS_KIND|interface X|X is an interface.",
        "CLASS_KIND|enum X|X is an enum.",
        "CLASS_KIND|@interface X|X is an annotation type.",
        "CLASS_ABSTRACT|abstract class X|X is abstract.",
        "CLASS_GENERIC|class X<A, B extends A>|X has <A, B>.",
      })
  void wrongKindOfClassIsReported(Rule rule, String header, String observed) {
    String body =
        switch (header.split("[ (<]")[0]) {
          case "enum" -> " { A; }\n";
          case "@interface", "interface" -> " {}\n";
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
  void hiddenOrInnerClassIsReported(Rule rule, String outer, String header, String observed) {
    String end = "}".repeat((int) outer.chars().filter(c -> c == '{').count());
    new Expected(rule, IO_PROC, observed)
        .in(Sources.inPackage("a", outer + IO_PROC + "\n" + header + OPEN + end));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X() throws Throwable {}|java.lang.Throwable, which is neither an Exception nor an Error",
        "X() throws Hidden {} private static class Hidden extends Exception {}|a.X.Hidden: Hidden is private",
      })
  void exceptionThatGeneratedCodeCannotDeclareIsReported(String members, String thrown) {
    new Expected(Rule.CONSTRUCTOR_THROWS, "X()", "This constructor throws " + thrown + ".")
        .in(Sources.inPackage("a", IO_PROC + "class X" + OPEN.replaceFirst("\\{", "{ " + members)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "class X {|X(int i) {}|Every constructor of X takes arguments",
        "class X {|X(String... s) {}|Every constructor of X takes arguments",
        "class X {|private X() {}|X() is private",
        "class X {|private X() throws Throwable {}|X() is private",
        "class X {|private X() {} X(int i) {}|X() is private",
        "class X {|<T> X() {}|X() has type parameters",
        "record X(int i) {|``|Every constructor of X takes arguments",
      })
  void constructorThatGeneratedCodeCannotCallIsReported(
      String header, String constructor, String why) {
    String source = IO_PROC + "\n" + header + constructor + OPEN.substring(2);
    String observed =
        why
            + ", so ioproc generates no XInstaller.install() and no DLL for it, and"
            + " Mmio.installAll() skips it; only XInstaller.install(procedure) can install it.";
    new Expected(Rule.CONSTRUCTOR_MISSING, IO_PROC, observed).in(Sources.inPackage("a", source));
    String suppressed = "@SuppressWarnings(\"ioproc\")\n" + source;
    assertThat(InMemory.compile(List.of(), Sources.inPackage("a", suppressed)))
        .succeededWithoutWarnings();
    String around = "@SuppressWarnings({\"x\", \"ioproc\"})\nclass Y {\nstatic " + source + "}\n";
    assertThat(InMemory.compile(List.of(), Sources.inPackage("a", around)))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abstract class X {|X(int i) {}",
        "class X<T> {|private X() {}",
        "class X<T extends Exception> {|X() throws T {}",
        "enum X {|A; private X() {}",
      })
  void constructorOfABrokenClassIsNotReported(String header, String constructor) {
    String source = IO_PROC + "\n" + header + constructor + OPEN.substring(2);
    Compilation compilation = InMemory.compile(List.of(), Sources.inPackage("a", source));
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadWarningCount(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X() {}", "public X() {}", "protected X() {}", "X() {} X(int i) {}", ""})
  void constructorThatGeneratedCodeCanCallIsAccepted(String constructor) {
    String source = IO_PROC + "\nclass X {" + constructor + OPEN.substring(2);
    assertThat(InMemory.compile(List.of(), Sources.inPackage("a", source)))
        .succeededWithoutWarnings();
  }

  @Test
  void errorsCannotBeSuppressed() {
    String source = "@SuppressWarnings(\"ioproc\")\n" + IO_PROC + "\nabstract class X" + OPEN;
    new Expected(Rule.CLASS_ABSTRACT, IO_PROC, "X is abstract.").in(Sources.inPackage("a", source));
  }

  @Test
  void generatedNamesMustBeUnique() {
    String flat = "@IoProc(\"AAA\")\nclass Outer_X" + OPEN;
    String nested = "class Outer { @IoProc(\"BBB\") static class X" + OPEN + "}\n";
    new Expected(
            Rule.GENERATED_NAME_TWICE,
            "@IoProc(\"AAA\")",
            "a.Outer_XInstaller would also be generated for a.Outer.X.")
        .in(Sources.inPackage("a", flat), Sources.inPackage("a", nested));
  }

  @Test
  void generatedNameMustBeFree() {
    new Expected(Rule.OUTPUT_FAILED, IO_PROC, "a/XGlue.java exists already.")
        .in(
            Sources.inPackage("a", IO_PROC + "class X" + OPEN),
            Sources.inPackage("a", "class XGlue {}\n"));
  }

  @Test
  void severalProblemsAreReportedTogether() {
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
