package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ioproc.processor.support.Tools;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links C programs with import libraries. */
final class LinkTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "x86_64-w64-mingw32, X64, zipioproc",
    "i686-w64-mingw32, X86, zipioproc",
    "x86_64-w64-mingw32, X64, alongernameofadll",
    "i686-w64-mingw32, X86, alongernameofadll",
  })
  void aProgramImportsByNameAndByOrdinal(String target, Architecture architecture, String library)
      throws Exception {
    Tools.require(target + "-gcc");
    Tools.require(target + "-objdump");
    List<DllExport> exports = new ArrayList<>(Contents.plain(library, 1).exports());
    exports.add(new DllExport("Nameless", OptionalInt.of(300), true, false, 1, 8));
    exports.add(new DllExport("_Zip", OptionalInt.empty(), false, false, 1, 8));

    String imports = imports(target, link(target, architecture, library, exports));
    assertThat(imports).contains("DLL Name: " + library + ".dll");
    assertThat(imports).containsMatch("\\s5\\s+P0Version\\s");
    assertThat(imports).containsMatch("\\s8\\s+_Zip\\s");
    assertThat(imports).containsMatch("(\\s300|12c)\\s+<none>");
    assertThat(imports).doesNotContain("InstallP0");
  }

  private Path link(
      String target, Architecture architecture, String library, List<DllExport> exports)
      throws Exception {
    Path file = folder.resolve(library + ".lib");
    Files.write(file, ImportLibrary.of(architecture, library + ".dll", exports));
    Path source = folder.resolve("program.c");
    Files.writeString(
        source,
        """
        __declspec(dllimport) int __stdcall P0Version(short *buffer, int length);
        int __stdcall Nameless(short *buffer, int length);
        int __stdcall _Zip(short *buffer, int length);

        int main(void)
        {
            return P0Version(0, 0) + Nameless(0, 0) + _Zip(0, 0);
        }
        """);
    Path program = folder.resolve("program.exe");
    Tools.run(
        target + "-gcc",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-o",
        program.toString(),
        source.toString(),
        file.toString());
    return program;
  }

  private static String imports(String target, Path program) throws Exception {
    return Tools.run(target + "-objdump", "-p", program.toString());
  }
}
