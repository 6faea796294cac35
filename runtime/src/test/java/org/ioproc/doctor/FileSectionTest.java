package org.ioproc.doctor;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.mmio.Mmio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of a file's content. */
class FileSectionTest {

  private final Mmio mmio = Mmio.newEmbedded();
  @TempDir Path folder;

  @Test
  void theChunksOfASoundAreListed() throws Exception {
    assertThat(
            chunks(
                riff("WAVE", list("INFO", chunk("IART", 3)), chunk("fmt ", 16), chunk("data", 5))))
        .containsExactly(
            "chunks          RIFF WAVE, 66 bytes at 8",
            "                  LIST INFO, 16 bytes at 20",
            "                    IART, 3 bytes at 32",
            "                  fmt , 16 bytes at 44",
            "                  data, 5 bytes at 68")
        .inOrder();
  }

  @Test
  void severalRiffChunksAreListed() throws Exception {
    byte[] both = concat(riff("AVI ", chunk("idx1", 4)), riff("AVIX", chunk("data", 2)));
    assertThat(chunks(both))
        .containsExactly(
            "chunks          RIFF AVI , 16 bytes at 8",
            "                  idx1, 4 bytes at 20",
            "                RIFF AVIX, 14 bytes at 32",
            "                  data, 2 bytes at 44")
        .inOrder();
  }

  @Test
  void aSoundThatIsCutOffIsReported() throws Exception {
    byte[] whole = riff("WAVE", chunk("fmt ", 16), chunk("data", 100));
    assertThat(problems(Arrays.copyOf(whole, whole.length - 60)))
        .containsExactly(
            "! Chunk \"RIFF\" at 8 has 136 bytes according to its header, but only 76 bytes follow."
                + " The file is cut off, or the program that wrote it did not complete the header.",
            "! Chunk \"data\" at 44 has 100 bytes according to its header, but only 40 bytes follow."
                + " The file is cut off, or the program that wrote it did not complete the header.");
  }

  @Test
  void aSoundWithoutDataIsReported() throws Exception {
    assertThat(problems(riff("WAVE", chunk("fmt ", 16))))
        .containsExactly("! A sound must have a chunk \"data\". This one has none.");
  }

  @Test
  void otherFilesHaveNoChunks() throws Exception {
    assertThat(chunks("MThd and more".getBytes(UTF_8)))
        .containsExactly(
            "chunks          none, because the file begins with \"MThd\", and not with \"RIFF\"");
    assertThat(chunks(new byte[3]))
        .containsExactly("chunks          none, because the file is too short to be a RIFF file");
  }

  @Test
  void aFileOfEmptyChunksIsNotListedWhole() throws Exception {
    byte[][] many = new byte[1000][];
    Arrays.setAll(many, i -> chunk("JUNK", 0));
    assertThat(chunks(riff("WAVE", many))).hasSize(200);
    assertThat(problems(riff("WAVE", many))).isEmpty();
  }

  @Test
  void aWrongSizeIsReported() throws Exception {
    try (InstalledIoProc installed = mmio.install(new WrongSizeGlue(10, 7))) {
      List<String> lines = report("a.size+b");
      assertThat(lines).contains("  size            10 bytes");
      assertThat(lines)
          .contains(
              "! A file must end at its size, because programs trust it. Its size is 10 bytes, but"
                  + " reading ends after 7 bytes.");
      assertThat(installed.openFiles()).isEqualTo(0);
    }
  }

  @Test
  void anUnknownSizeIsNoProblem() throws Exception {
    try (InstalledIoProc installed = mmio.install(new WrongSizeGlue(-1, 7))) {
      List<String> lines = report("a.size+b");
      assertThat(String.join("\n", lines))
          .contains("  size            unknown: cannot find the size of");
      assertThat(lines).contains("Nothing wrong was found.");
      assertThat(installed.openFiles()).isEqualTo(0);
    }
  }

  private List<String> chunks(byte[] content) throws IOException {
    List<String> lines = report(content);
    int first = 0;
    while (!lines.get(first).startsWith("  chunks")) {
      first++;
    }
    return lines.stream()
        .skip(first)
        .filter(line -> line.startsWith("  "))
        .map(line -> line.substring(2))
        .toList();
  }

  private List<String> problems(byte[] content) throws IOException {
    return report(content).stream().filter(line -> line.startsWith("!")).toList();
  }

  private List<String> report(byte[] content) throws IOException {
    return report(Files.write(folder.resolve("file"), content).toString());
  }

  private List<String> report(String name) throws MmioException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Report report =
        new Report(new PrintStream(bytes, true, UTF_8), new PersonalNames("", "", "", false));
    new FileSection(report, mmio, name).write();
    boolean healthy = report.end();
    List<String> lines = bytes.toString(UTF_8).lines().toList();
    assertThat(lines.stream().noneMatch(line -> line.startsWith("!"))).isEqualTo(healthy);
    return lines;
  }

  private static byte[] riff(String form, byte[]... chunks) {
    return list("RIFF", form, chunks);
  }

  private static byte[] list(String type, byte[]... chunks) {
    return list("LIST", type, chunks);
  }

  private static byte[] list(String id, String type, byte[]... chunks) {
    byte[] content = concat(chunks);
    return ByteBuffer.allocate(12 + content.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(id.getBytes(UTF_8))
        .putInt(4 + content.length)
        .put(type.getBytes(UTF_8))
        .put(content)
        .array();
  }

  private static byte[] chunk(String id, int size) {
    return ByteBuffer.allocate(8 + size + (size & 1))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(id.getBytes(UTF_8))
        .putInt(size)
        .array();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
