package org.ioproc.samples.dir;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.samples.testing.Archives;
import org.ioproc.samples.testing.Reads;
import org.ioproc.samples.testing.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DirIoProcTest {

  private static final byte[] CONTENT = Archives.content(100_000, 1);

  @TempDir Path parent;
  private Path folder;
  private final DirIoProc procedure = new DirIoProc();

  @BeforeEach
  void createFolder() throws IOException {
    folder = Files.createDirectories(parent.resolve("music.dir"));
    Files.createDirectory(folder.resolve("old"));
    Files.write(folder.resolve("track.bin"), CONTENT);
    Files.write(folder.resolve("old/track.bin"), CONTENT);
    Files.write(parent.resolve("secret.bin"), CONTENT);
  }

  private String name(String element) {
    return folder + "+" + element;
  }

  private MmioName mmioName(String element) throws MmioException {
    return MmioName.of(name(element));
  }

  @ParameterizedTest
  @ValueSource(strings = {"track.bin", "old/track.bin", "old\\track.bin", "./track.bin"})
  void readsFiles(String element) throws IOException {
    try (SeekableByteChannel file = procedure.open(Request.toRead(name(element)))) {
      assertThat(Reads.all(file)).isEqualTo(CONTENT);
      Reads.compareAtRandom(file, CONTENT, 10_000, 2);
    }
  }

  @Test
  void createsAndChangesFiles() throws IOException {
    try (SeekableByteChannel file = procedure.open(Request.toCreate(name("new.bin")))) {
      file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    }
    try (SeekableByteChannel file = procedure.open(Request.toWrite(name("new.bin")))) {
      file.write(ByteBuffer.wrap(new byte[] {9}));
    }
    assertThat(Files.readAllBytes(folder.resolve("new.bin"))).isEqualTo(new byte[] {9, 2, 3});
  }

  @Test
  void renamesAndDeletes() throws IOException {
    procedure.rename(mmioName("track.bin"), mmioName("old/other.bin"));
    assertThat(Files.readAllBytes(folder.resolve("old/other.bin"))).isEqualTo(CONTENT);
    assertThat(Files.exists(folder.resolve("track.bin"))).isFalse();
    assertThrows(
        FileAlreadyExistsException.class,
        () -> procedure.rename(mmioName("old/track.bin"), mmioName("old/other.bin")));
    procedure.delete(mmioName("old/other.bin"));
    assertThat(Files.exists(folder.resolve("old/other.bin"))).isFalse();
    assertThrows(NoSuchFileException.class, () -> procedure.delete(mmioName("old/other.bin")));
  }

  /** The container is the longest part that is a folder. */
  @ParameterizedTest
  @CsvSource({
    "music.dir+Drum+Bass.bin, music.dir/Drum+Bass.bin",
    "music.dir+1+2+3.bin, music.dir/1+2+3.bin",
    "music.dir+a+b/c+.bin, music.dir/a+b/c+.bin",
    "music.dir++, music.dir/+",
    "music.dir+a+b+c.bin, music.dir+a+b/c.bin",
    "C++/music.dir+Drum+Bass.bin, C++/music.dir/Drum+Bass.bin"
  })
  void namesMayContainAPlus(String text, String path) throws IOException {
    Path file = parent.resolve(path);
    Files.createDirectories(file.getParent());
    String name = parent + "/" + text;
    try (SeekableByteChannel created = procedure.open(Request.toCreate(name))) {
      created.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(new byte[] {1, 2, 3});
    procedure.rename(MmioName.of(name), MmioName.of(name + "+"));
    procedure.rename(MmioName.of(name + "+"), MmioName.of(name));
    assertThat(Files.exists(file)).isTrue();
    procedure.delete(MmioName.of(name));
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void renamingToTheSameNameDoesNothing() throws IOException {
    procedure.rename(mmioName("track.bin"), mmioName("./track.bin"));
    assertThat(Files.readAllBytes(folder.resolve("track.bin"))).isEqualTo(CONTENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret.bin", "old/../../secret.bin", "..\\secret.bin", "/etc/hosts", "old"})
  void keepsElementsInside(String element) {
    requireDenied(element);
  }

  @Test
  @Tag("not-in-wine") // Wine creates no links, and reports success.
  void followsNoLinks() throws IOException {
    assumeTrue(canLink(), "links can be created");
    requireDenied("link.bin");
    requireDenied("up/secret.bin");
    requireDenied("dangling.bin");
    requireDenied("inner/track.bin");
    requireDenied("same.bin");
  }

  private boolean canLink() throws IOException {
    try {
      Files.createSymbolicLink(folder.resolve("link.bin"), parent.resolve("secret.bin"));
      Files.createSymbolicLink(folder.resolve("up"), parent);
      Files.createSymbolicLink(folder.resolve("dangling.bin"), parent.resolve("new.bin"));
      Files.createSymbolicLink(folder.resolve("inner"), folder.resolve("old"));
      Files.createSymbolicLink(folder.resolve("same.bin"), folder.resolve("track.bin"));
      return Files.isSymbolicLink(folder.resolve("link.bin")); // Not under Wine.
    } catch (IOException | UnsupportedOperationException notAllowed) {
      return false;
    }
  }

  /** Requires that every request is denied, and that the file outside is unchanged. */
  private void requireDenied(String element) {
    requireDenied(() -> procedure.open(Request.toRead(name(element))).close());
    requireDenied(() -> procedure.open(Request.toCreate(name(element))).close());
    requireDenied(() -> procedure.delete(mmioName(element)));
    requireDenied(() -> procedure.rename(mmioName(element), mmioName("mine.bin")));
    requireDenied(() -> procedure.rename(mmioName("track.bin"), mmioName(element)));
    assertThat(parent.resolve("secret.bin").toFile().length()).isEqualTo(CONTENT.length);
  }

  private static void requireDenied(Executable attempt) {
    MmioException refusal = assertThrows(MmioException.class, attempt);
    assertThat(refusal.error()).isEqualTo(MmioError.ACCESS_DENIED);
  }

  @Test
  void saysWhatIsMissing() {
    MmioException noFolder =
        assertThrows(
            MmioException.class,
            () -> procedure.open(Request.toRead(parent.resolve("none.dir") + "+track.bin")));
    assertThat(noFolder.error()).isEqualTo(MmioError.PATH_NOT_FOUND);
    for (String missing : new String[] {"missing.bin", "none/track.bin", "none/none/track.bin"}) {
      assertThrows(NoSuchFileException.class, () -> procedure.open(Request.toRead(name(missing))));
      assertThrows(NoSuchFileException.class, () -> procedure.delete(mmioName(missing)));
      assertThrows(
          NoSuchFileException.class,
          () -> procedure.rename(mmioName(missing), mmioName("new.bin")));
    }
    assertThrows(
        NotDirectoryException.class,
        () -> procedure.open(Request.toRead(name("track.bin/track.bin"))));
    MmioException noElement =
        assertThrows(MmioException.class, () -> procedure.open(Request.toRead(name(""))));
    assertThat(noElement.error()).isEqualTo(MmioError.FILE_NOT_FOUND);
  }
}
