package org.ioproc.wrapper;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.processor.support.WrapperFolder.TWO;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ioproc.processor.support.RandomLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DescriptorTest {

  private static final String ZIP = " com.example.ZipInstaller$Provider com.example.Zip";
  private static final String VALID = "library zip\nprocedure Zip 2050495A" + ZIP + "\n";

  @Test
  void whatIsWrittenIsRead() throws InvalidFileException {
    assertThat(Descriptor.parse(Descriptor.FILE, Descriptor.write(TWO))).isEqualTo(TWO);
  }

  @Test
  void whatIsWrittenForAnyLibraryIsRead() throws InvalidFileException {
    RandomLibrary random = RandomLibrary.create();
    for (int i = 0; i < 1_000; i++) {
      WrapperSpec library = random.library();
      assertThat(Descriptor.parse(Descriptor.FILE, Descriptor.write(library))).isEqualTo(library);
    }
  }

  @Test
  void linesMayEndAsOnWindowsAndCommentsAndSpacesDoNotCount() throws InvalidFileException {
    String text = "# comment\r\n\r\n" + VALID.replace(" ", "  \t").replace("\n", " \r\n");
    assertThat(Descriptor.parse(Descriptor.FILE, text))
        .isEqualTo(Descriptor.parse(Descriptor.FILE, VALID));
  }

  /** Each row replaces one piece of a valid text, and names the line that is wrong then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "library zip|| It names no library. Compile the classes again.",
        "library zip|library| :1: A library has one name.",
        "library zip|library zip dll| :1: A library has one name.",
        "library zip|library ../zip| :1: \"../zip\" is not a DLL's name.",
        "library zip|library Zip| :1: \"Zip\" is not a DLL's name.",
        "procedure Zip|library tar#| :2: The library is named twice.",
        "procedure Zip|# Zip| It names no procedures. Compile the classes again.",
        "procedure|layout| :2: \"layout\" is unknown: a newer ioproc compiled the jar."
            + " Use its version of the tool.",
        "com.example.ZipInstaller$Provider com.example.Zip|com.example.Zip| :2: A procedure has a"
            + " name, a code, a provider and a class.",
        "com.example.Zip#|com.example.Zip Zip| :2: A procedure has a name, a code, a provider and a"
            + " class.",
        "Zip 2|Zip$A 2| :2: \"Zip$A\" is not a procedure's name.",
        "2050495A|2050495| :2: \"2050495\" is not eight hexadecimal digits.",
        "2050495A|2050495a| :2: \"2050495a\" is not eight hexadecimal digits.",
        "2050495A|1F50495A| :2: \"1F50495A\" is not a code of four printable characters.",
        "2050495A|80504920| :2: \"80504920\" is not a code of four printable characters.",
        "com.example.ZipInstaller$Provider|com.example/Zip$Provider| :2:"
            + " \"com.example/Zip$Provider\" is not a class's name.",
        "com.example.ZipInstaller$Provider|com.example.Zip| :2: \"com.example.Zip\" is not a"
            + " provider's name.",
        "com.example.Zip#|com..Zip| :2: \"com..Zip\" is not a class's name.",
      })
  void aWrongLineIsReported(String part, String replacement, String problem) {
    String marked = VALID.replace("com.example.Zip\n", "com.example.Zip#\n");
    String text =
        replacement == null ? marked.replace(part, "") : marked.replace(part, replacement);
    assertProblem(text.replace("#\n", "\n").replace("tar#", "tar\n#"), problem);
  }

  @Test
  void aProcedureThatIsListedTwiceIsReported() {
    assertProblem(
        VALID + "\nprocedure Zip 31524154" + ZIP, ":4: The procedure Zip is listed twice.");
  }

  private static void assertProblem(String text, String problem) {
    InvalidFileException wrong =
        assertThrows(InvalidFileException.class, () -> Descriptor.parse("x.jar!procedures", text));
    String separator = problem.startsWith(":") ? "" : ": ";
    assertThat(wrong).hasMessageThat().isEqualTo("x.jar!procedures" + separator + problem);
  }
}
