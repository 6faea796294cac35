package org.ioproc.samples.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends a file's content to a bucket with one request, so that no program reads half of it. */
final class S3Upload {

  private static final int TRIES = 3;
  private static final long PAUSE = 500;
  private static final int SLOWEST_BYTES_PER_SECOND = 256 * 1024;

  private final S3Object object;
  private final RemoteErrors errors;
  private final FileChannel content;
  private final @Nullable ObjectVersion replaced;
  private final Deadline deadline;

  /**
   * Prepares to send.
   *
   * @param replaced the version that must still be there, or null if any may be replaced
   * @param wait how long a program waits for an answer; large files get more time
   */
  S3Upload(S3Object object, FileChannel content, @Nullable ObjectVersion replaced, Duration wait)
      throws IOException {
    this.object = object;
    this.errors = RemoteErrors.writing(object);
    this.content = content;
    this.replaced = replaced;
    this.deadline =
        Deadline.in(wait.plus(Duration.ofSeconds(content.size() / SLOWEST_BYTES_PER_SECOND)));
  }

  /** Sends the content. If that fails, the object is what it was. */
  void send() throws IOException {
    Waiting.retry(() -> Workers.start(this::trySend), TRIES, PAUSE, errors, deadline);
  }

  private Boolean trySend() throws IOException {
    URL signed = S3Signer.put(object.bucket(), object.key()).url();
    HttpURLConnection connection = Connections.open(signed, deadline);
    RequestEvent event = new RequestEvent();
    event.begin();
    try {
      event.bytes = Connections.watch(connection, errors, deadline, () -> put(connection));
      return true;
    } finally {
      event.commit("PUT", object, 0, connection);
    }
  }

  /** Returns the number of bytes that the server has accepted. */
  private long put(HttpURLConnection connection) throws IOException {
    connection.setRequestMethod("PUT");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(content.size());
    if (replaced != null) {
      replaced.requireOn(connection);
    }
    try (OutputStream body = connection.getOutputStream()) {
      Channels.newInputStream(content.position(0)).transferTo(body);
    }
    if (connection.getResponseCode() / 100 != 2) {
      throw errors.refusal(connection);
    }
    try (InputStream answer = connection.getInputStream()) {
      answer.readAllBytes();
    }
    return content.size();
  }
}
