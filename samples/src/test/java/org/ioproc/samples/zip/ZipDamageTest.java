package org.ioproc.samples.zip;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.samples.ReadOnlyChannel;
import org.ioproc.samples.testing.Archives;
import org.ioproc.samples.testing.Reads;
import org.ioproc.samples.testing.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are missing, truncated, damaged or of an unsupported kind. */
@Tag("any-java") // It takes long, and is the same over each transport.
final class ZipDamageTest {

  private static final int DIRECTORY_ENTRY = 0x02014B50;
  private static final byte[] CONTENT = Archives.content(1000, 1);

  @TempDir Path folder;
  private Path archive;
  private byte[] intact;

  @BeforeEach
  void createArchive() throws IOException {
    archive = Archives.create(folder.resolve("music.zip"), CONTENT);
    intact = Files.readAllBytes(archive);
  }

  private SeekableByteChannel open(String name) throws IOException {
    return new ZipIoProc().open(Request.toRead(name));
  }

  private byte[] read(String entry) throws IOException {
    try (SeekableByteChannel file = open(archive + "+" + entry)) {
      return Reads.at(file, 0, CONTENT.length + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "missing.zip+stored.bin, FILE_NOT_FOUND, There is no archive",
    "music.zip+x.wav, FILE_NOT_FOUND, entry x.wav not in music.zip",
    "music.zip+, FILE_NOT_FOUND, entry  not in music.zip",
    "music.zip+../music.zip, FILE_NOT_FOUND, not in music.zip",
    "missing.zip+music.zip+stored.bin, FILE_NOT_FOUND, There is no archive",
    "music.zip+x.zip+stored.bin, FILE_NOT_FOUND, entry x.zip not in music.zip",
    "music.zip+stored.bin+stored.bin, INVALID_FILE, stored.bin is not a ZIP archive",
    "folder.zip+stored.bin, INVALID_FILE, is a folder",
    "text.zip+stored.bin, INVALID_FILE, text.zip is not a ZIP archive",
    "empty.zip+stored.bin, INVALID_FILE, empty.zip is not a ZIP archive"
  })
  void saysWhatIsWrong(String name, MmioError error, String text) throws IOException {
    Files.createDirectory(folder.resolve("folder.zip"));
    Files.writeString(folder.resolve("text.zip"), "This is a text. ".repeat(100));
    Files.createFile(folder.resolve("empty.zip"));
    MmioException failure = assertThrows(MmioException.class, () -> open(folder + "/" + name));
    assertThat(failure).hasMessageThat().contains(text);
    assertThat(failure.error()).isEqualTo(error);
  }

  static Stream<IOException> readFailures() {
    return Stream.of(
        new ClosedByInterruptException(),
        new AsynchronousCloseException(),
        new ClosedChannelException(),
        new AccessDeniedException("music.zip"),
        new IOException("Input/output error"));
  }

  @ParameterizedTest
  @MethodSource("readFailures")
  void aReadFailureIsNotReportedAsDamage(IOException failure) {
    for (int readable = 0; readable < 3; readable++) {
      SeekableByteChannel content = new FailingChannel(intact, readable, failure);
      assertThat(assertThrows(IOException.class, () -> ZipDirectory.read("music.zip", content)))
          .isSameInstanceAs(failure);
    }
  }

  /** Fails after some bytes, as a broken drive does, or a channel that another thread closes. */
  private static final class FailingChannel extends ReadOnlyChannel {

    private final byte[] content;
    private final int readable;
    private final IOException failure;
    private int read;

    FailingChannel(byte[] content, int readable, IOException failure) {
      super(content.length);
      this.content = content;
      this.readable = readable;
      this.failure = failure;
    }

    @Override
    protected int read(ByteBuffer target, long from) throws IOException {
      if (read == readable) {
        throw failure;
      }
      target.put(content[(int) from]);
      read++;
      return 1;
    }

    @Override
    protected void release() {}
  }

  @Test
  void anInterruptIsNotReportedAsDamage() {
    Thread.currentThread().interrupt();
    assertThrows(ClosedByInterruptException.class, () -> open(archive + "+stored.bin"));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void requiresAPlusInTheName() {
    MmioException failure = assertThrows(MmioException.class, () -> open(archive.toString()));
    assertThat(failure.error()).isEqualTo(MmioError.FILE_NOT_FOUND);
    assertThat(failure).hasMessageThat().contains("'+'");
  }

  @Test
  void noticesTruncationAnywhere() throws IOException {
    int end = intact.length - Archives.COMMENT.length();
    for (int length = end - 1; length >= 0; length -= 5) {
      Files.write(archive, Arrays.copyOf(intact, length));
      for (String entry : new String[] {"stored.bin", "deflated.bin"}) {
        IOException failure = assertThrows(IOException.class, () -> read(entry));
        assertThat(errorOf(failure)).isEqualTo(MmioError.INVALID_FILE);
      }
    }
  }

  /** Changes each byte in turn. Reading must return the right bytes or fail. */
  @ParameterizedTest
  @ValueSource(strings = {"stored.bin", "deflated.bin"})
  void neverReadsWrongBytes(String entry) throws IOException {
    for (int i = 0; i < intact.length; i++) {
      byte[] damaged = intact.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      Files.write(archive, damaged);
      byte[] read;
      try {
        read = read(entry);
      } catch (IOException noticed) {
        continue;
      }
      assertWithMessage("byte %s changed", i).that(read).isEqualTo(CONTENT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8, 1, stored.bin, is encrypted",
    "8, 1, deflated.bin, is encrypted",
    "10, 12, stored.bin, compressed with method 12",
    "10, 12, deflated.bin, compressed with method 12",
    "16, 7, stored.bin, checksum",
    "16, 7, deflated.bin, checksum",
    "20, 7, stored.bin, its size is wrong",
    "20, 7, deflated.bin, ends too early",
    "20, 32000, deflated.bin, the archive ends before the entry does",
    "24, 2000, stored.bin, its size is wrong",
    "24, 2000, deflated.bin, shorter than the archive's directory says",
    "24, 900, deflated.bin, longer than the archive's directory says"
  })
  void namesTheDamage(int field, short value, String entry, String text) throws IOException {
    Files.write(archive, withDirectoryField(entry, field, value));
    ZipException failure = assertThrows(ZipException.class, () -> read(entry));
    assertThat(failure).hasMessageThat().contains("entry " + entry);
    assertThat(failure).hasMessageThat().contains(text);
  }

  /** A second attempt must not return the bytes after those that the first failed to read. */
  @ParameterizedTest
  @ValueSource(shorts = {1, 500, 900, 999})
  void aSecondAttemptGetsNoOtherBytes(short size) throws IOException {
    Files.write(archive, withDirectoryField("deflated.bin", 24, size));
    try (SeekableByteChannel file = open(archive + "+deflated.bin")) {
      for (int count = size; count > 0; count -= 1 + count / 3) {
        int wanted = count;
        assertThrows(ZipException.class, () -> Reads.at(file, 0, wanted));
      }
    }
  }

  /** Returns the archive with another value in its central directory. */
  private byte[] withDirectoryField(String entry, int field, short value) {
    ByteBuffer changed = ByteBuffer.wrap(intact.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    for (int left = entry.equals("stored.bin") ? 1 : 2; left > 0; at++) {
      if (changed.getInt(at) == DIRECTORY_ENTRY) {
        left--;
      }
    }
    return changed.putShort(at - 1 + field, value).array();
  }

  /** Maps an exception as the library does. */
  private static MmioError errorOf(IOException failure) {
    return failure instanceof MmioException mmio ? mmio.error() : MmioError.INVALID_FILE;
  }
}
