package org.ioproc.differential;

import java.nio.file.Path;

/** Writes {@code runtime/DIFFERENCES.md} from the differences that the tests know. */
final class DifferencesPage {

  static final Path FILE = Path.of("DIFFERENCES.md");

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
    return text.toString();
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
