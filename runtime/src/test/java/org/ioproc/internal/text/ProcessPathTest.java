package org.ioproc.internal.text;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests with imitated answers of Windows. CurrentFolderTest asks Windows itself. */
class ProcessPathTest {

  /** Imitates {@code GetFullPathNameW} as far as these tests need it. */
  private static @Nullable String fullPath(String name) {
    String text = name.replace('/', '\\');
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("(?i)(nul|con|com1)")) {
      return "\\\\.\\" + text;
    }
    String full =
        text.startsWith("\\\\") || text.matches("[A-Za-z]:\\\\.*") ? text : "C:\\now\\" + text;
    return full.replaceFirst("[. ]+$", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "music.zip = C:\\now\\music.zip",
        "a/b.zip = C:\\now\\a\\b.zip",
        "'music.zip . ' = C:\\now\\music.zip",
        "nul.zip = C:\\now\\nul.zip",
        "D:\\x.zip = D:\\x.zip",
        "\\\\server\\share\\x.zip = \\\\server\\share\\x.zip",
        "\\\\?\\D:\\x.zip = D:\\x.zip",
        "\\\\.\\D:\\x.zip = D:\\x.zip",
        "//?/D:/x.zip = D:\\x.zip",
        "//./D:/x.zip = D:\\x.zip",
        "\\\\?\\UNC\\server\\share\\x.zip = \\\\server\\share\\x.zip",
        "\\\\?\\unc\\server\\share\\x.zip = \\\\server\\share\\x.zip"
      })
  void javaFindsTheFileThatWindowsFinds(String name, String path) {
    assertThat(ProcessPath.onWindows(name, ProcessPathTest::fullPath)).isEqualTo(Path.of(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NUL",
        "con",
        "\\\\.\\COM1",
        "\\\\?\\NUL",
        "\\\\.\\pipe\\x",
        "//./pipe/x",
        "\\\\?\\GLOBALROOT\\x",
        "\\\\?\\Volume{01234567-89ab-cdef-0123-456789abcdef}\\x.zip",
        "\\\\?\\C:\\x.zip.",
        "\\\\?\\C:/x.zip",
        "\\\\?\\x.zip"
      })
  @DisplayName("a device may block forever, and some names are valid only with the prefix")
  void aNameThatJavaCannotOpenIsRefused(String name) {
    assertThrows(
        InvalidPathException.class, () -> ProcessPath.onWindows(name, ProcessPathTest::fullPath));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "??.zip",
        "C:\\folder ?\\x.zip",
        "\\\\server\\s?are\\x.zip",
        "\\\\?\\C:\\?.zip",
        "\\??\\C:\\x.zip"
      })
  void aQuestionMarkReplacesACharacterThatTheCodePageLacks(String name) {
    assertThat(
            assertThrows(
                InvalidPathException.class,
                () -> ProcessPath.onWindows(name, ProcessPathTest::fullPath)))
        .hasMessageThat()
        .contains("ANSI code page");
  }
}
