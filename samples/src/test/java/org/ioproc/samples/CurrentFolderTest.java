package org.ioproc.samples;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import com.sun.jna.WString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ioproc.InstalledIoProc;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.samples.dir.DirIoProcInstaller;
import org.ioproc.samples.xyz.XyzIoProcInstaller;
import org.ioproc.samples.zip.ZipIoProcInstaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program may change its current folder while Java runs. If two folders have containers with the
 * same name, the samples must open the one in the current folder, even if both are equal in size
 * and age.
 */
class CurrentFolderTest {

  private static final Path START = Path.of("").toAbsolutePath();

  @TempDir Path folder;

  private final Mmio mmio = Mmio.system();

  @BeforeEach
  void createContainers() throws IOException {
    for (String each : new String[] {"one", "two"}) {
      Path inner = Files.createDirectory(folder.resolve(each));
      Path archive = inner.resolve("music.zip");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
        ZipEntry entry = new ZipEntry(each);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(each.getBytes(StandardCharsets.US_ASCII));
      }
      Files.setLastModifiedTime(archive, FileTime.fromMillis(1_000_000_000_000L));
      Files.writeString(Files.createDirectory(inner.resolve("music.dir")).resolve("a"), each);
    }
  }

  @AfterEach
  void goBack() {
    goTo(START);
  }

  private static void goTo(Path current) {
    boolean done =
        Platform.isWindows()
            ? Function.getFunction("kernel32", "SetCurrentDirectoryW", Function.ALT_CONVENTION)
                    .invokeInt(new Object[] {new WString(current.toString())})
                != 0
            : Function.getFunction("c", "chdir").invokeInt(new Object[] {current.toString()}) == 0;
    assertThat(done).isTrue();
  }

  private String read(String name) throws IOException {
    try (MmioFile file = mmio.open(name)) {
      return read((SeekableByteChannel) file);
    }
  }

  private static String read(SeekableByteChannel file) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(3);
    assertThat(file.read(content)).isEqualTo(3);
    return new String(content.array(), StandardCharsets.US_ASCII);
  }

  @Test
  void archivesAreNotConfused() throws IOException {
    try (InstalledIoProc procedure = ZipIoProcInstaller.install()) {
      for (String current : new String[] {"one", "two", "one"}) {
        goTo(folder.resolve(current));
        assertThat(read("music.zip+" + current)).isEqualTo(current);
        assertThat(read("../one/music.zip+one")).isEqualTo("one");
      }
      assertThat(procedure.openFiles()).isEqualTo(0);
    }
  }

  @Test
  void foldersAreNotConfused() throws IOException {
    try (InstalledIoProc procedure = DirIoProcInstaller.install()) {
      for (String current : new String[] {"one", "two", "one"}) {
        goTo(folder.resolve(current));
        assertThat(read("music.dir+a")).isEqualTo(current);
      }
      assertThat(procedure.openFiles()).isEqualTo(0);
    }
  }

  @Test
  void scrambledFilesAreNotConfused() throws IOException {
    try (InstalledIoProc procedure = XyzIoProcInstaller.install()) {
      for (String current : new String[] {"one", "two"}) {
        goTo(folder.resolve(current));
        try (MmioFile file = mmio.open("song.xyz+key", CREATE, WRITE)) {
          file.write(ByteBuffer.wrap(current.getBytes(StandardCharsets.US_ASCII)));
        }
        assertThat(folder.resolve(current).resolve("song.xyz").toFile().length()).isEqualTo(3);
      }
      assertThat(read("../one/song.xyz+key")).isEqualTo("one");
      assertThat(procedure.openFiles()).isEqualTo(0);
    }
  }
}
