package org.ioproc.shapes;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ioproc.IoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioMessages;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OnWrite;
import org.ioproc.OpenRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Procedures, all of them records, that open files by the name alone or as streams. */
class NamedFilesTest {

  private static final Map<String, OpenOption[]> WAYS =
      Map.of(
          "read", new OpenOption[] {READ},
          "write", new OpenOption[] {WRITE},
          "read and write", new OpenOption[] {READ, WRITE},
          "create", new OpenOption[] {WRITE, CREATE, TRUNCATE_EXISTING});

  private static final String NAME_READS =
      "A file that is opened by its name alone can only be read; the program wants to write to it."
          + " A procedure that allows this must have an @OnOpen method with an OpenRequest.";

  private static final String NAME_EXISTS =
      "A file that is opened by its name alone must exist; the program wants to create it. A"
          + " procedure that allows this must have an @OnOpen method with an OpenRequest.";

  private static final String READ_ONLY =
      "A file in memory or from a stream can only be read; the program wants to write to it.";

  @TempDir Path folder;

  private final AtomicInteger calls = new AtomicInteger();

  @BeforeEach
  void createFile() throws Exception {
    Files.writeString(folder.resolve("file"), "0123456789");
  }

  static Stream<Arguments> ways() {
    return Stream.of("path", "channel", "stream", "requested stream", "bytes", "reader", "writer")
        .flatMap(kind -> WAYS.keySet().stream().map(way -> Arguments.of(kind, way)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whatANameCannotSayIsRefusedBeforeTheHandlerIsCalled(String kind, String way)
      throws Throwable {
    OpenRequest request = OpenRequest.of("a.x+file", WAYS.get(way));
    String refusal = refusal(kind, way);
    if (refusal.isEmpty()) {
      open(kind, request).close();
      assertThat(calls.get()).isEqualTo(1);
    } else {
      MmioException refused = assertThrows(MmioException.class, () -> open(kind, request));
      assertThat(refused.error()).isEqualTo(MmioError.ACCESS_DENIED);
      assertThat(refused).hasMessageThat().isEqualTo(refusal);
      assertThat(calls.get()).isEqualTo(0);
    }
  }

  private static String refusal(String kind, String way) {
    return switch (kind) {
      case "path" -> "";
      case "writer" -> way.equals("create") ? NAME_EXISTS : "";
      case "channel", "reader" -> way.equals("read") ? "" : NAME_READS;
      default -> way.equals("read") ? "" : READ_ONLY;
    };
  }

  private AutoCloseable open(String kind, OpenRequest request) throws Throwable {
    return switch (kind) {
      case "path" -> new NamedFilesTest_NamedPathGlue(new NamedPath(folder, calls)).onOpen(request);
      case "channel" ->
          new NamedFilesTest_NamedChannelGlue(new NamedChannel(folder, calls)).onOpen(request);
      case "stream" ->
          new NamedFilesTest_NamedStreamGlue(new NamedStream(folder, calls)).onOpen(request);
      case "requested stream" ->
          new NamedFilesTest_RequestedStreamGlue(new RequestedStream(folder, calls))
              .onOpen(request);
      case "bytes" ->
          new NamedFilesTest_NamedBytesGlue(new NamedBytes(folder, calls)).onOpen(request);
      case "reader" -> {
        new NamedFilesTest_NamedReaderGlue(new NamedReader(calls)).onOpen(request);
        yield () -> {};
      }
      default -> {
        new NamedFilesTest_NamedWriterGlue(new NamedWriter(calls)).onOpen(request);
        yield () -> {};
      }
    };
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aNameMustHaveAnElement(String kind, String way) {
    OpenRequest request = OpenRequest.of("file", WAYS.get(way));
    if (!kind.equals("requested stream")) { // Its handler is called, and asks for the name.
      assertThrows(MmioException.class, () -> open(kind, request));
      assertThat(calls.get()).isEqualTo(0);
    }
  }

  /** The channel itself could write. */
  @ParameterizedTest
  @ValueSource(strings = {"channel", "stream", "bytes", "reader"})
  void whatCanOnlyBeReadIsNeverWritten(String kind) {
    String reason = kind.equals("reader") ? "it has no method with @OnWrite" : "can only be read";
    for (int message : List.of(MmioMessages.MMIOM_WRITE, MmioMessages.MMIOM_WRITEFLUSH)) {
      MmioException refused = assertThrows(MmioException.class, writing(kind, message));
      assertThat(refused.error()).isEqualTo(MmioError.ACCESS_DENIED);
      assertThat(refused).hasMessageThat().contains(reason);
    }
  }

  private Executable writing(String kind, int message) {
    return switch (kind) {
      case "channel" -> {
        var glue = new NamedFilesTest_NamedChannelGlue(new NamedChannel(folder, calls));
        yield () -> glue.dispatch(0, message, 0, 0);
      }
      case "stream" -> {
        var glue = new NamedFilesTest_NamedStreamGlue(new NamedStream(folder, calls));
        yield () -> glue.dispatch(0, message, 0, 0);
      }
      case "bytes" -> {
        var glue = new NamedFilesTest_NamedBytesGlue(new NamedBytes(folder, calls));
        yield () -> glue.dispatch(0, message, 0, 0);
      }
      default -> {
        var glue = new NamedFilesTest_NamedReaderGlue(new NamedReader(calls));
        yield () -> glue.dispatch(0, message, 0, 0);
      }
    };
  }

  @Test
  void pathsAreOpenedAsTheProgramAsks() throws Throwable {
    NamedFilesTest_NamedPathGlue glue =
        new NamedFilesTest_NamedPathGlue(new NamedPath(folder, calls));
    OpenRequest create = OpenRequest.of("a.x+new", WRITE, CREATE, TRUNCATE_EXISTING);
    try (SeekableByteChannel file = glue.onOpen(create)) {
      file.write(ByteBuffer.wrap(new byte[3]));
    }
    assertThat(Files.size(folder.resolve("new"))).isEqualTo(3);
    try (SeekableByteChannel file = glue.onOpen(create)) {
      assertThat(file.size()).isEqualTo(0);
    }
  }

  @Test
  void twoHandlesHaveTwoStreams() throws Throwable {
    NamedFilesTest_NamedStreamGlue glue =
        new NamedFilesTest_NamedStreamGlue(new NamedStream(folder, calls));
    OpenRequest request = OpenRequest.of("a.x+file");
    try (SeekableByteChannel second = glue.onOpen(request)) {
      try (SeekableByteChannel first = glue.onOpen(request)) {
        assertThat(first.read(ByteBuffer.allocate(4))).isEqualTo(4);
      }
      assertThat(second.position(8).read(ByteBuffer.allocate(4))).isEqualTo(2);
      assertThat(second.size()).isEqualTo(10);
    }
    assertThat(calls.get()).isEqualTo(2);
  }

  @SuppressWarnings("ioproc") // Only the test creates these procedures.
  @IoProc("NPTH")
  record NamedPath(Path folder, AtomicInteger calls) {

    @OnOpen
    Path open(MmioName name) {
      calls.incrementAndGet();
      return folder.resolve(name.element());
    }
  }

  @SuppressWarnings("ioproc")
  @IoProc("NCHN")
  record NamedChannel(Path folder, AtomicInteger calls) {

    @OnOpen
    FileChannel open(MmioName name) throws Exception {
      calls.incrementAndGet();
      return FileChannel.open(folder.resolve(name.element()), READ, WRITE);
    }
  }

  @SuppressWarnings("ioproc")
  @IoProc("NSTM")
  record NamedStream(Path folder, AtomicInteger calls) {

    @OnOpen
    InputStream open(MmioName name) throws Exception {
      calls.incrementAndGet();
      return Files.newInputStream(folder.resolve(name.element()));
    }
  }

  @SuppressWarnings("ioproc")
  @IoProc("ASTM")
  record RequestedStream(Path folder, AtomicInteger calls) {

    @OnOpen
    InputStream open(OpenRequest request) throws Exception {
      calls.incrementAndGet();
      return Files.newInputStream(folder.resolve(request.name().element()));
    }
  }

  @SuppressWarnings("ioproc")
  @IoProc("NBYT")
  record NamedBytes(Path folder, AtomicInteger calls) {

    @OnOpen
    byte[] open(MmioName name) throws Exception {
      calls.incrementAndGet();
      return Files.readAllBytes(folder.resolve(name.element()));
    }
  }

  @SuppressWarnings("ioproc")
  @IoProc("NRDR")
  record NamedReader(AtomicInteger calls) {

    @OnOpen
    String open(MmioName name) {
      calls.incrementAndGet();
      return name.element();
    }

    @OnRead
    int read(String file, ByteBuffer buffer, long position) {
      return -1;
    }
  }

  @SuppressWarnings("ioproc")
  @IoProc("NWRT")
  record NamedWriter(AtomicInteger calls) {

    @OnOpen
    String open(MmioName name) {
      calls.incrementAndGet();
      return name.element();
    }

    @OnWrite
    int write(String file, ByteBuffer buffer, long position) {
      int count = buffer.remaining();
      buffer.position(buffer.limit());
      return count;
    }
  }
}
