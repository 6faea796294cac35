package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
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

class LibraryRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LIBRARY_EMPTY|name = \"m\", procedures = {}|{}|\"m\" lists no procedures.",
        "LIBRARY_UNKNOWN|name = \"m\", procedures = String.class|String.class|"
            + "java.lang.String has no @IoProc.",
        "LIBRARY_UNKNOWN|name = \"m\", procedures = {One.class, int[].class}|int[].class|"
            + "int[] has no @IoProc.",
        "LIBRARY_SAME_TWICE|name = \"m\", procedures = {One.class, Two.class, One.class}|One.class})|"
            + "a.One is in \"m\" twice.",
        "LIBRARY_CONSTRUCTOR|name = \"m\", procedures = {One.class, Given.class}|Given.class|"
            + "a.Given has none.",
        "LIBRARY_NAME|name = \"Media\", procedures = One.class|\"Media\"|\"Media\" begins with 'M'.",
        "LIBRARY_NAME|name = \"\", procedures = One.class|\"\"|\"\" is empty.",
        "LIBRARY_NAME|name = \"1m\", procedures = One.class|\"1m\"|\"1m\" begins with '1'.",
        "LIBRARY_NAME|name = \"😀\", procedures = One.class|\"😀\"|\"😀\" begins with '😀'.",
        "LIBRARY_NAME|name = \"m-m\", procedures = One.class|\"m-m\"|"
            + "\"m-m\" contains other characters.",
        "LIBRARY_NAME|name = \"winmm\", procedures = One.class|\"winmm\"|\"winmm\" is the name of",
        "LIBRARY_NAME|name = \"ioproc_vm\", procedures = One.class|\"ioproc_vm\"|"
            + "\"ioproc_vm\" begins with \"ioproc_\"",
      })
  void wrongLibraryIsReported(Rule rule, String values, String at, String observed) {
    String library = Sources.inPackage("a", "@IoProcLibrary(" + values + ")\nclass Library {}\n");
    new Expected(rule, at, observed)
        .in(library, procedure("One", "1"), procedure("Two", "2"), given());
  }

  @Test
  void aProcedureMustBeInOneLibrary() {
    String first = "@IoProcLibrary(name = \"m\", procedures = One.class)\nclass First {}\n";
    String second = first.replace("First", "Second").replace("\"m\"", "\"n\"");
    new Expected(Rule.LIBRARY_SAME_TWICE, "One.class", "a.One is in \"m\" and in \"n\".")
        .in(Sources.inPackage("a", first), Sources.inPackage("a", second), procedure("One", "1"));
  }

  @Test
  void namesOfWrappersMustDiffer() {
    String other = procedure("one", "2").replace("package a", "package b");
    new Expected(
            Rule.LIBRARY_TWICE, "@IoProc(\"2\")", "\"one\" is the wrapper of a.One and of b.one.")
        .in(procedure("One", "1"), other);
  }

  @ParameterizedTest
  @CsvSource({
    "InstallZipCallback, InstallZip, ZipCallback",
    "InstallZipJava, InstallZip, ZipJava",
    "RemoveZipVersion, RemoveZip, ZipVersion",
    "PreloadZipErrorText, PreloadZip, ZipErrorText",
    "PFN_ZipCallback, PFN_Zip, Zip",
    "procedure_ZipCallback, ZipCallback, procedure_Zip",
  })
  void namesInOneWrapperMustDiffer(String declared, String first, String second) {
    String library =
        "@IoProcLibrary(name=\"m\", procedures={%s.class, %s.class})\nclass L {}\n"
            .formatted(second, first);
    new Expected(
            Rule.EXPORT_TWICE,
            "@IoProc(\"2\")",
            "The DLL would declare " + declared + " for a." + first + " and for a." + second + ".")
        .in(Sources.inPackage("a", library), procedure(second, "2"), procedure(first, "1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "C_IDENTIFIER|Größe|Größe contains other characters.",
        "C_IDENTIFIER|A$B|A$B contains other characters.",
        "C_RESERVED|Directory|The DLL would export RemoveDirectory, which windows.h declares.",
        "C_RESERVED|Get|The DLL would export GetVersion, which windows.h declares.",
        "C_RESERVED|waveOutGet|The DLL would export waveOutGetErrorText, which windows.h declares.",
        "C_RESERVED|SendMessage|The DLL would export SendMessageCallback, which windows.h declares.",
        "LIBRARY_NAME|Con|\"con\" is the name of a device",
        "LIBRARY_NAME|Ioproc_Zip|\"ioproc_zip\" begins with \"ioproc_\"",
        "LIBRARY_NAME|_Zip|\"_zip\" begins with '_'."
      })
  void classNameThatIsWrongInCIsReported(Rule rule, String name, String observed) {
    new Expected(rule, "@IoProc", observed).in(procedure(name, "1"));
    assertThat(InMemory.compile(List.of(), procedure(name, "1")).errors()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"register", "PlaySound", "WAVEHDR", "DllMain", "main", "and", "ERROR"})
  void classesMayHaveNamesOfCAndWindows(String name) {
    assertThat(InMemory.compile(List.of(), procedure(name, "1"))).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @CsvSource({
    "InstallZip, Zip",
    "PreloadZip, Zip",
    "RemoveZip, Zip",
    "ZipCallback, Zip",
    "ZipErrorText, Zip",
    "ZipJava, Zip",
    "ZipVersion, Zip",
    "procedure_Zip, Zip"
  })
  void aClassMayHaveTheNameOfAnotherClassesFunction(String first, String second) {
    String library =
        "@IoProcLibrary(name=\"m\", procedures={%s.class, %s.class})\nclass L {}\n"
            .formatted(second, first);
    assertThat(
            InMemory.compile(
                List.of(),
                Sources.inPackage("a", library),
                procedure(second, "2"),
                procedure(first, "1")))
        .succeededWithoutWarnings();
  }

  @Test
  void withoutWrappersNamesInCDoNotMatter() {
    assertThat(
            InMemory.compile(List.of("-Aioproc.native=none"), procedure("Directory", "1")).errors())
        .isEmpty();
  }

  private static String procedure(String name, String code) {
    return Sources.inPackage(
        "a",
        "@IoProc(\""
            + code
            + "\")\nclass "
            + name
            + " { @OnOpen Path open(OpenRequest request) { return null; } }\n");
  }

  private static String given() {
    return procedure("Given", "3").replace("{ @OnOpen", "{ Given(int i) {} @OnOpen");
  }
}
