package org.ioproc.differential;

import java.nio.file.Path;

/** Writes {@code runtime/DIFFERENCES.md} from the differences that the tests know. */
final class DifferencesPage {

  static final Path FILE = Path.of("DIFFERENCES.md");

  private static final String COMMON =
      """

      ## What both do

      Microsoft does not document these, or documents something else:

      - `mmioOpen` with `MMIO_GETTEMP` fails for ordinary files. A custom procedure gets it as `MMIOM_OPEN`.
      - `mmioOpen` with `MMIO_EXIST` leaves `wErrorRet` as it was if the file exists.
      - A file that is opened under the code `DOS`, even by a custom procedure, gets three `MMIOM_SEEK`s, which look for its end.
      - `mmioFlush` and `mmioClose` send `MMIOM_WRITE`, never `MMIOM_WRITEFLUSH`.
      - `mmioSeek` from the end subtracts the offset for ordinary files and files in memory; a custom procedure gets it unchanged.
      - `mmioDescend` with several search flags follows `MMIO_FINDRIFF` first, then `MMIO_FINDLIST`.
      - `mmioInstallIOProc` with `MMIO_REMOVEPROC` ignores `pIOProc` and removes the newest procedure of the code; under code 0 it
        removes the newest entry of `pIOProc`.
      """;

  private DifferencesPage() {}

  static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            # Where the embedded manager differs from winmm

            The embedded manager follows winmm in names, the order of messages, counts, errors and what `mmioGetInfo` shows. Where
            winmm loses data, hides an error or damages memory, it follows Microsoft's documentation instead. The tables have every
            difference; tests compare the two managers on random programs and know no others. What winmm does was measured with Wine
            8.0's `winmm.dll`, and Windows may do something else. The fourth column has the page of Microsoft's that is followed.
            """);
    section(text, "Buffers", BufferDifference.values());
    section(text, "Chunks", ChunkDifference.values());
    section(text, "Ordinary files, files in memory and invalid handles", FileDifference.values());
    section(text, "Opening, deleting, renaming and closing", OpeningDifference.values());
    return text.append(COMMON).toString();
  }

  private static void section(StringBuilder text, String title, Difference[] differences) {
    text.append("\n## ").append(title).append('\n');
    text.append(
        """

        | difference | when | winmm | documented | the embedded manager | why |
        |---|---|---|---|---|---|
        """);
    for (Difference difference : differences) {
      Difference.Row row = difference.row();
      String[] cells = {
        difference.name(), row.when(), row.winmm(), row.documented(), row.here(), row.why()
      };
      text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
  }
}
