package org.ioproc.mmio;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioOption;
import org.ioproc.ShareMode;
import org.junit.jupiter.api.function.Executable;

/** Requests to a manager and its files that several tests share. */
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

  /** Returns the bytes in memory between two indexes. */
  static String text(ByteBuffer memory, int from, int to) {
    byte[] bytes = new byte[to - from];
    memory.get(from, bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /** Returns the options with these names, which are separated by spaces. */
  static OpenOption[] options(String names) {
    return Stream.of(names.split(" ")).map(Requests::option).toArray(OpenOption[]::new);
  }

  private static OpenOption option(String name) {
    return Stream.<OpenOption[]>of(
            StandardOpenOption.values(), ShareMode.values(), MmioOption.values())
        .flatMap(Stream::of)
        .filter(option -> option.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static boolean onWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  static MmioError error(Executable request) {
    return assertThrows(MmioException.class, request).error();
  }
}
