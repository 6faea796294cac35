package org.ioproc.testing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import org.ioproc.FourCc;
import org.ioproc.MmioOption;
import org.ioproc.mmio.MmioChunk;
import org.ioproc.mmio.MmioChunks;

/** A RIFF file that a program records: it learns the sizes last, and puts them into the headers. */
final class RiffFile {

  private static final FourCc FORM = FourCc.of("WAVE");
  private static final FourCc DATA = FourCc.of("data");

  /** An odd size, so that a byte of padding follows. */
  private static final int SIZE = 9001;

  private RiffFile() {}

  static void check(Program program, String name) throws Exception {
    ExpectedFile expected = new ExpectedFile(name, whole());
    record(program, name, CREATE, WRITE);
    WriteChecks.requireContent(program, expected);
    record(program, name, CREATE, READ, WRITE, MmioOption.BUFFERED);
    WriteChecks.requireContent(program, expected);
  }

  private static void record(Program program, String name, OpenOption... options) throws Exception {
    try (ClientFile file = program.open(name, options)) {
      MmioChunks chunks = file.file().chunks();
      file.asks("write a RIFF header to");
      MmioChunk riff = chunks.createRiff(FORM);
      MmioChunk data = chunks.createChunk(DATA);
      file.write(samples());
      file.asks("write the sizes of the chunks to");
      data.close();
      riff.close();
    }
  }

  private static byte[] samples() {
    byte[] samples = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      samples[i] = (byte) (i * 7);
    }
    return samples;
  }

  private static byte[] whole() {
    ByteBuffer whole = ByteBuffer.allocate(20 + SIZE + 1).order(ByteOrder.LITTLE_ENDIAN);
    whole.put(text("RIFF")).putInt(12 + SIZE + 1).put(text("WAVE"));
    return whole.put(text("data")).putInt(SIZE).put(samples()).array();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
