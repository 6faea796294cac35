package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(CallPath.class)
final class OrdinaryFilesTest {

  private final CallPath callPath;
  @TempDir Path folder;

  private final Mmio mmio;
  private Path file;

  OrdinaryFilesTest(CallPath callPath) {
    this.callPath = callPath;
    this.mmio = callPath.newManager();
  }

  @BeforeEach
  void createFile() throws IOException {
    file = Files.writeString(folder.resolve("file.txt"), "0123456789");
  }

  @Test
  void readsIntoDirectAndHeapBuffers() throws IOException {
    for (OpenOption flag : new OpenOption[] {READ, MmioOption.BUFFERED}) {
      try (MmioFile opened = mmio.open(file.toString(), flag)) {
        ByteBuffer direct = ByteBuffer.allocateDirect(6).position(2);
        assertThat(opened.read(direct)).isEqualTo(4);
        assertThat(direct.get(2)).isEqualTo((byte) '0');
        assertThat(direct.hasRemaining()).isFalse();
        ByteBuffer heap = ByteBuffer.allocate(20).position(1);
        assertThat(opened.read(heap)).isEqualTo(6);
        assertThat(heap.get(1)).isEqualTo((byte) '4');
        assertThat(opened.read(heap)).isEqualTo(-1);
        assertThat(opened.read(ByteBuffer.allocate(0))).isEqualTo(0);
        assertThat(opened.position()).isEqualTo(10);
        assertThat(opened.size()).isEqualTo(10);
      }
    }
  }

  @Test
  void largeTransfersAreComplete() throws IOException {
    byte[] bytes = new byte[200_001];
    new Random(1).nextBytes(bytes);
    String name = folder.resolve("large").toString();
    for (OpenOption flag : new OpenOption[] {READ, MmioOption.BUFFERED}) {
      try (MmioFile opened = mmio.open(name, CREATE, READ, WRITE, flag)) {
        assertThat(opened.write(ByteBuffer.wrap(bytes))).isEqualTo(bytes.length);
        ByteBuffer read = ByteBuffer.allocate(bytes.length + 1);
        assertThat(opened.position(0).read(read)).isEqualTo(bytes.length);
        assertThat(Arrays.copyOf(read.array(), bytes.length)).isEqualTo(bytes);
      }
    }
  }

  @Test
  void theSizeIncludesBytesInTheBuffer() throws IOException {
    String name = folder.resolve("new").toString();
    try (MmioFile opened = mmio.open(name, CREATE, MmioOption.BUFFERED)) {
      opened.write(ByteBuffer.wrap(new byte[5]));
      assertThat(opened.size()).isEqualTo(5);
    }
    assertThat(Files.size(Path.of(name))).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"10, 0", "0, 10", "3, 7", "-10, 20"})
  void offsetsFromTheEndCountBackwards(int offset, int position) throws IOException {
    try (MmioFile opened = mmio.open(file.toString())) {
      assertThat(opened.seek(offset, SeekOrigin.END)).isEqualTo(position);
    }
  }

  @Test
  void positionsThatDoNotExistAreRefused() throws IOException {
    try (MmioFile opened = mmio.open(file.toString())) {
      assertThat(error(() -> opened.seek(-1, SeekOrigin.START))).isEqualTo(MmioError.CANNOT_SEEK);
      assertThat(error(() -> opened.seek(11, SeekOrigin.END))).isEqualTo(MmioError.CANNOT_SEEK);
      assertThat(error(() -> opened.position(1L << 31))).isEqualTo(MmioError.CANNOT_SEEK);
      assertThrows(IllegalArgumentException.class, () -> opened.position(-1));
      assertThat(opened.position()).isEqualTo(0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "missing, FILE_NOT_FOUND",
    "no/file, PATH_NOT_FOUND",
    "., ACCESS_DENIED",
    "file.txt/x, PATH_NOT_FOUND"
  })
  void eachFailureHasItsError(String name, MmioError error) {
    assertThat(error(() -> mmio.open(folder.resolve(name).toString()))).isEqualTo(error);
  }

  @Test
  void anErrorMessageHasOneLine() {
    MmioException failure = assertThrows(MmioException.class, () -> mmio.open("missing.txt", READ));
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo(
            "cannot open \"missing.txt\": file not found; the name has no \"+\", so mmio looked for an ordinary file"
                + " (MMIOERR_FILENOTFOUND)");
  }

  @ParameterizedTest
  @CsvSource({
    "EXCLUSIVE READ, READ, true",
    "READ, EXCLUSIVE, true",
    "DENY_WRITE READ, READ, false",
    "DENY_WRITE READ, WRITE, true",
    "DENY_READ WRITE, WRITE, false",
    "DENY_READ WRITE, READ, true",
    "DENY_NONE READ WRITE, READ WRITE, false",
    "READ WRITE, READ WRITE, false"
  })
  void sharingIsEnforced(String first, String second, boolean violation) throws IOException {
    OpenOption[] other = Requests.options(second);
    try (MmioFile opened = mmio.open(file.toString(), Requests.options(first))) {
      assertThat(opened.isOpen()).isTrue();
      if (violation) {
        assertThat(error(() -> mmio.open(file.toString(), other)))
            .isEqualTo(MmioError.SHARING_VIOLATION);
      } else {
        mmio.open(file.toString(), other).close();
      }
    }
    mmio.open(file.toString(), other).close();
  }

  @Test
  void accessModesAreEnforced() throws IOException {
    try (MmioFile opened = mmio.open(file.toString(), READ)) {
      assertThat(error(() -> opened.write(ByteBuffer.wrap(new byte[1]))))
          .isEqualTo(MmioError.CANNOT_WRITE);
    }
    try (MmioFile opened = mmio.open(file.toString(), WRITE)) {
      assertThat(error(() -> opened.read(ByteBuffer.allocate(1)))).isEqualTo(MmioError.CANNOT_READ);
    }
    MmioFile buffered = mmio.open(file.toString(), READ, MmioOption.BUFFERED);
    buffered.write(ByteBuffer.wrap(new byte[1]));
    assertThat(error(buffered::close)).isEqualTo(MmioError.CANNOT_WRITE);
    assertThat(Files.readString(file)).isEqualTo("0123456789");
  }

  @Test
  void createEmptiesTheFile() throws IOException {
    mmio.open(file.toString(), CREATE).close();
    assertThat(Files.size(file)).isEqualTo(0);
  }

  @Test
  void deletesAndRenames() throws IOException {
    Path other = folder.resolve("other");
    mmio.rename(file.toString(), other.toString());
    assertThat(Files.exists(file)).isFalse();
    assertThat(error(() -> mmio.rename(file.toString(), "x"))).isEqualTo(MmioError.FILE_NOT_FOUND);
    Files.writeString(file, "kept");
    assertThat(error(() -> mmio.rename(other.toString(), file.toString())))
        .isEqualTo(MmioError.ACCESS_DENIED);
    mmio.delete(other.toString());
    assertThat(Files.exists(other)).isFalse();
    assertThat(error(() -> mmio.delete(other.toString()))).isEqualTo(MmioError.FILE_NOT_FOUND);
    assertThat(error(() -> mmio.delete(folder.toString()))).isEqualTo(MmioError.ACCESS_DENIED);
    try (MmioFile opened = mmio.open(file.toString())) {
      assertThat(error(() -> mmio.delete(file.toString()))).isEqualTo(MmioError.SHARING_VIOLATION);
      assertThat(opened.size()).isEqualTo(4);
    }
  }

  @Test
  void aClosedFileRefusesEverything() throws IOException {
    MmioFile opened = mmio.open(file.toString());
    opened.close();
    opened.close();
    assertThat(opened.isOpen()).isFalse();
    assertThrows(ClosedChannelException.class, opened::position);
    assertThrows(ClosedChannelException.class, () -> opened.read(ByteBuffer.allocate(1)));
    assertThrows(ClosedChannelException.class, () -> opened.write(ByteBuffer.allocate(1)));
    assertThrows(ClosedChannelException.class, opened.buffer()::flush);
    assertThrows(ClosedChannelException.class, opened.chunks()::descend);
    assertThrows(ClosedChannelException.class, () -> opened.sendMessage(0x8000, 0, 0));
  }

  @Test
  void aFileIsNotTruncated() throws IOException {
    try (MmioFile opened = mmio.open(file.toString(), READ, WRITE)) {
      assertThat(opened.truncate(10)).isSameInstanceAs(opened);
      assertThat(error(() -> opened.truncate(9))).isEqualTo(MmioError.CANNOT_WRITE);
    }
  }

  @Test
  void theDescriptionNamesTheManagerAndItsCallPath() {
    assertThat(mmio.description()).startsWith("an embedded manager (");
    assertThat(mmio.description())
        .contains(
            callPath == CallPath.NATIVE
                ? "which calls procedures at their native addresses over "
                : "which calls procedures written in Java directly, and others over ");
  }

  private static MmioError error(Executable request) {
    return assertThrows(MmioException.class, request).error();
  }
}
