package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.OpenRequest;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests procedures with {@code @OnClose} whose files the library itself reads. */
class ClosingGlueTest {

  @TempDir Path folder;

  /** What happened, in order. */
  private final List<String> events = new ArrayList<>();

  enum Kind {
    CHANNEL,
    PATH,
    BUFFER,
    BYTES,
    STREAM
  }

  @ParameterizedTest
  @EnumSource
  void theOpenedObjectIsClosedOnce(Kind kind) throws Exception {
    FileGlue glue = new FileGlue(kind);
    Caller caller = new Caller(Way.NATIVE, glue);
    assertThat(caller.open("file", 0)).isEqualTo(0);
    assertThat(caller.read(4)).isEqualTo("0123");
    assertThat(glue.closed).isEmpty();
    assertThat(caller.close()).isEqualTo(0);
    assertThat(caller.close()).isEqualTo(0);
    assertThat(glue.closed).hasSize(1);
    assertThat(glue.closed.get(0)).isSameInstanceAs(glue.opened.get(0));
  }

  @ParameterizedTest
  @EnumSource
  void eachFileHasTheObjectThatWasOpenedForIt(Kind kind) throws Exception {
    FileGlue glue = new FileGlue(kind);
    Caller first = new Caller(Way.DIRECT, glue);
    Caller second = new Caller(Way.DIRECT, glue);
    assertThat(first.open("file", 0)).isEqualTo(0);
    assertThat(second.open("file", 0)).isEqualTo(0);
    assertThat(second.close()).isEqualTo(0);
    assertThat(first.read(4)).isEqualTo("0123");
    assertThat(first.close()).isEqualTo(0);
    assertThat(glue.closed.get(0)).isSameInstanceAs(glue.opened.get(1));
    assertThat(glue.closed.get(1)).isSameInstanceAs(glue.opened.get(0));
  }

  @ParameterizedTest
  @EnumSource
  void anExistenceTestClosesTheFile(Kind kind) throws Exception {
    FileGlue glue = new FileGlue(kind);
    assertThat(new Caller(Way.DIRECT, glue).open("file", MMIO_EXIST)).isEqualTo(0);
    assertThat(glue.closed).isEqualTo(glue.opened);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsClosedIfNothingWasOpened(Kind kind) throws Exception {
    FileGlue glue = new FileGlue(kind);
    assertThat(new Caller(Way.DIRECT, glue).open("null", 0)).isEqualTo(259);
    assertThat(glue.closed).isEmpty();
  }

  @Test
  void aPathThatCannotBeOpenedIsClosed() throws Exception {
    FileGlue glue = new FileGlue(Kind.PATH);
    assertThat(new Caller(Way.DIRECT, glue).open("none", 0)).isEqualTo(257);
    assertThat(glue.closed).containsExactly(folder.resolve("none"));
    glue.failing = true;
    assertThat(new Caller(Way.DIRECT, glue).open("none", 0)).isEqualTo(257);
    assertThat(LastFailure.take().getSuppressed()).hasLength(1);
    assertThat(glue.closed).hasSize(2);
  }

  /** The channel's failure decides the answer, because it may have lost data. */
  @ParameterizedTest
  @CsvSource({"false, false, 0", "true, false, 268", "false, true, 257", "true, true, 268"})
  void theHandlerIsCalledAfterTheChannelEvenIfThatFails(
      boolean channelFails, boolean handlerFails, int code) throws Exception {
    FileGlue glue = new FileGlue(Kind.STREAM);
    glue.failing = handlerFails;
    glue.streamFails = channelFails;
    Caller caller = new Caller(Way.DIRECT, glue);
    assertThat(caller.open("file", 0)).isEqualTo(0);
    assertThat(caller.close()).isEqualTo(code);
    assertThat(events).containsExactly("stream closed", "handler").inOrder();
    if (channelFails && handlerFails) {
      assertThat(LastFailure.take().getSuppressed()[0]).isInstanceOf(NoSuchFileException.class);
    }
  }

  /** One channel may serve all files and count them. */
  @Test
  void aChannelThatIsOpenedTwiceIsClosedTwice() throws Exception {
    SeekableByteChannel shared = ChannelGlue.ofMemory(new byte[4]);
    FileGlue glue = new FileGlue(Kind.CHANNEL);
    glue.shared = shared;
    Caller first = new Caller(Way.DIRECT, glue);
    Caller second = new Caller(Way.DIRECT, glue);
    assertThat(first.open("file", 0)).isEqualTo(0);
    assertThat(second.open("file", 0)).isEqualTo(0);
    assertThat(first.close()).isEqualTo(0);
    assertThat(second.close()).isEqualTo(0);
    assertThat(glue.closed).containsExactly(shared, shared);
  }

  @ParameterizedTest
  @CsvSource({"BUFFER", "BYTES", "STREAM"})
  void aRefusedFileIsNeitherOpenedNorClosed(Kind kind) throws Exception {
    FileGlue glue = new FileGlue(kind);
    assertThat(new Caller(Way.DIRECT, glue).open("file", MMIO_WRITE)).isEqualTo(268);
    assertThat(glue.opened).isEmpty();
    assertThat(glue.closed).isEmpty();
  }

  /** Glue as the processor writes it for any kind of file. */
  private final class FileGlue extends ClosingGlue<Object> {

    final List<Object> opened = new ArrayList<>();
    final List<Object> closed = new ArrayList<>();
    private final Kind kind;
    private @Nullable SeekableByteChannel shared;
    private boolean failing;
    private boolean streamFails;

    FileGlue(Kind kind) throws IOException {
      super("FILE");
      this.kind = kind;
      Files.writeString(folder.resolve("file"), "0123456789");
    }

    @Override
    protected long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
        throws Throwable {
      return FullGlue.dispatch(this, lpmmioinfo, message, lParam1, lParam2);
    }

    @Override
    protected @Nullable Object openFile(OpenRequest request) throws Throwable {
      Object file = request.rawName().equals("null") ? null : file(request);
      if (file != null) {
        opened.add(file);
      }
      return file;
    }

    private Object file(OpenRequest request) throws Throwable {
      Path path = folder.resolve(request.rawName());
      return switch (kind) {
        case CHANNEL -> shared == null ? Files.newByteChannel(path) : shared;
        case PATH -> path;
        case BUFFER -> ByteBuffer.wrap(Files.readAllBytes(toPath(request)));
        case BYTES -> Files.readAllBytes(toPath(request));
        case STREAM -> new LoggedStream(Files.readAllBytes(toPath(request)));
      };
    }

    private Path toPath(OpenRequest request) throws Throwable {
      return folder.resolve(toRead(request).rawName());
    }

    @Override
    protected SeekableByteChannel channel(Object file, OpenRequest request) throws Throwable {
      return switch (kind) {
        case CHANNEL -> (SeekableByteChannel) file;
        case PATH -> ofPath((Path) file, request);
        case BUFFER -> ofMemory((ByteBuffer) file);
        case BYTES -> ofMemory((byte[]) file);
        case STREAM -> ofStream((InputStream) file);
      };
    }

    @Override
    protected void closeFile(Object file) throws Throwable {
      closed.add(file);
      events.add("handler");
      if (failing) {
        throw new NoSuchFileException("handler");
      }
    }

    private final class LoggedStream extends ByteArrayInputStream {

      LoggedStream(byte[] content) {
        super(content);
      }

      @Override
      public void close() throws IOException {
        events.add("stream closed");
        if (streamFails) {
          throw new AccessDeniedException("stream");
        }
      }
    }
  }
}
