package org.ioproc.samples.remote;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.samples.remote.FaultyServer.head;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.SeekOrigin;
import org.ioproc.samples.remote.FaultyServer.Behaviour;
import org.ioproc.samples.remote.FaultyServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes objects through mmio, to servers that take them and to others. */
@Tag("any-java") // It takes long, and is the same over each transport.
final class WritingTest {

  private static final Limits LIMITS = new Limits(4 << 20, Duration.ofSeconds(2));
  private static final byte[] CONTENT = {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'A', 'V', 'E'};

  @TempDir Path folder;

  private final Mmio mmio = Mmio.newEmbedded();
  private InstalledIoProc procedure;
  private FaultyServer server;
  private Set<Path> before;

  @BeforeEach
  void install() throws IOException {
    System.setProperty("aws.accessKeyId", "key");
    System.setProperty("aws.secretAccessKey", "secret");
    procedure = S3IoProcInstaller.install(mmio, new S3IoProc(new RemoteFiles(LIMITS)));
    server = new FaultyServer(WritingTest::accept);
    before = temporaryFiles();
  }

  @AfterEach
  void nothingStaysBehind() throws IOException {
    assertThat(procedure.openFiles()).isEqualTo(0);
    procedure.close();
    server.close();
    assertThat(temporaryFiles()).isEqualTo(before);
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private static Set<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().matches("ioproc-upload.*"))
          .collect(Collectors.toSet());
    }
  }

  private String name() throws IOException {
    Path bucket = folder.resolve("songs.s3");
    Files.writeString(bucket, "bucket=songs\nprefix=new/\nendpoint=" + server.endpoint() + "\n");
    return bucket + "+a.wav";
  }

  private static void accept(Request request, OutputStream out) throws IOException {
    head(out, "200 OK", "Content-Length: 0", "ETag: \"new\"");
  }

  private static Behaviour status(String status, String text) {
    return (request, out) -> {
      head(out, status, "Content-Length: " + text.length());
      out.write(text.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static Behaviour firstThen(Behaviour first, Behaviour next) {
    return (request, out) -> (request.number() == 0 ? first : next).answer(request, out);
  }

  /** As programs do that complete a header at the end. */
  private MmioFile write(String name) throws IOException {
    MmioFile file = mmio.open(name, CREATE, WRITE);
    file.write(ByteBuffer.wrap(CONTENT));
    file.seek(4, SeekOrigin.START);
    file.write(ByteBuffer.wrap(new byte[] {4}));
    return file;
  }

  private static byte[] written() {
    byte[] content = CONTENT.clone();
    content[4] = 4;
    return content;
  }

  /**
   * A server, and what closing the file fails with.
   *
   * @param requests how many requests it gets
   */
  record Row(String name, Behaviour behaviour, MmioError error, String text, int requests) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> closingReportsWhatTheServerSays() {
    Behaviour good = WritingTest::accept;
    return List.of(
        new Row("good", good, null, "", 1),
        new Row("created", status("201 Created", ""), null, "", 1),
        new Row(
            "full",
            status("403 Forbidden", "<Error><Message>Quota exceeded.</Message></Error>"),
            MmioError.ACCESS_DENIED,
            "(status 403); it says: Quota exceeded.",
            1),
        new Row("forbids", status("401 No", ""), MmioError.ACCESS_DENIED, "(status 401)", 1),
        new Row("no bucket", status("404 No", ""), MmioError.FILE_NOT_FOUND, "(status 404)", 1),
        new Row("too large", status("413 No", ""), MmioError.NETWORK_ERROR, "(status 413)", 1),
        new Row("hangs up", FaultyServer.HANG_UP, MmioError.NETWORK_ERROR, "lost", 3),
        new Row("stalls", FaultyServer::stall, MmioError.NETWORK_ERROR, "within 2.0 s", 1),
        new Row("trouble", status("503 Busy", ""), MmioError.NETWORK_ERROR, "(status 503)", 3),
        new Row("hangs up once", firstThen(FaultyServer.HANG_UP, good), null, "", 2),
        new Row("trouble once", firstThen(status("500 Oops", ""), good), null, "", 2));
  }

  @ParameterizedTest
  @MethodSource
  void closingReportsWhatTheServerSays(Row row) throws IOException {
    server.behave(row.behaviour());
    String name = name();
    MmioFile file = write(name);
    assertThat(server.requests()).isEmpty();
    if (row.error() == null) {
      file.close();
    } else {
      MmioException failure = assertThrows(MmioException.class, file::close);
      assertThat(failure.error()).isEqualTo(row.error());
      assertThat(failure).hasMessageThat().contains(row.text());
      assertThat(failure).hasMessageThat().contains("cannot write");
    }
    assertThat(server.requests()).hasSize(row.requests());
    for (Request request : server.requests()) {
      assertThat(request.line()).startsWith("PUT /songs/new/a.wav?");
      assertThat(request.content()).isEqualTo(written());
    }
  }

  @Test
  void anObjectThatIsChangedIsReadAndSentInFull() throws IOException {
    byte[] content = new byte[3 * Block.SIZE];
    Arrays.fill(content, (byte) 7);
    Behaviour reading = FaultyServer.serving(content, "\"old\"");
    server.behave(
        (request, out) ->
            (request.line().startsWith("GET") ? reading : (Behaviour) WritingTest::accept)
                .answer(request, out));
    try (MmioFile file = mmio.open(name(), READ, WRITE)) {
      file.seek(Block.SIZE, SeekOrigin.START);
      file.write(ByteBuffer.wrap(new byte[] {1}));
    }
    Request last = server.requests().get(server.requests().size() - 1);
    content[Block.SIZE] = 1;
    assertThat(last.line()).startsWith("PUT /songs/new/a.wav?");
    assertThat(last.content()).isEqualTo(content);
    assertThat(last.headers()).containsEntry("if-match", "\"old\"");
  }

  @Test
  void anObjectThatIsOnlyReadIsNotSent() throws IOException {
    server.behave(FaultyServer.serving(CONTENT, "\"old\""));
    try (MmioFile file = mmio.open(name(), READ, WRITE)) {
      ByteBuffer all = ByteBuffer.allocate(100);
      assertThat(file.read(all)).isEqualTo(CONTENT.length);
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anObjectThatWasReplacedMeanwhileIsNotOverwritten() throws IOException {
    Behaviour reading = FaultyServer.serving(CONTENT, "\"old\"");
    server.behave(
        (request, out) ->
            (request.line().startsWith("GET") ? reading : status("412 No", ""))
                .answer(request, out));
    MmioFile file = mmio.open(name(), READ, WRITE);
    file.write(ByteBuffer.wrap(new byte[] {1}));
    MmioException failure = assertThrows(MmioException.class, file::close);
    assertThat(failure.error()).isEqualTo(MmioError.CANNOT_WRITE);
    assertThat(failure).hasMessageThat().contains("was replaced");
  }

  /** Between two tries: an interrupted thread that reads a file closes it. */
  @Test
  void anInterruptDoesNotLoseWhatWasWritten() throws IOException {
    Thread program = Thread.currentThread();
    server.behave(
        firstThen(
            (request, out) -> {
              program.interrupt();
              FaultyServer.HANG_UP.answer(request, out);
            },
            WritingTest::accept));
    write(name()).close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(1).content()).isEqualTo(written());
  }

  @Test
  void anEmptyObjectIsWritten() throws IOException {
    mmio.open(name(), CREATE, WRITE, TRUNCATE_EXISTING).close();
    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().get(0).headers()).containsEntry("content-length", "0");
  }
}
