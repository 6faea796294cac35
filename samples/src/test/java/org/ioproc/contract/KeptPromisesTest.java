package org.ioproc.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ioproc.IoProc;
import org.ioproc.samples.dir.DirIoProc;
import org.ioproc.samples.testing.Archives;
import org.ioproc.samples.xyz.XyzIoProc;
import org.ioproc.samples.zip.ZipIoProc;
import org.ioproc.testing.IoProcContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples keep all promises. */
public class KeptPromisesTest {

  private static final byte[] CONTENT = Archives.content(Archives.LARGE, 1);

  /** Must stay referenced: otherwise the logging system may discard the logger, and its level. */
  private static final Logger LIBRARY = Logger.getLogger("org.ioproc");

  @TempDir Path folder;

  @BeforeAll
  static void silenceTheLog() {
    LIBRARY.setLevel(Level.OFF); // Some of the checks are about failures.
  }

  @AfterAll
  static void restoreTheLog() {
    LIBRARY.setLevel(null);
  }

  @Test
  void zipIoProc() throws IOException {
    Path archive = Archives.create(folder.resolve("music.zip"), CONTENT);
    Archives.pack(folder.resolve("outer.zip"), archive);
    IoProcContract.of(new ZipIoProc())
        .file(archive + "+stored.bin", CONTENT)
        .file(archive + "+deflated.bin", CONTENT)
        .file(archive + "+folder/nothing.bin", new byte[0])
        .file(folder.resolve("outer.zip") + "+music.zip+deflated.bin", CONTENT)
        .folder(archive + "+folder/")
        .damaged(damaged(archive) + "+stored.bin")
        .damaged(damaged(archive) + "+deflated.bin")
        .missing(archive + "+missing.bin")
        .missing(folder.resolve("missing.zip") + "+stored.bin")
        .check();
  }

  /** Changes bytes at the start of the stored and in the middle of the deflated entry. */
  private Path damaged(Path archive) throws IOException {
    byte[] bytes = Files.readAllBytes(archive);
    for (int i : new int[] {100_000, CONTENT.length + 50_000}) {
      bytes[i] ^= 0x55;
    }
    return Files.write(folder.resolve("damaged.zip"), bytes);
  }

  @Test
  void dirIoProc() throws IOException {
    Path container = Files.createDirectory(folder.resolve("music.dir"));
    Files.createDirectory(container.resolve("old"));
    Files.write(container.resolve("track.bin"), CONTENT);
    IoProcContract.of(new DirIoProc())
        .file(container + "+track.bin", CONTENT)
        .folder(container + "+old")
        .missing(container + "+missing.bin")
        .missing(folder.resolve("missing.dir") + "+track.bin")
        .writable(container + "+new.bin")
        .writable(container + "+old/new.bin")
        .check();
  }

  @Test
  void xyzIoProc() throws IOException {
    Files.createDirectory(folder.resolve("folder.xyz"));
    IoProcContract.of(new XyzIoProc())
        .file(scrambled() + "+k", CONTENT)
        .folder(folder.resolve("folder.xyz") + "+k")
        .missing(folder.resolve("missing.xyz") + "+k")
        .writable(folder.resolve("new.xyz") + "+key")
        .check();
  }

  private Path scrambled() throws IOException {
    byte[] scrambled = CONTENT.clone();
    for (int i = 0; i < scrambled.length; i++) {
      scrambled[i] ^= (byte) 'k';
    }
    return Files.write(folder.resolve("song.xyz"), scrambled);
  }

  @Test
  @Tag("not-on-windows") // Windows has no such device.
  void xyzIoProcOnAFullDisk() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has a device that is full");
    Files.createSymbolicLink(folder.resolve("full.xyz"), full);
    IoProcContract.of(new XyzIoProc())
        .file(scrambled() + "+k", CONTENT)
        .missing(folder.resolve("missing.xyz") + "+k")
        .full(folder.resolve("full.xyz") + "+key")
        .check();
  }

  /** The procedure in which the mistakes are made. */
  @Test
  void folderProcedure() throws IOException {
    ContractFiles.create(folder).folder("kept", new Sounds(folder)).check();
  }

  @SuppressWarnings("ioproc") // Only the test creates it.
  @IoProc("KEPT")
  public static final class Sounds extends FolderProcedure {

    Sounds(Path folder) {
      super(folder);
    }
  }
}
