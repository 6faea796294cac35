package org.ioproc.wrapper.tool;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.ioproc.wrapper.Layout;
import org.ioproc.wrapper.Way;
import org.ioproc.wrapper.image.Architecture;
import org.ioproc.wrapper.tool.support.Ioproc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                     | no command is given
          compile                                | unknown command compile
          wrap                                   | no jar is given
          wrap --output x                        | no jar is given
          wrap a.jar b.jar | more than one jar is given (a.jar, b.jar); other jars belong in --class-path
          wrap --jar a.jar                       | unknown option --jar
          wrap -h                                | unknown option -h
          wrap --Output=x a.jar                  | unknown option --Output
          wrap a.jar --output                    | option --output needs a value
          wrap --output --sources a.jar          | option --output needs a value
          wrap --sources=yes a.jar               | option --sources takes no value
          wrap --output x --output=y a.jar       | option --output is given twice
          wrap --layout flat a.jar               | --layout must be one-file or folder; it is "flat"
          wrap --layout ONE_FILE a.jar           | --layout must be one-file or folder; it is "ONE_FILE"
          wrap --architectures x64,ia64 a.jar | --architectures must be names from x64, x86, arm64, with commas between them; one is "ia64"
          wrap --architectures= a.jar | --architectures must be names from x64, x86, arm64, with commas between them; one is ""
          wrap --java outside a.jar              | --java must be auto, inside or beside; it is "outside"
          wrap --java Beside a.jar               | --java must be auto, inside or beside; it is "Beside"
          wrap --java= a.jar                     | --java must be auto, inside or beside; it is ""
          wrap --java a.jar --java inside --java beside | option --java is given twice
          wrap --sources --layout folder a.jar   | option --layout has no effect with --sources
          """)
  void wrongUseIsReportedInOneLineAndAShortUsage(String words, String message) {
    Ioproc run = Ioproc.run(words.isEmpty() ? List.of() : List.of(words.split(" +")));
    assertThat(run.err())
        .isEqualTo(
            "ioproc: "
                + message
                + "\nUsage: ioproc wrap [options] JAR\nFor the options: ioproc wrap --help\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void helpNamesEveryOption() {
    for (List<String> words : List.of(List.of("wrap", "--help"), List.of("--help"))) {
      Ioproc run = Ioproc.run(words);
      for (Option option : Option.values()) {
        assertThat(run.out()).contains("\n  " + option.word() + " ");
      }
      assertThat(run.out().lines().mapToInt(String::length).max().getAsInt()).isAtMost(100);
      assertThat(run.status()).isEqualTo(0);
    }
  }

  @Test
  void versionIsOneLine() {
    Ioproc run = Ioproc.run("--version");
    assertThat(run.out()).matches("ioproc .+\n");
    assertThat(run.status()).isEqualTo(0);
  }

  @Test
  void programsFindTheToolByItsName() {
    assertThat(ToolProvider.findFirst("ioproc").map(Object::getClass)).hasValue(IoProcTool.class);
  }

  @Test
  void everyOptionReachesTheRequest() throws Exception {
    WrapRequest request =
        request(
            "--class-path",
            String.join(File.pathSeparator, "a.jar", "", "classes"),
            "--output=out",
            "the.jar",
            "--layout",
            "folder",
            "--architectures",
            "arm64,x64",
            "--java",
            "beside",
            "--library",
            "b",
            "--library=a",
            "--module-definitions",
            "b.def",
            "--product=The = product",
            "--product-version",
            "1.4.0-beta",
            "--company",
            "ACME",
            "--copyright=");
    assertThat(request)
        .isEqualTo(
            WrapRequest.of(Path.of("the.jar"))
                .classPath(List.of(Path.of("a.jar"), Path.of("classes")))
                .output(Path.of("out"))
                .layout(Layout.FOLDER)
                .architectures(List.of(Architecture.X64, Architecture.ARM64))
                .way(Way.BESIDE)
                .libraries(List.of("b", "a"))
                .moduleDefinitions(List.of(Path.of("b.def")))
                .product("The = product")
                .productVersion("1.4.0-beta")
                .company("ACME")
                .build());
  }

  @Test
  void nothingButTheJarIsNeeded() throws Exception {
    WrapRequest request = request("the.jar");
    assertThat(request).isEqualTo(WrapRequest.of(Path.of("the.jar")).build());
    assertThat(request.layout()).isEqualTo(Layout.ONE_FILE);
    assertThat(request.architectures()).hasSize(3);
    assertThat(request.way()).isEqualTo(Way.AUTO);
    assertThat(request.output()).isEqualTo(Path.of("wrapper"));
  }

  @ParameterizedTest
  @CsvSource({
    "auto,   AUTO,   false",
    "inside, INSIDE, false",
    "beside, BESIDE, false",
    "beside, BESIDE, true"
  })
  void javaRunsWhereTheOptionSays(String word, Way way, boolean isSources) throws Exception {
    WrapRequest request =
        isSources
            ? request("--java", word, "--sources", "the.jar")
            : request("--java=" + word, "the.jar");
    assertThat(request.way()).isEqualTo(way);
    assertThat(request.isSources()).isEqualTo(isSources);
  }

  @Test
  void anAsteriskStandsForTheFoldersJars() throws Exception {
    for (String name : List.of("b.jar", "a.JAR", "c.txt")) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(request("--class-path", folder + File.separator + "*", "the.jar").classPath())
        .containsExactly(folder.resolve("a.JAR"), folder.resolve("b.jar"))
        .inOrder();
  }

  @Test
  void anAsteriskNeedsAFolder() {
    Path missing = folder.resolve("missing");
    Ioproc run = Ioproc.run("wrap", "--class-path", missing + "/*", "the.jar");
    assertThat(run.err())
        .isEqualTo(
            ("ioproc: The class path's folder %s could not be read: there is no such file or"
                    + " folder.\n")
                .formatted(missing));
    assertThat(run.status()).isEqualTo(1);
  }

  private static WrapRequest request(String... words) throws Exception {
    WrapRequest request = CommandLine.request(Arguments.parse(List.of(words)));
    assertWithMessage("the request").that(request).isNotNull();
    return request;
  }
}
