package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ioproc.InstalledIoProc;
import org.ioproc.glue.OpenerGlue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pending interrupt harms no file, and is still pending afterwards. */
class InterruptTest {

  @TempDir Path folder;

  @AfterEach
  void clear() {
    Thread.interrupted();
  }

  static Stream<Arguments> files() {
    return Stream.of(CallPath.values())
        .flatMap(
            path ->
                Stream.of("file", "a.path+file", "a.chan+file")
                    .map(name -> Arguments.of(path, name)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyCallWorksDuringAPendingInterrupt(CallPath callPath, String name) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "0123456789");
    Mmio mmio = callPath.newManager();
    try (InstalledIoProc paths = mmio.install(new OpenerGlue("PATH", OpenerGlue.at(file)));
        InstalledIoProc channels =
            mmio.install(
                new OpenerGlue("CHAN", request -> FileChannel.open(file, request.options())))) {
      String opened = name.equals("file") ? file.toString() : name;
      MmioFile used = interrupted(() -> mmio.open(opened, READ, WRITE));
      assertThat(interrupted(() -> read(used, 2))).isEqualTo("01");
      interrupted(() -> used.seek(-2, SeekOrigin.CURRENT));
      assertThat(interrupted(() -> used.write(ByteBuffer.wrap(new byte[] {'a', 'b'}))))
          .isEqualTo(2);
      assertThat(interrupted(used::size)).isEqualTo(10);
      assertThat(interrupted(() -> read(used, 3))).isEqualTo("234");
      interrupted(
          () -> {
            used.buffer().flush();
            used.close();
            return used;
          });
      assertThat(paths.openFiles() + channels.openFiles()).isEqualTo(0);
    }
    assertThat(Files.readString(file)).isEqualTo("ab23456789");
  }

  private static String read(MmioFile file, int count) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(count);
    int read = file.read(target);
    return new String(
        Arrays.copyOf(target.array(), Math.max(read, 0)), StandardCharsets.ISO_8859_1);
  }

  private static <T> T interrupted(Call<T> call) throws IOException {
    Thread.currentThread().interrupt();
    T result = call.run();
    assertWithMessage("still interrupted").that(Thread.interrupted()).isTrue();
    return result;
  }

  /** A call during a pending interrupt. */
  private interface Call<T> {
    T run() throws IOException;
  }
}
