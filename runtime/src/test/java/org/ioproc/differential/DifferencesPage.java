package org.ioproc.differential;

import java.nio.file.Path;

/** Writes {@code runtime/DIFFERENCES.md} from the differences that the tests know. */
final class DifferencesPage {

  static final Path FILE = Path.of("DIFFERENCES.md");

  private static final String COMMON =
      """

      ## What both do

      Microsoft does not document the following, or documents something else:

      - `mmioOpen` with `MMIO_GETTEMP` fails for ordinary files. A custom procedure receives the
        flag with `MMIOM_OPEN`.
      - `mmioOpen` with `MMIO_EXIST` leaves `wErrorRet` unchanged if the file exists.
      - `mmioOpen` under the code `DOS` sends three `MMIOM_SEEK`s to find the file's end, even to a
        custom procedure.
      - `mmioFlush` and `mmioClose` send `MMIOM_WRITE`, never `MMIOM_WRITEFLUSH`.
      - `mmioSeek` from the end subtracts the offset for ordinary files and files in memory. A
        custom procedure receives the offset unchanged.
      - `mmioDescend` with several search flags uses `MMIO_FINDRIFF` if it is set, and otherwise
        `MMIO_FINDLIST`.
      - `mmioInstallIOProc` with `MMIO_REMOVEPROC` ignores `pIOProc` and removes the newest
        procedure of the code. Under code 0, it removes the newest entry of `pIOProc`.
      """;

  private DifferencesPage() {}

  static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            # Where the embedded manager differs from winmm

            The embedded manager follows winmm in names, the order of messages, counts, errors and
            the results of `mmioGetInfo`. Where winmm loses data, hides an error or damages memory,
            it follows Microsoft's documentation instead. The tables list every difference. Tests
            compare the two managers on random programs and accept no others. The column "winmm"
            describes the `winmm.dll` of Wine 8.0, and Windows may differ. The column "documented"
            names the Microsoft page that the embedded manager follows.
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
