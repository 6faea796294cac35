package org.ioproc.wrapper;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.processor.support.WrapperFolder.ONE;
import static org.ioproc.processor.support.WrapperFolder.TWO;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import org.ioproc.processor.support.RandomLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModuleDefinitionsTest {

  private static final String FILE = "zipioproc.def";

  @Test
  void whatIsWrittenIsRead() throws InvalidFileException {
    Exports all = Exports.all(TWO);
    assertThat(parse(TWO, ModuleDefinitionWriter.write(all))).isEqualTo(all);
  }

  @Test
  void whatIsWrittenForAnyExportsIsRead() throws InvalidFileException {
    RandomLibrary random = RandomLibrary.create();
    for (int i = 0; i < 1_000; i++) {
      Exports exports = random.exports();
      String text = ModuleDefinitionWriter.write(exports);
      assertThat(parse(exports.wrapper(), text)).isEqualTo(exports);
    }
  }

  @Test
  void whatIsReadAndWrittenStaysTheSame() throws InvalidFileException {
    RandomLibrary random = RandomLibrary.create();
    for (int i = 0; i < 1_000; i++) {
      String text = ModuleDefinitionWriter.write(random.exports());
      String again = text.replace("  ", "\t").replace("=", " = ").replace("@", "@ ");
      assertThat(ModuleDefinitionWriter.write(parse(random.last(), again))).isEqualTo(text);
    }
  }

  @Test
  void anEntryHasANameAGeneratedFunctionAnOrdinalAndAttributes() throws InvalidFileException {
    Exports exports =
        parse(
            ONE,
            """
            LIBRARY ZipIoProc.DLL ; comment
            exports "Play" = "InstallZipIoProc" @ 1 noname PRIVATE;
              Stop=RemoveZipIoProc @65535\tPrivate
              ZipIoProcJava
            """);
    assertThat(exports.functions())
        .containsExactly(
            entry(ExportKind.INSTALL, "Play", OptionalInt.of(1), true, true),
            entry(ExportKind.REMOVE, "Stop", OptionalInt.of(65_535), false, true),
            entry(ExportKind.JAVA, "ZipIoProcJava", OptionalInt.empty(), false, false))
        .inOrder();
  }

  private static ExportedFunction entry(
      ExportKind kind, String name, OptionalInt ordinal, boolean isNameless, boolean isPrivate) {
    Export function = new Export(kind, ONE.procedures().get(0));
    return new ExportedFunction(function, name, ordinal, isNameless, isPrivate);
  }

  @Test
  void aFunctionMayHaveSeveralNames() throws InvalidFileException {
    Exports exports = parse(ONE, "EXPORTS\nA=InstallZipIoProc\nInstallZipIoProc\n");
    assertThat(exports.functions().stream().map(ExportedFunction::name))
        .containsExactly("A", "InstallZipIoProc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"library", "Exports", "VERSION"})
  void aQuotedKeywordIsAName(String name) throws InvalidFileException {
    Exports exports = parse(ONE, "EXPORTS\n\"" + name + "\"=InstallZipIoProc\n");
    assertThat(exports.functions().get(0).name()).isEqualTo(name);
    assertThat(parse(ONE, ModuleDefinitionWriter.write(exports))).isEqualTo(exports);
  }

  @Test
  void theFileMayBeginWithAByteOrderMark() throws InvalidFileException {
    String text = "\uFEFFLIBRARY zipioproc\r\nEXPORTS\r\n  InstallZipIoProc\r\n";
    assertThat(parse(ONE, text).functions()).hasSize(1);
  }

  /** Each row is the third line of a file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Play|No procedure of zipioproc has a function \"Play\": each has Install..., Remove...,"
            + " Preload..., ...Callback, ...ErrorText, ...Java, ...Version and ...DoctorW. To rename one, write"
            + " Name=InstallZipIoProc.",
        "Play=other.Play|No procedure of zipioproc has a function \"other.Play\": each has"
            + " Install..., Remove..., Preload..., ...Callback, ...ErrorText, ...Java,"
            + " ...Version and ...DoctorW. To rename one, write Name=InstallZipIoProc.",
        "Play=|The line is incomplete.",
        "Play==InstallZipIoProc|No procedure of zipioproc has a function \"=\": each has"
            + " Install..., Remove..., Preload..., ...Callback, ...ErrorText, ...Java,"
            + " ...Version and ...DoctorW. To rename one, write Name=InstallZipIoProc.",
        "=InstallZipIoProc|\"=\" is not a function's name in C.",
        "Play-Zip=InstallZipIoProc|\"Play-Zip\" is not a function's name in C.",
        "_Play@0=InstallZipIoProc|\"_Play@0\" is not a function's name in C.",
        "\"_Play@0\"=InstallZipIoProc|\"_Play@0\" is not a function's name in C.",
        "\"\"=InstallZipIoProc|\"\" is not a function's name in C.",
        "register=InstallZipIoProc|\"register\" is a keyword of C or C++.",
        "PFN_Play=InstallZipIoProc|\"PFN_Play\" begins with PFN_, as the header's pointer types do.",
        "Remove=InstallZipIoProc|Remove is already in line 2.",
        "InstallZipIoProc @9|Ordinal 9 is already in line 2.",
        "InstallZipIoProc @0|An ordinal must be a number from 1 to 65535, not \"0\".",
        "InstallZipIoProc @65536|An ordinal must be a number from 1 to 65535, not \"65536\".",
        "InstallZipIoProc @99999999999|An ordinal must be a number from 1 to 65535,"
            + " not \"99999999999\".",
        "InstallZipIoProc @-1|An ordinal must be a number from 1 to 65535, not \"-1\".",
        "InstallZipIoProc @x|An ordinal must be a number from 1 to 65535, not \"x\".",
        "InstallZipIoProc @|The line is incomplete.",
        "InstallZipIoProc NONAME|NONAME must follow an ordinal, as in @1 NONAME.",
        "InstallZipIoProc DATA|DATA and CONSTANT are for variables, and a wrapper exports functions.",
        "InstallZipIoProc @1 constant|DATA and CONSTANT are for variables, and a wrapper exports"
            + " functions.",
        "InstallZipIoProc PRIVATE NONAME|\"NONAME\" was not expected. The line must read:"
            + " Name[=Generated] [@ordinal [NONAME]] [PRIVATE]",
        "InstallZipIoProc RemoveZipIoProc|\"RemoveZipIoProc\" was not expected. The line must read:"
            + " Name[=Generated] [@ordinal [NONAME]] [PRIVATE]",
        "\"InstallZipIoProc|A quotation mark is missing.",
        "HeapSize 4096|HeapSize is not supported: only LIBRARY and EXPORTS are.",
        "IMPORTS|IMPORTS is not supported: only LIBRARY and EXPORTS are.",
        "LIBRARY tar|The library's name must be zipioproc, not \"tar\".",
        "LIBRARY|LIBRARY must name the library, zipioproc.",
        "LIBRARY zipioproc BASE=0x1|\"BASE\" was not expected. The line must read:"
            + " LIBRARY \"zipioproc\"",
      })
  void aWrongLineIsReported(String line, String problem) {
    String text = "EXPORTS ; first\nRemove=RemoveZipIoProc @9\n" + line + "\nPreloadZipIoProc\n";
    assertProblem(text, FILE + ":3: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "|: It exports no functions.",
        "LIBRARY zipioproc/EXPORTS|: It exports no functions.",
        "LIBRARY zipioproc/InstallZipIoProc|:2: Functions must follow a line EXPORTS.",
        "InstallZipIoProc|:1: Functions must follow a line EXPORTS.",
        "LIBRARY zipioproc/LIBRARY zipioproc|:2: LIBRARY must not be given twice.",
        "EXPORTS/LIBRARY zipioproc/InstallZipIoProc|:3: Functions must follow a line EXPORTS.",
      })
  void aWrongFileIsReported(String lines, String problem) {
    assertProblem(lines == null ? "" : lines.replace('/', '\n'), FILE + problem);
  }

  private static void assertProblem(String text, String problem) {
    InvalidFileException wrong =
        assertThrows(InvalidFileException.class, () -> parse(ONE, text), "should be refused");
    assertThat(wrong).hasMessageThat().isEqualTo(problem);
  }

  @Test
  void onlyAnUneditedFileIsGenerated() {
    for (WrapperSpec library : List.of(ONE, TWO)) {
      String text = ModuleDefinitionWriter.write(Exports.all(library));
      assertThat(ModuleDefinitionWriter.isGenerated(text)).isTrue();
      assertThat(ModuleDefinitionWriter.isGenerated(text.replace("\n", "\r\n"))).isTrue();
      for (String edited :
          List.of(
              text.replace("; Generated by ioproc from\n", ""),
              text.replace("  ZipIoProcJava\n", ""),
              text.replaceAll("  \\w*ZipIoProc\\w*\n", ""),
              text.replace("  ZipIoProcJava\n", "  ZipIoProcJava @7\n"),
              text.replace("  ZipIoProcJava\n", "  Java=ZipIoProcJava\n"))) {
        assertThat(ModuleDefinitionWriter.isGenerated(edited)).isFalse();
      }
    }
    assertThat(ModuleDefinitionWriter.isGenerated("")).isFalse();
  }

  private static Exports parse(WrapperSpec library, String text) throws InvalidFileException {
    return ModuleDefinitionParser.parse(library, FILE, text);
  }
}
