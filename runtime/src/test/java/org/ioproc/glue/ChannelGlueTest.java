package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_GETTEMP;
import static org.ioproc.MmioMessages.MMIO_PARSE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_RWMODE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ioproc.MmioError;
import org.ioproc.OpenRequest;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests files that the library itself reads and writes. */
class ChannelGlueTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"channel", "path", "buffer", "bytes", "stream"})
  void filesOfEveryKindAreRead(String kind) throws Exception {
    Files.writeString(folder.resolve("file"), "0123456789");
    Caller caller = new Caller(Way.NATIVE, glue(kind));

    assertThat(caller.open("file", 0)).isEqualTo(0);
    assertThat(caller.read(4)).isEqualTo("0123");
    assertThat(caller.seek(2, 2)).isEqualTo(8);
    assertThat(caller.read(4)).isEqualTo("89");
    assertThat(caller.read(4)).isEqualTo("");
    assertThat(caller.seek(1, 0)).isEqualTo(1);
    assertThat(caller.read(2)).isEqualTo("12");
    assertThat(caller.close()).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"channel", "path", "buffer", "bytes", "stream"})
  void nullOfAnyKindIsRefused(String kind) throws Exception {
    assertThat(new Caller(Way.NATIVE, glue(kind)).open("null", 0)).isEqualTo(259);
  }

  /** On Linux, Java opens a folder and fails when it is read; on Windows, it gives no reason. */
  @Test
  void aPathToAFolderIsRefused() throws Exception {
    Files.createDirectory(folder.resolve("file"));
    Caller caller = new Caller(Way.NATIVE, glue("path"));
    assertThat(caller.open("file", 0)).isEqualTo(MmioError.ACCESS_DENIED.code());
    assertThat(LastFailure.take()).hasMessageThat().endsWith("it is a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"channel", "path"})
  void filesAreCreatedAndWritten(String kind) throws Exception {
    Files.writeString(folder.resolve("file"), "something longer than before");
    Caller caller = new Caller(Way.NATIVE, glue(kind));

    assertThat(caller.open("file", MMIO_CREATE | MMIO_READWRITE)).isEqualTo(0);
    assertThat(caller.write("0123456789")).isEqualTo(10);
    assertThat(caller.seek(12, 0)).isEqualTo(12);
    assertThat(caller.write(MMIOM_WRITEFLUSH, "ab")).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("file"))).isEqualTo("0123456789\0\0ab");
    assertThat(caller.close()).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"buffer", "bytes", "stream"})
  void memoryIsReadOnly(String kind) throws Exception {
    Files.writeString(folder.resolve("file"), "0123456789");
    for (int flags : new int[] {MMIO_WRITE, MMIO_READWRITE, MMIO_CREATE}) {
      assertThat(new Caller(Way.NATIVE, glue(kind)).open("file", flags)).isEqualTo(268);
    }
    Caller caller = new Caller(Way.NATIVE, glue(kind));
    assertThat(caller.open("file", 0)).isEqualTo(0);
    assertThat(caller.write("x")).isEqualTo(-1);
    assertThat(caller.close()).isEqualTo(0);
  }

  @Test
  void aFileOpenedForReadingCannotBeWritten() throws Exception {
    Files.writeString(folder.resolve("file"), "0123456789");
    Caller caller = new Caller(Way.NATIVE, glue("path"));
    assertThat(caller.open("file", 0)).isEqualTo(0);
    assertThat(caller.write("x")).isEqualTo(-1);
    assertThat(caller.close()).isEqualTo(0);
    assertThat(Files.readString(folder.resolve("file"))).isEqualTo("0123456789");
  }

  @Test
  void aMissingFileIsNotFound() throws Exception {
    assertThat(new Caller(Way.NATIVE, glue("path")).open("none", 0)).isEqualTo(257);
  }

  /** Channels of the JDK's zip file system silently stay at the end when moved beyond it. */
  @Test
  void aChannelThatIgnoresItsPositionFailsInsteadOfWritingElsewhere() throws Exception {
    URI zip = URI.create("jar:" + folder.resolve("a.zip").toUri());
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path element = files.getPath("element");
      OpenerGlue glue = new OpenerGlue("PATH", request -> ChannelGlue.ofPath(element, request));
      Caller caller = new Caller(Way.DIRECT, glue);
      assertThat(caller.open("x", MMIO_CREATE | MMIO_WRITE)).isEqualTo(0);
      assertThat(caller.write("0123")).isEqualTo(4);
      assertThat(caller.seek(9, 0)).isEqualTo(9);
      assertThat(caller.write("x")).isEqualTo(-1);
      assertThat(caller.close()).isEqualTo(0);
      assertThat(Files.readString(element)).isEqualTo("0123");
    }
  }

  @Test
  void aChannelThatReadsNothingFails() throws Exception {
    Caller caller = new Caller(Way.NATIVE, glue("idle"));
    assertThat(caller.open("file", 0)).isEqualTo(0);
    assertThat(caller.read(4)).isEqualTo("-1");
    assertThat(LastFailure.take()).hasMessageThat().contains("1000 times");
  }

  @Test
  void anExistenceTestOpensAndClosesTheFile() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    OpenerGlue glue = glue("path");
    Caller caller = new Caller(Way.NATIVE, glue);
    assertThat(caller.open("file", MMIO_EXIST)).isEqualTo(0);
    assertThat(glue.openFiles()).isEqualTo(0);
    assertThat(caller.close()).isEqualTo(0);
    assertThat(caller.open("none", MMIO_EXIST)).isEqualTo(257);
    assertThat(caller.open("file", MMIO_PARSE)).isEqualTo(259);
    assertThat(caller.open("file", MMIO_GETTEMP)).isEqualTo(259);
    assertThat(caller.open("file", MMIO_RWMODE)).isEqualTo(11);
  }

  private OpenerGlue glue(String kind) {
    return new OpenerGlue("FOUR", request -> open(kind, request));
  }

  private @Nullable SeekableByteChannel open(String kind, OpenRequest request) throws IOException {
    boolean none = request.rawName().equals("null");
    Path path = folder.resolve(request.rawName());
    return switch (kind) {
      case "channel" -> none ? null : Files.newByteChannel(path, request.options());
      case "path" -> ChannelGlue.ofPath(none ? null : path, request);
      case "buffer" -> {
        ChannelGlue.toRead(request);
        yield ChannelGlue.ofMemory(none ? null : middle(Files.readAllBytes(path)));
      }
      case "bytes" -> {
        ChannelGlue.toRead(request);
        yield ChannelGlue.ofMemory(none ? null : Files.readAllBytes(path));
      }
      case "stream" -> {
        ChannelGlue.toRead(request);
        yield ChannelGlue.ofStream(none ? null : Files.newInputStream(path));
      }
      default -> new IdleChannel();
    };
  }

  private static ByteBuffer middle(byte[] content) {
    return ByteBuffer.allocate(content.length + 5)
        .put(2, content)
        .slice(1, content.length + 3)
        .position(1)
        .limit(content.length + 1);
  }

  /** A channel that neither reads nor ends. */
  private static final class IdleChannel implements SeekableByteChannel {

    @Override
    public int read(ByteBuffer target) {
      return 0;
    }

    @Override
    public int write(ByteBuffer source) {
      return 0;
    }

    @Override
    public long position() {
      return 0;
    }

    @Override
    public SeekableByteChannel position(long position) {
      return this;
    }

    @Override
    public long size() {
      return 4;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      return this;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
