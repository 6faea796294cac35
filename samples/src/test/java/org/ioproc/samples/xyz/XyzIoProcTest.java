package org.ioproc.samples.xyz;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.samples.testing.Archives;
import org.ioproc.samples.testing.Request;
import org.ioproc.samples.xyz.XyzIoProc.ScrambledFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XyzIoProcTest {

  private static final byte[] CONTENT = Archives.content(50_000, 1);

  @TempDir Path folder;
  private final XyzIoProc procedure = new XyzIoProc();

  @Test
  void writesScrambledAndReadsRestored() throws IOException {
    Path path = folder.resolve("song.xyz");
    ScrambledFile created = procedure.open(Request.toCreate(path + "+key"));
    ByteBuffer source = ByteBuffer.wrap(CONTENT).asReadOnlyBuffer();
    while (source.hasRemaining()) {
      assertThat(procedure.write(created, source, source.position())).isGreaterThan(0);
    }
    procedure.flush(created);
    procedure.close(created);

    assertThat(Files.readAllBytes(path)[1]).isEqualTo((byte) (CONTENT[1] ^ 'e'));
    assertThat(read(path + "+key", 0)).isEqualTo(CONTENT);
    assertThat(read(path + "+kez", 0)).isNotEqualTo(CONTENT);
    assertThat(read(path + "+key", 40_001))
        .isEqualTo(Arrays.copyOfRange(CONTENT, 40_001, CONTENT.length));
  }

  private byte[] read(String name, long position) throws IOException {
    ScrambledFile file = procedure.open(Request.toRead(name));
    ByteBuffer buffer = ByteBuffer.allocate((int) (procedure.size(file) - position));
    assertThat(procedure.read(file, buffer, position)).isEqualTo(buffer.capacity());
    assertThat(procedure.read(file, ByteBuffer.allocate(1), procedure.size(file))).isEqualTo(-1);
    procedure.close(file);
    return buffer.array();
  }

  @Test
  void requiresAKey() {
    MmioException failure =
        assertThrows(
            MmioException.class,
            () -> procedure.open(Request.toRead(folder.resolve("song.xyz") + "+")));
    assertThat(failure.error()).isEqualTo(MmioError.FILE_NOT_FOUND);
  }
}
