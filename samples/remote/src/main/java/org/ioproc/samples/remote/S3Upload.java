package org.ioproc.samples.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** Sends a file's content to a bucket with one request, so that nobody ever reads half of it. */
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
    for (int left = TRIES; ; left--) {
      try {
        trySend();
        return;
      } catch (LostConnectionException lost) {
        if (left == 1 || deadline.remaining() <= PAUSE) {
          throw lost.last();
        }
      }
      Waiting.pause(PAUSE);
    }
  }

  private void trySend() throws IOException {
    PresignedPutObjectRequest signed = S3Signer.put(object.bucket(), object.key());
    HttpURLConnection connection = (HttpURLConnection) signed.url().openConnection();
    RequestEvent event = new RequestEvent();
    event.begin();
    ScheduledFuture<?> watchdog =
        Workers.later(connection::disconnect, deadline.remaining(), TimeUnit.MILLISECONDS);
    try {
      put(connection);
      event.bytes = content.size();
    } catch (MmioException | LostConnectionException known) {
      throw known;
    } catch (IOException failure) {
      throw errors.of(failure, deadline);
    } finally {
      watchdog.cancel(false);
      event.commit("PUT", object, 0, connection);
    }
  }

  private void put(HttpURLConnection connection) throws IOException {
    connection.setRequestMethod("PUT");
    connection.setDoOutput(true);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) Math.max(1, deadline.remaining()));
    connection.setReadTimeout((int) Math.max(1, deadline.remaining()));
    connection.setFixedLengthStreamingMode(content.size());
    if (replaced != null) {
      replaced.requireOn(connection);
    }
    try (OutputStream body = connection.getOutputStream()) {
      content.position(0);
      copy(body);
    }
    if (connection.getResponseCode() / 100 != 2) {
      throw errors.refusal(connection);
    }
    try (InputStream answer = connection.getInputStream()) {
      answer.readAllBytes();
    }
  }

  private void copy(OutputStream body) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    while (content.read(buffer) > 0) {
      body.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
  }
}
