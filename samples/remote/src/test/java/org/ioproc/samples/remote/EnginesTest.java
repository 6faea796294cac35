package org.ioproc.samples.remote;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.SeekOrigin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Reads and writes through real servers, which .ci/remote starts, and ends some of them. */
@Tag("engines")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EnginesTest {

  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  private final Mmio mmio = Mmio.newEmbedded();
  private final List<InstalledIoProc> installed = new ArrayList<>();
  private String bucket = "";

  @BeforeEach
  void install() throws IOException {
    installed.add(UrlIoProcInstaller.install(mmio, new UrlIoProc()));
    installed.add(S3IoProcInstaller.install(mmio, new S3IoProc()));
    Files.writeString(
        folder.resolve("songs.url"), "[InternetShortcut]\r\nURL=" + engine("web") + "/sounds\r\n");
    bucket = bucket("songs", "bucket=songs\nprefix=" + getClass().getSimpleName() + "/\n");
  }

  @AfterEach
  void uninstall() {
    for (InstalledIoProc procedure : installed) {
      assertThat(procedure.openFiles()).isEqualTo(0);
      procedure.close();
    }
  }

  private static String engine(String name) {
    return System.getProperty("org.ioproc.samples.engines." + name);
  }

  private String bucket(String name, String lines) throws IOException {
    Path file = folder.resolve(name + ".s3");
    Files.writeString(file, lines + "endpoint=" + engine("s3") + "\n");
    return file + "+";
  }

  private void write(String name, byte[] content, OpenOption... options) throws IOException {
    try (MmioFile file = mmio.open(name, options)) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(content.length).put(content).flip();
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
    }
  }

  private byte[] read(String name) throws IOException {
    try (MmioFile file = mmio.open(name, READ)) {
      long size = file.seek(0, SeekOrigin.END);
      file.seek(0, SeekOrigin.START);
      return read(file, (int) size + 1);
    }
  }

  private static byte[] read(MmioFile file, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(count);
    while (buffer.hasRemaining()) {
      ByteBuffer piece = buffer.slice(buffer.position(), Math.min(8192, buffer.remaining()));
      int read = file.read(piece);
      if (read <= 0) {
        break;
      }
      buffer.position(buffer.position() + read);
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.get(0, bytes);
    return bytes;
  }

  private void requireFailure(MmioError error, String text, String name, OpenOption... options) {
    MmioException failure =
        assertThrows(MmioException.class, () -> mmio.open(name, options).close());
    assertThat(failure).hasMessageThat().contains(text);
    assertThat(failure.error()).isEqualTo(error);
  }

  @Test
  @Order(1)
  void filesBehindAWebServerAreRead() throws IOException {
    byte[] content = RandomContent.of(5 * MIB + 3);
    Path www = Files.createDirectories(Path.of(engine("www"), "sounds", "Łódź & co"));
    Files.write(www.resolve("50% #1.wav"), content);
    Files.write(www.resolve("empty"), new byte[0]);
    String container = folder + "/songs.url+Łódź & co/";
    assertThat(read(container + "50% #1.wav")).isEqualTo(content);
    assertThat(read(container + "empty")).isEmpty();
    requireFailure(MmioError.FILE_NOT_FOUND, "no such thing", container + "none.wav", READ);
    requireFailure(MmioError.ACCESS_DENIED, "read-only", container + "empty", WRITE);
    requireFailure(MmioError.ACCESS_DENIED, "..", container + "../../x", READ);
  }

  @Test
  @Order(2)
  void anObjectIsWrittenReadAndChanged() throws IOException {
    byte[] content = RandomContent.of(3 * MIB + 7);
    String name = bucket + "a folder/Łódź & 50% #1.wav";
    write(name, content, CREATE, WRITE);
    assertThat(read(name)).isEqualTo(content);
    try (MmioFile file = mmio.open(name, READ, WRITE)) {
      file.seek(4, SeekOrigin.START);
      file.write(ByteBuffer.allocateDirect(4).put(new byte[] {1, 2, 3, 4}).flip());
    }
    for (int i = 0; i < 4; i++) {
      content[4 + i] = (byte) (i + 1);
    }
    assertThat(read(name)).isEqualTo(content);
    write(name, new byte[0], CREATE, WRITE);
    assertThat(read(name)).isEmpty();
  }

  @Test
  @Order(3)
  void whatTheServerRefusesIsReported() throws IOException {
    requireFailure(MmioError.FILE_NOT_FOUND, "no such thing", bucket + "none.wav", READ);
    String others = bucket("others", "bucket=others\n");
    requireFailure(MmioError.ACCESS_DENIED, "(status 403)", others + "a.wav", READ);
    requireFailure(MmioError.ACCESS_DENIED, "(status 403)", others + "a.wav", CREATE, WRITE);
    String secret = bucket("secret", "bucket=songs\nsecretKey=x\n");
    requireFailure(MmioError.INVALID_FILE, "[secretKey]", secret + "a.wav", READ);
    String unknown = bucket("unknown", "bucket=songs\nprofile=nobody\n");
    requireFailure(MmioError.ACCESS_DENIED, "nobody", unknown + "a.wav", READ);
  }

  @Test
  @Order(4)
  void anObjectThatIsReplacedWhileItIsReadIsAnError() throws IOException {
    String name = bucket + "replaced.wav";
    write(name, RandomContent.of(2 * MIB), CREATE, WRITE);
    try (MmioFile file = mmio.open(name, READ)) {
      assertThat(read(file, 1000)).hasLength(1000);
      write(name, RandomContent.of(2 * MIB + 1), CREATE, WRITE);
      file.seek(MIB + MIB / 2, SeekOrigin.START);
      MmioException failure = assertThrows(MmioException.class, () -> read(file, 1000));
      assertThat(failure).hasMessageThat().contains("was replaced");
    }
  }

  /** Each object is on two of the three volume servers. */
  @Test
  @Order(5)
  void theEndOfAVolumeServerIsNotNoticed(TestReporter reporter) throws Exception {
    int files = 16;
    byte[] content = RandomContent.of(8 * MIB);
    for (int i = 0; i < files; i++) {
      write(bucket + "kept" + i, content, CREATE, WRITE);
    }
    AtomicLong blocks = new AtomicLong();
    AtomicLong longest = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(files);
    List<Future<byte[]>> running = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      String name = bucket + "kept" + i;
      running.add(threads.submit(() -> readSlowly(name, content.length, blocks, longest)));
    }
    while (blocks.get() < 8L * files) {
      Thread.sleep(10);
    }
    long before = longest.getAndSet(0);
    end("volume0");
    for (Future<byte[]> one : running) {
      assertThat(one.get()).isEqualTo(content);
    }
    threads.shutdown();
    reporter.publishEntry(
        "the longest of %d files' reads of 128 KiB".formatted(files),
        "%d ms, and %d ms after the end of a volume server".formatted(before, longest.get()));
  }

  /** Reads at the pace of a player with little patience. */
  private byte[] readSlowly(String name, int size, AtomicLong blocks, AtomicLong longest)
      throws Exception {
    byte[] all = new byte[size];
    try (MmioFile file = mmio.open(name, READ)) {
      for (int done = 0; done < size; done += Block.SIZE) {
        long begin = System.nanoTime();
        byte[] piece = read(file, Block.SIZE);
        longest.accumulateAndGet((System.nanoTime() - begin) / 1_000_000, Math::max);
        System.arraycopy(piece, 0, all, done, piece.length);
        blocks.incrementAndGet();
        Thread.sleep(20);
      }
    }
    return all;
  }

  private static void end(String server) {
    ProcessHandle process = ProcessHandle.of(Long.parseLong(engine(server))).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  @Test
  @Order(6)
  void withoutAnyCopyReadingFailsAndIsNeverShort(TestReporter reporter) throws Exception {
    String name = bucket + "lost.wav";
    byte[] content = RandomContent.of(4 * MIB);
    write(name, content, CREATE, WRITE);
    try (MmioFile file = mmio.open(name, READ)) {
      assertThat(read(file, 1000)).hasLength(1000);
      end("volume1");
      end("volume2");
      file.seek(3 * MIB, SeekOrigin.START);
      long begin = System.nanoTime();
      MmioException failure = assertThrows(MmioException.class, () -> read(file, 1000));
      assertThat(failure).hasMessageThat().contains("cannot read");
      reporter.publishEntry(
          "a read fails without any volume server",
          "after %d ms".formatted((System.nanoTime() - begin) / 1_000_000));
    }
  }

  @Test
  @Order(7)
  void withoutTheGatewayOpeningAndClosingFail() throws Exception {
    MmioFile written = mmio.open(bucket + "unsent.wav", CREATE, WRITE);
    written.write(ByteBuffer.allocateDirect(1000));
    end("filer");
    MmioException failure = assertThrows(MmioException.class, written::close);
    assertThat(failure).hasMessageThat().contains("no server answers");
    assertThat(failure.error()).isEqualTo(MmioError.NETWORK_ERROR);
    requireFailure(MmioError.NETWORK_ERROR, "no server answers", bucket + "lost.wav", READ);
  }
}
