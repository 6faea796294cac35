package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.ioproc.processor.support.WrapperFolder.ONE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ioproc.processor.support.Tools;
import org.ioproc.processor.support.WrapperFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds wrappers with CMake, and examines the DLLs. */
final class WrapperBuildTest {

  private static final String PRODUCT = "Tom's \"Łódź\" player; 50 % @off@ ${x} // $(HOME)";
  private static final String VERSION = "1.4.08-beta+7";
  private static final String COPYRIGHT = "© 2026 C:\\new, \"quoted\"";

  /** A version resource's wType, before a key. */
  private static final String TEXT_FOLLOWS = "\1";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x86_64-w64-mingw32", "i686-w64-mingw32"})
  @Tag("c-compiler")
  void theDllMatchesItsSourcesAndVariables(String target) throws Exception {
    Tools.require(target + "-gcc");
    Tools.require("cmake");
    Path build = build(target, "first");
    Path dll = build.resolve("zipioproc.dll");

    assertThat(WrapperFolder.exportsOf(target, dll)).isEqualTo(WrapperFolder.definitions(ONE));
    assertThat(Files.size(dll)).isLessThan(170_000);
    assertSymbolsAreGone(target, dll);
    assertVersion(Files.readAllBytes(dll));
    linkClient(target, build);

    Path other = build(target, "a second folder, with a longer name");
    for (String file : List.of("zipioproc.dll", "libzipioproc.dll.a")) {
      assertWithMessage(file)
          .that(Arrays.equals(bytes(other.resolve(file)), bytes(build.resolve(file))))
          .isTrue();
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  private static void assertSymbolsAreGone(String target, Path dll) throws Exception {
    assertThat(Tools.run(target + "-objdump", "-t", dll.toString())).contains("no symbols");
  }

  private static void assertVersion(byte[] dll) {
    assertThat(numbers(dll)).containsExactly(1, 4, 8, 0).inOrder();
    assertThat(text(dll, "ProductName")).isEqualTo(PRODUCT);
    assertThat(text(dll, "LegalCopyright")).isEqualTo(COPYRIGHT);
    assertThat(text(dll, "FileVersion")).isEqualTo(VERSION);
    assertThat(text(dll, "ProductVersion")).isEqualTo(VERSION);
    assertThat(text(dll, "OriginalFilename")).isEqualTo("zipioproc.dll");
    // What the exported function returns.
    assertThat(new String(dll, StandardCharsets.UTF_16LE)).contains("\0" + VERSION + "\0");
  }

  /** Returns the product's numbers in VS_FIXEDFILEINFO, found by its signature and version. */
  private static List<Integer> numbers(byte[] dll) {
    ByteBuffer bytes = ByteBuffer.wrap(dll).order(ByteOrder.LITTLE_ENDIAN);
    int start = 0;
    while (bytes.getInt(start) != 0xFEEF04BD || bytes.getInt(start + 4) != 0x00010000) {
      start += 4;
    }
    int high = bytes.getInt(start + 16);
    int low = bytes.getInt(start + 20);
    return List.of(high >>> 16, high & 0xFFFF, low >>> 16, low & 0xFFFF);
  }

  /** Returns a value of the version resource, which follows its key at a multiple of four bytes. */
  private static String text(byte[] dll, String key) {
    String text = new String(dll, StandardCharsets.UTF_16LE);
    int value = text.indexOf(TEXT_FOLLOWS + key + "\0") + key.length() + 2;
    value += text.charAt(value) == 0 ? 1 : 0;
    return text.substring(value, text.indexOf('\0', value));
  }

  private void linkClient(String target, Path build) throws Exception {
    Path client = folder.resolve("client.c");
    Files.writeString(
        client,
        """
        #define WIN32_LEAN_AND_MEAN
        #include "zipioproc.h"

        int main(void)
        {
            PreloadZipIoProc();
            ZipIoProcCallback(NULL, MMIOM_RENAME, 0, 0);
            return InstallZipIoProc() + RemoveZipIoProc() + ZipIoProcErrorText(NULL, 0) +
                   ZipIoProcJava(NULL, 0) + ZipIoProcVersion(NULL, 0);
        }
        """);
    Path program = folder.resolve("client.exe");
    Tools.run(
        target + "-gcc",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-I" + new WrapperFolder(build.getParent()).sources("zipioproc"),
        "-o",
        program.toString(),
        client.toString(),
        build.resolve("libzipioproc.dll.a").toString());
    assertThat(Tools.run(target + "-objdump", "-p", program.toString()))
        .contains("DLL Name: zipioproc.dll");
  }

  /** Builds a copy of the sources in a project, as the README says, without windres. */
  private Path build(String target, String project) throws Exception {
    WrapperFolder wrapper = new WrapperFolder(folder.resolve(project));
    Path sources = wrapper.write(ONE);
    Path build = wrapper.folder().resolve("build");
    // In a file, because Java encodes arguments in the system's code page.
    Path variables = folder.resolve("variables.cmake");
    Files.writeString(
        variables, set("PRODUCT", PRODUCT) + set("VERSION", VERSION) + set("COPYRIGHT", COPYRIGHT));
    Tools.run(
        "cmake",
        "-C",
        variables.toString(),
        "-S",
        sources.toString(),
        "-B",
        build.toString(),
        "-DCMAKE_SYSTEM_NAME=Windows",
        "-DCMAKE_C_COMPILER=" + target + "-gcc",
        "-DCMAKE_COMPILE_WARNING_AS_ERROR=ON");
    Tools.run("cmake", "--build", build.toString());
    return build;
  }

  private static String set(String variable, String value) {
    return "set(IOPROC_" + variable + " [=[" + value + "]=] CACHE STRING \"\")\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|1,0,0,0",
        "1.4.0|1,4,0,0",
        "1.2.3.4.5|1,2,3,4",
        "01.008.0|1,8,0,0",
        "2026.11.26|2026,11,26,0",
        "1.4.0-SNAPSHOT|1,4,0,0",
        "1.4rc2|1,4,0,0",
        "1.65535|1,65535,0,0",
        "1.65536|each at most 65535. IOPROC_VERSION is \"1.65536\".",
        "v1|must begin with a number and contain only letters, digits and .-+_~. It is \"v1\".",
        "1.0 beta|It is \"1.0 beta\".",
        "1\"2|It is \"1\"2\".",
        "1;2|It is \"1;2\".",
        "1.0\\|It is \"1.0\\\".",
      })
  void aVersionHasFourNumbers(String version, String result) throws Exception {
    Tools.require("cmake");
    new WrapperFolder(folder).write(ONE);
    Path script = folder.resolve("script.cmake");
    Files.writeString(
        script,
        """
        include("%s/ioproc_version.cmake")
        ioproc_version_numbers([=[%s]=] numbers)
        message("${numbers}")
        """
            .formatted(new WrapperFolder(folder).shared(), version));
    String reported = Tools.result(List.of("cmake", "-P", script.toString())).output();
    assertThat(reported.replaceAll("\\s+", " ")).contains(result);
  }

  /** Everything in the classes folder would go into the jar. */
  @ParameterizedTest
  @ValueSource(strings = {"META-INF/ioproc/zipioproc", "META-INF/ioproc/zipioproc/build", "build"})
  void aBuildFolderInTheClassesIsRefused(String build) throws Exception {
    Tools.require("cmake");
    Path sources = new WrapperFolder(folder).write(ONE);
    Path classes = folder.resolve("classes").toRealPath();
    Tools.Result result =
        Tools.result(
            List.of("cmake", "-S", sources.toString(), "-B", classes.resolve(build).toString()));
    assertThat(result.exitValue()).isNotEqualTo(0);
    assertThat(result.output().replaceAll("\\s+", " "))
        .contains("The build folder must be outside the classes folder");
    assertThat(result.output().replaceAll("\\s+", ""))
        .contains("-B\"" + classes.resolveSibling("zipioproc-build") + "\"");
    assertThat(result.output()).doesNotContain("Warning");
    assertThat(result.output()).doesNotContain("compiler");
  }
}
