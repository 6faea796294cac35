package org.ioproc.mmio;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.junit.jupiter.api.function.Executable;

/** What the contract's tests ask of a manager and of its files. */
final class Requests {

  private Requests() {}

  static String read(Mmio mmio, String name, int count) throws IOException {
    try (MmioFile file = mmio.open(name)) {
      return read(file, count);
    }
  }

  static String read(MmioFile file, int count) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(count);
    int read = file.read(target);
    return read < 0 ? "end" : new String(target.array(), 0, read, StandardCharsets.US_ASCII);
  }

  static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** What is in memory from an index to another. */
  static String text(ByteBuffer memory, int from, int to) {
    byte[] bytes = new byte[to - from];
    memory.get(from, bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  static boolean onWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  static MmioError error(Executable request) {
    return assertThrows(MmioException.class, request).error();
  }
}
