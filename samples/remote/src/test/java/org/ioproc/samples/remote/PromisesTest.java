package org.ioproc.samples.remote;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.ioproc.samples.remote.FaultyServer.head;
import static org.ioproc.samples.remote.FaultyServer.status;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.ioproc.samples.remote.FaultyServer.Request;
import org.ioproc.testing.IoProcContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both procedures keep all promises on which programs rely. */
final class PromisesTest {

  private static final int ROOM = 8 << 20;

  @TempDir Path folder;

  /** The server's objects by their paths. */
  private final Map<String, StoredObject> objects = new ConcurrentHashMap<>();

  private final AtomicLong versions = new AtomicLong();
  private final RemoteFiles files = new RemoteFiles(new Limits(4 << 20, Duration.ofSeconds(2)));
  private FaultyServer server;

  /** The content has a character for each byte. */
  private record StoredObject(String content, String tag) {}

  @BeforeEach
  void start() throws IOException {
    System.setProperty("aws.accessKeyId", "key");
    System.setProperty("aws.secretAccessKey", "secret");
    server = new FaultyServer(this::answer);
    Files.writeString(
        folder.resolve("songs.url"), "[InternetShortcut]\nURL=" + server.url() + "\n");
    Files.writeString(
        folder.resolve("songs.s3"), "bucket=sounds\nendpoint=" + server.endpoint() + "\n");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  /** A small object store, with room for objects of some MiB. */
  private void answer(Request request, OutputStream out) throws IOException, InterruptedException {
    String path = request.line().replaceFirst("\\w+ /sounds/([^ ?]*).*", "$1");
    StoredObject object = objects.get(path);
    if (request.line().startsWith("PUT")) {
      put(path, request.body(), out);
    } else if (path.startsWith("damaged")) {
      FaultyServer.HANG_UP.answer(request, out);
    } else if (object == null) {
      status("404 Not Found").answer(request, out);
    } else {
      FaultyServer.serving(object.content().getBytes(ISO_8859_1), object.tag())
          .answer(request, out);
    }
  }

  private void put(String path, String content, OutputStream out) throws IOException {
    if (content.length() > ROOM) {
      head(out, "507 Insufficient Storage", "Content-Length: 0");
      return;
    }
    objects.put(path, new StoredObject(content, "\"" + versions.incrementAndGet() + '"'));
    head(out, "200 OK", "Content-Length: 0");
  }

  private byte[] store(String path, int size) {
    byte[] content = RandomContent.of(size);
    objects.put(path, new StoredObject(new String(content, ISO_8859_1), "\"0\""));
    return content;
  }

  private IoProcContract contract(Object procedure, String container) {
    return IoProcContract.of(procedure)
        .file(folder.resolve(container) + "+long.wav", store("long.wav", 3 * Block.SIZE + 1001))
        .file(folder.resolve(container) + "+a/short.wav", store("a/short.wav", 1001))
        .file(folder.resolve(container) + "+empty.wav", store("empty.wav", 0))
        .missing(folder.resolve(container) + "+missing.wav")
        .missing(folder.resolve("missing-" + container) + "+long.wav")
        .folder(folder.resolve(container) + "+a/")
        .damaged(folder.resolve(container) + "+damaged.wav");
  }

  @Test
  void ofReadingFromAWebServer() {
    contract(new UrlIoProc(files), "songs.url").check();
  }

  @Test
  void ofReadingAndWritingInAnObjectStore() {
    contract(new S3IoProc(files), "songs.s3")
        .writable(folder.resolve("songs.s3") + "+new/written.wav")
        .full(folder.resolve("songs.s3") + "+new/full.wav")
        .check();
  }
}
