package org.ioproc.samples.zip;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.samples.testing.Archives;
import org.ioproc.samples.testing.Reads;
import org.ioproc.samples.testing.Request;
import org.ioproc.samples.testing.Threads;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZipIoProcTest {

  private static final byte[] CONTENT = Archives.content(Archives.LARGE, 1);

  @TempDir static Path folder;
  private static Path archive;
  private final ZipIoProc procedure = new ZipIoProc();

  @BeforeAll
  static void createArchives() throws IOException {
    archive = Archives.create(folder.resolve("music.zip"), CONTENT);
    Archives.pack(folder.resolve("outer-deflated.zip"), archive);
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("outer-stored.zip")))) {
      Archives.addStored(zip, "music.zip", Files.readAllBytes(archive));
    }
  }

  private SeekableByteChannel open(String name) throws IOException {
    return procedure.open(Request.toRead(folder + "/" + name)); // A path loses a trailing slash.
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "music.zip+stored.bin",
        "music.zip+deflated.bin",
        "outer-stored.zip+music.zip+stored.bin",
        "outer-stored.zip+music.zip+deflated.bin",
        "outer-deflated.zip+music.zip+stored.bin",
        "outer-deflated.zip+music.zip+deflated.bin"
      })
  void readsWhatWasPacked(String name) throws IOException {
    try (SeekableByteChannel file = open(name)) {
      assertThat(file.size()).isEqualTo(CONTENT.length);
      assertThat(Reads.all(file)).isEqualTo(CONTENT);
      assertThat(Reads.all(file)).isEqualTo(CONTENT);
      Reads.compareAtRandom(file, CONTENT, 10_000, 2);
      assertThat(Reads.all(file)).isEqualTo(CONTENT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder/empty.bin", "folder\\empty.bin", "folder/nothing.bin"})
  void readsEmptyEntries(String entry) throws IOException {
    try (SeekableByteChannel file = open("music.zip+" + entry)) {
      assertThat(file.size()).isEqualTo(0);
      assertThat(Reads.all(file)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stored.bin", "deflated.bin"})
  void servesManyThreads(String entry) throws Exception {
    Threads.runAll(
        number -> {
          try (SeekableByteChannel file = open("music.zip+" + entry)) {
            Reads.compareAtRandom(file, CONTENT, 2000, number);
          }
        });
  }

  @Test
  void noticesThatAnArchiveWasReplaced() throws IOException {
    Path changing = Archives.create(folder.resolve("changing.zip"), new byte[10]);
    byte[] later = Archives.content(2000, 3);
    open("changing.zip+stored.bin").close();
    Archives.create(changing, later);
    try (SeekableByteChannel file = open("changing.zip+stored.bin")) {
      assertThat(Reads.all(file)).isEqualTo(later);
    }
  }

  @Test
  void isReadOnly() throws IOException {
    MmioException refusal =
        assertThrows(
            MmioException.class, () -> procedure.open(Request.toWrite(archive + "+stored.bin")));
    assertThat(refusal.error()).isEqualTo(MmioError.ACCESS_DENIED);
    try (SeekableByteChannel file = open("music.zip+stored.bin")) {
      assertThrows(NonWritableChannelException.class, () -> file.write(ByteBuffer.allocate(1)));
      assertThrows(NonWritableChannelException.class, () -> file.truncate(0));
    }
  }

  @Test
  void refusesToReadAfterClosing() throws IOException {
    SeekableByteChannel file = open("music.zip+deflated.bin");
    file.close();
    file.close();
    assertThat(file.isOpen()).isFalse();
    assertThrows(ClosedChannelException.class, () -> file.read(ByteBuffer.allocate(1)));
    assertThrows(ClosedChannelException.class, file::position);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @Tag("not-on-windows")
  void leavesNothingOpen() throws IOException {
    open("music.zip+deflated.bin").close();
    List<Path> before = openFiles();
    readsWhatWasPacked("outer-deflated.zip+music.zip+deflated.bin");
    assertThrows(IOException.class, () -> open("music.zip+missing.bin"));
    assertThrows(IOException.class, () -> open("music.zip+folder/"));
    assertThrows(IOException.class, () -> open("outer-stored.zip+music.zip+missing.bin"));
    assertThat(openFiles()).containsExactlyElementsIn(before);
  }

  /** Returns the archives and temporary files that this process has open. */
  private static List<Path> openFiles() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.flatMap(ZipIoProcTest::target).toList();
    }
  }

  private static Stream<Path> target(Path descriptor) {
    try {
      Path target = Files.readSymbolicLink(descriptor);
      String name = target.toString();
      return name.contains(".zip") || name.contains("ioproc") ? Stream.of(target) : Stream.of();
    } catch (IOException closedMeanwhile) {
      return Stream.of();
    }
  }
}
