package org.ioproc.samples.remote;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request for a range of bytes, and its answer, which arrives while it is read. It uses
 * the JDK's older client: it takes a quarter of the time of {@code java.net.http} for a program's
 * first request, and a third of it for a large answer later, as RemoteBenchmark shows.
 */
final class RangeRequest {

  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (?:(\\d+)-(\\d+)|\\*)/(\\d+)");

  private final Address address;
  private final RemoteErrors errors;
  private final long from;
  private final HttpURLConnection connection;
  private final RequestEvent event = new RequestEvent();
  private InputStream body = InputStream.nullInputStream();
  private int missing;

  private RangeRequest(Address address, long from, Deadline deadline) throws IOException {
    this.address = address;
    this.errors = RemoteErrors.reading(address);
    this.from = from;
    this.connection = Connections.open(address.url(), deadline);
  }

  /** Takes what arrives, in pieces of the size of a block; the last one may be smaller. */
  interface Receiver {
    void receive(byte[] piece);
  }

  /**
   * Requests bytes, and reads them all.
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
    return answered(
        address,
        from,
        deadline,
        request -> {
          ObjectVersion found = request.send(count, version);
          while (request.missing > 0) {
            byte[] piece = new byte[Math.min(Block.SIZE, request.missing)];
            request.receive(piece);
            receiver.receive(piece);
          }
          request.close();
          return found;
        });
  }

  /** Requests bytes that will be read later. The parameters are those of {@code get}. */
  static RangeRequest open(
      Address address, long from, int count, ObjectVersion version, Deadline deadline)
      throws IOException {
    return answered(
        address,
        from,
        deadline,
        request -> {
          request.send(count, version);
          return request;
        });
  }

  /** What is done with a request. */
  private interface Use<T> {
    T of(RangeRequest request) throws IOException;
  }

  private static <T> T answered(Address address, long from, Deadline deadline, Use<T> use)
      throws IOException {
    try {
      return new RangeRequest(address, from, deadline).watched(deadline, use);
    } catch (MmioException refused) {
      if (refused.error() != MmioError.ACCESS_DENIED || !address.renew()) {
        throw refused;
      }
      return new RangeRequest(address, from, deadline).watched(deadline, use);
    }
  }

  private <T> T watched(Deadline deadline, Use<T> use) throws IOException {
    boolean isUsable = false;
    try {
      T result = Connections.watch(connection, errors, deadline, () -> use.of(this));
      isUsable = true;
      return result;
    } finally {
      if (!isUsable) {
        close();
      }
    }
  }

  /** Sends the request, and accepts the answer if it has what was asked for. */
  private ObjectVersion send(int count, @Nullable ObjectVersion version) throws IOException {
    event.begin();
    connection.setRequestProperty("Range", "bytes=" + from + "-" + (from + count - 1));
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (version != null) {
      version.requireOn(connection);
    }
    return answer(count, version);
  }

  private ObjectVersion answer(int count, @Nullable ObjectVersion version) throws IOException {
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
    missing = count; // If the answer cannot be used, its bytes are not read.
    ObjectVersion found = check(range, count, version);
    missing = (int) (number(range.group(2)) + 1 - from);
    body = connection.getInputStream();
    return found;
  }

  /** Checks that the answer is the one that was asked for. */
  private ObjectVersion check(Matcher range, int count, @Nullable ObjectVersion version)
      throws IOException {
    if (!range.matches() || range.group(1) == null) {
      throw errors.unusable(
          "its answer has no usable Content-Range: \"" + header("Content-Range") + '"');
    }
    ObjectVersion found = ObjectVersion.of(connection, number(range.group(3)));
    if (version != null) {
      version.requireSame(found, errors);
    }
    requireRange(range, count, found.size());
    return found;
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
  private void requireRange(Matcher range, int count, long size) throws IOException {
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

  /** Returns how many bytes of the answer have not been read. */
  int missing() {
    return missing;
  }

  /**
   * Reads the next bytes of the answer.
   *
   * @return how many: as many as there is room for, or all that are missing
   */
  int read(byte[] target, Deadline deadline) throws IOException {
    return watched(deadline, request -> receive(target));
  }

  private int receive(byte[] target) throws IOException {
    int count = Math.min(target.length, missing);
    int length = body.readNBytes(target, 0, count);
    event.bytes += length;
    missing -= length;
    if (length < count) {
      throw new EOFException(missing + " bytes did not arrive");
    }
    return count;
  }

  /** Ends the request. If all bytes have been read, the connection can be used again. */
  void close() {
    try {
      if (missing > 0) {
        connection.disconnect();
      }
      body.close();
    } catch (IOException alreadyLost) {
      // The rest would not have been read.
    }
    event.commit("GET", address, from, connection);
  }
}
