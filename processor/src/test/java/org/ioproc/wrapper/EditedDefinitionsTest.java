package org.ioproc.wrapper;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.processor.support.WrapperFolder.TWO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ioproc.processor.support.Golden;
import org.ioproc.processor.support.Tools;
import org.ioproc.processor.support.WrapperFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a library whose author edited the module definitions. */
final class EditedDefinitionsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden-native");

  @TempDir Path folder;
  private Exports exports;

  @BeforeEach
  void readDefinitions() throws Exception {
    String own = Files.readString(GOLDEN.resolve("edited.def"));
    exports = ModuleDefinitionParser.parse(TWO, "edited.def", own);
  }

  @Test
  void theHeaderDeclaresWhatIsExported() throws IOException {
    for (Layout layout : Layout.values()) {
      String header = NativeHeaderWriter.write(exports, layout, Way.AUTO);
      String folder = "edited-" + (layout == Layout.FOLDER ? "folder" : "one-file");
      Map<String, String> expected =
          Golden.expected(GOLDEN.resolve(folder), Map.of("my_audio.h", header));
      assertThat(header).isEqualTo(expected.get("my_audio.h"));
    }
  }

  @Test
  void aProcedureWithoutFunctionsDisappears() throws Exception {
    Exports zip = ModuleDefinitionParser.parse(TWO, "a.def", "EXPORTS\n  InstallZipIoProc\n");
    assertThat(NativeHeaderWriter.write(zip, Layout.ONE_FILE, Way.AUTO)).doesNotContain("'\\\"%");
  }

  @ParameterizedTest
  @CsvSource({
    "x86_64-w64-mingw32, gcc",
    "x86_64-w64-mingw32, g++",
    "i686-w64-mingw32, gcc",
    "i686-w64-mingw32, g++",
  })
  @Tag("c-compiler")
  void theHeaderCompiles(String target, String compiler) throws Exception {
    Tools.require(target + "-" + compiler);
    for (Layout layout : Layout.values()) {
      Files.writeString(
          folder.resolve("my_audio.h"), NativeHeaderWriter.write(exports, layout, Way.AUTO));
      Path client = folder.resolve(compiler.equals("gcc") ? "client.c" : "client.cpp");
      Files.writeString(client, CLIENT);
      Tools.run(
          target + "-" + compiler,
          "-Wall",
          "-Wextra",
          "-Wpedantic",
          "-Werror",
          "-fsyntax-only",
          client.toString());
    }
  }

  private static final String CLIENT =
      """
      #include "my_audio.h"

      int main(void)
      {
          PFN_CloseQuotes close_quotes = (PFN_CloseQuotes)(void (*)(void))GetProcAddress(
              GetModuleHandleW(L"my_audio"), "CloseQuotes");
          return (int)OpenQuotes() + (int)InstallOuter_QuotesIoProc() + (int)close_quotes() +
                 QuotesText(NULL, 0);
      }
      """;

  /** Builds the DLL and its import library with CMake, and links a program with the library. */
  @ParameterizedTest
  @ValueSource(strings = {"x86_64-w64-mingw32", "i686-w64-mingw32"})
  @Tag("c-compiler")
  void theDllExportsIt(String target) throws Exception {
    Tools.require(target + "-gcc");
    Tools.require("cmake");
    Path sources = new WrapperFolder(folder).write(exports);
    Path build = folder.resolve("build");
    Tools.run(
        "cmake",
        "-S",
        sources.toString(),
        "-B",
        build.toString(),
        "-DCMAKE_SYSTEM_NAME=Windows",
        "-DCMAKE_C_COMPILER=" + target + "-gcc",
        "-DCMAKE_COMPILE_WARNING_AS_ERROR=ON");
    Tools.run("cmake", "--build", build.toString());
    assertThat(WrapperFolder.exportsOf(target, build.resolve("my_audio.dll")))
        .containsExactly("CloseQuotes", "InstallOuter_QuotesIoProc", "OpenQuotes", "QuotesText")
        .inOrder();
    link(target, sources, build);
  }

  private void link(String target, Path sources, Path build) throws Exception {
    Path client = Files.writeString(folder.resolve("client.c"), CLIENT);
    List<String> command = new ArrayList<>(List.of(target + "-gcc", "-I" + sources));
    command.addAll(List.of("-o", folder.resolve("client.exe").toString(), client.toString()));
    command.add(build.resolve("libmy_audio.dll.a").toString());
    Tools.run(command);
    assertThat(Tools.run(target + "-objdump", "-p", folder.resolve("client.exe").toString()))
        .contains("DLL Name: my_audio.dll");
  }
}
