package org.ioproc.shapes;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ioproc.InstalledIoProc;
import org.ioproc.IoProc;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.OnClose;
import org.ioproc.OnOpen;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.testing.IoProcContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A procedure that unpacks each file, and deletes it when the program has closed it. */
class UnpackedFilesTest {

  @TempDir Path folder;

  @Test
  void anUnpackedFileIsDeletedWhenItIsClosed() throws Exception {
    try (InstalledIoProc procedure =
        UnpackedFilesTest_UnpackIoProcInstaller.install(new UnpackIoProc(folder))) {
      try (MmioFile file = Mmio.system().open("a.unpk+content")) {
        ByteBuffer read = ByteBuffer.allocate(100);
        assertThat(file.read(read)).isEqualTo(7);
        assertThat(new String(read.array(), 0, 7, StandardCharsets.US_ASCII)).isEqualTo("content");
        assertThat(files()).isEqualTo(1);
      }
      assertThat(files()).isEqualTo(0);
      assertThat(procedure.openFiles()).isEqualTo(0);
    }
  }

  /** The path that the procedure returns does not exist. */
  @Test
  void aFileThatCannotBeOpenedIsDeletedToo() throws Exception {
    try (InstalledIoProc procedure =
        UnpackedFilesTest_UnpackIoProcInstaller.install(new UnpackIoProc(folder))) {
      assertThrows(MmioException.class, () -> Mmio.system().open("a.unpk+broken/content"));
      assertThat(files()).isEqualTo(0);
      assertThat(procedure.openFiles()).isEqualTo(0);
    }
  }

  /** A file that is open twice must be unpacked twice. */
  @Test
  void keepsItsPromises() {
    byte[] content = "content".getBytes(StandardCharsets.US_ASCII);
    IoProcContract.of(
            mmio -> UnpackedFilesTest_UnpackIoProcInstaller.install(mmio, new UnpackIoProc(folder)))
        .file("a.unpk+content", content)
        .opensAnyName()
        .check();
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @SuppressWarnings("ioproc") // Only the test creates it.
  @IoProc("UNPK")
  record UnpackIoProc(Path folder) {

    @OnOpen
    Path open(MmioName name) throws IOException {
      Path file = Files.createTempFile(folder, "unpacked", null);
      Files.writeString(file, name.element());
      return name.element().startsWith("broken") ? file.resolve("content") : file;
    }

    @OnClose
    void close(Path file) throws IOException {
      Files.delete(Files.exists(file) ? file : file.getParent());
    }
  }
}
