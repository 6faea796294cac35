package org.ioproc.samples.remote;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.InstalledIoProc;
import org.ioproc.IoProc;
import org.ioproc.MmioException;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.SeekOrigin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads and writes objects as paths of somebody else's file system provider. */
@Tag("nio-provider")
final class NioProviderTest {

  private static final URI BUCKET =
      URI.create(
          System.getProperty("org.ioproc.samples.engines.s3", "").replace("http:", "s3x:")
              + "/songs/");

  /** A procedure that knows nothing of the provider. */
  @SuppressWarnings("ioproc") // Only the test creates it.
  @IoProc("NIO ")
  static final class PathIoProc {

    private final Path folder;

    PathIoProc(Path folder) {
      this.folder = folder;
    }

    @OnOpen
    Path open(OpenRequest request) throws MmioException {
      return folder.resolve(request.name().element());
    }
  }

  @Test
  void anObjectIsReadAndWrittenAsAPath() throws IOException {
    byte[] content = RandomContent.of(1 << 20);
    Path folder = Path.of(BUCKET).resolve("nio");
    Path object = folder.resolve("a.wav");
    Mmio mmio = Mmio.newEmbedded();
    try (InstalledIoProc procedure =
        NioProviderTest_PathIoProcInstaller.install(mmio, new PathIoProc(folder))) {
      try (MmioFile file = mmio.open("x.nio+a.wav", CREATE, WRITE)) {
        file.write(ByteBuffer.wrap(content));
      }
      assertThat(Files.readAllBytes(object)).isEqualTo(content);
      try (MmioFile file = mmio.open("x.nio+a.wav", READ)) {
        ByteBuffer piece = ByteBuffer.allocate(1000);
        file.seek(500_000, SeekOrigin.START);
        assertThat(file.read(piece)).isEqualTo(1000);
        assertThat(piece.flip()).isEqualTo(ByteBuffer.wrap(content, 500_000, 1000).slice());
        assertThat(file.seek(0, SeekOrigin.END)).isEqualTo(content.length);
        assertThat(file.read(piece.clear())).isEqualTo(-1);
      }
      assertThat(procedure.openFiles()).isEqualTo(0);
    }
    Files.delete(object);
  }
}
