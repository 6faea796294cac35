package org.ioproc.samples.remote;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request for a range of bytes. It uses the JDK's older client, whose first request and
 * whose large answers are quicker than those of {@code java.net.http}.
 */
final class RangeRequest {

  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (?:(\\d+)-(\\d+)|\\*)/(\\d+)");

  private final RemoteErrors errors;
  private final Deadline deadline;
  private final HttpURLConnection connection;

  /** Takes what arrives, in pieces of the size of a block; the last one may be smaller. */
  interface Receiver {
    void receive(byte[] piece);
  }

  private RangeRequest(Address address, Deadline deadline) throws IOException {
    this.errors = RemoteErrors.reading(address);
    this.deadline = deadline;
    this.connection = (HttpURLConnection) address.url().openConnection();
  }

  /**
   * Requests bytes.
   *
   * @param version the version that the bytes must have, or null if any will do
   * @return the version that they have
   * @throws LostConnectionException if it may be worth to try again
   */
  static ObjectVersion get(
      Address address,
      long from,
      int count,
      @Nullable ObjectVersion version,
      Deadline deadline,
      Receiver receiver)
      throws IOException {
    try {
      return once(address, from, count, version, deadline, receiver);
    } catch (MmioException refused) {
      if (refused.error() != MmioError.ACCESS_DENIED || !address.renew()) {
        throw refused;
      }
      return once(address, from, count, version, deadline, receiver);
    }
  }

  private static ObjectVersion once(
      Address address,
      long from,
      int count,
      @Nullable ObjectVersion version,
      Deadline deadline,
      Receiver receiver)
      throws IOException {
    RequestEvent event = new RequestEvent();
    event.begin();
    RangeRequest request = new RangeRequest(address, deadline);
    try {
      return request.watched(
          from,
          count,
          version,
          piece -> {
            event.bytes += piece.length;
            receiver.receive(piece);
          });
    } finally {
      event.commit("GET", address, from, request.connection);
    }
  }

  /**
   * A read timeout would begin again with each byte that arrives. So a watchdog closes the
   * connection at the deadline.
   */
  private ObjectVersion watched(
      long from, int count, @Nullable ObjectVersion version, Receiver receiver) throws IOException {
    ScheduledFuture<?> watchdog =
        Workers.later(connection::disconnect, deadline.remaining(), TimeUnit.MILLISECONDS);
    try {
      send(from, count, version);
      return answer(from, count, version, receiver);
    } catch (MmioException | LostConnectionException known) {
      throw known;
    } catch (IOException failure) {
      throw errors.of(failure, deadline);
    } finally {
      watchdog.cancel(false);
    }
  }

  private void send(long from, int count, @Nullable ObjectVersion version) {
    int limit = (int) Math.min(Integer.MAX_VALUE, Math.max(1, deadline.remaining()));
    connection.setConnectTimeout(limit);
    connection.setReadTimeout(limit);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Range", "bytes=" + from + "-" + (from + count - 1));
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (version != null) {
      version.requireOn(connection);
    }
  }

  private ObjectVersion answer(
      long from, int count, @Nullable ObjectVersion version, Receiver receiver) throws IOException {
    int status = connection.getResponseCode();
    Matcher range = CONTENT_RANGE.matcher(header("Content-Range"));
    if (version == null && isEmpty(status, range)) {
      RemoteErrors.refusalText(connection);
      return ObjectVersion.of(connection, 0);
    }
    if (status == 416 && version != null) {
      RemoteErrors.refusalText(connection);
      throw errors.changed();
    }
    if (status != HttpURLConnection.HTTP_PARTIAL) {
      throw errors.refusal(connection);
    }
    ObjectVersion found = check(range, from, count, version);
    try (InputStream body = connection.getInputStream()) {
      receive(body, (int) (number(range.group(2)) + 1 - from), receiver);
    }
    return found;
  }

  /** Checks that the answer is the one that was asked for. The rest of another one is not read. */
  private ObjectVersion check(Matcher range, long from, int count, @Nullable ObjectVersion version)
      throws IOException {
    try {
      if (!range.matches() || range.group(1) == null) {
        throw errors.unusable(
            "its answer has no usable Content-Range: \"" + header("Content-Range") + '"');
      }
      ObjectVersion found = ObjectVersion.of(connection, number(range.group(3)));
      if (version != null) {
        version.requireSame(found, errors);
      }
      requireRange(range, from, count, found.size());
      return found;
    } catch (IOException unusable) {
      connection.disconnect();
      throw unusable;
    }
  }

  /** No range is in an empty object. Some servers say so, and others send all of it. */
  private boolean isEmpty(int status, Matcher range) {
    return status == 416
        ? range.matches() && range.group(3).equals("0")
        : status == 200 && header("Content-Length").equals("0");
  }

  private String header(String name) {
    String value = connection.getHeaderField(name);
    return value == null ? "" : value;
  }

  private long number(String digits) throws MmioException {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooLarge) {
      throw errors.unusable("its answer has the number " + digits);
    }
  }

  /** The answer must have all bytes that were asked for, up to the object's end. */
  private void requireRange(Matcher range, long from, int count, long size) throws IOException {
    long last = Math.min(from + count, size) - 1;
    if (number(range.group(1)) != from || number(range.group(2)) != last) {
      throw errors.unusable(
          "it was asked for bytes "
              + from
              + " to "
              + last
              + ", and answered \""
              + range.group()
              + '"');
    }
  }

  private static void receive(InputStream body, int count, Receiver receiver) throws IOException {
    for (int received = 0; received < count; ) {
      byte[] piece = new byte[Math.min(Block.SIZE, count - received)];
      int length = body.readNBytes(piece, 0, piece.length);
      received += length;
      if (length < piece.length) {
        throw new EOFException(received + " of " + count + " bytes arrived");
      }
      receiver.receive(piece);
    }
  }
}
