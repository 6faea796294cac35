package org.ioproc.samples.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/**
 * Says what went wrong between this machine and a server, and what a program can be told.
 *
 * @param action what was tried: "read" or "write"
 * @param address what it was tried with
 */
record RemoteErrors(String action, Address address) {

  private static final int LONGEST_TEXT = 64 * 1024;
  private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]{1,300})</Message>");

  static RemoteErrors reading(Address address) {
    return new RemoteErrors("read", address);
  }

  static RemoteErrors writing(Address address) {
    return new RemoteErrors("write", address);
  }

  /** Returns the failure of a request that got no complete answer. */
  IOException of(IOException failure, Deadline deadline) {
    if (deadline.isOver() || failure instanceof SocketTimeoutException) {
      return late(deadline);
    }
    if (failure instanceof UnknownHostException) {
      return network("no such server is known: " + failure.getMessage(), failure);
    }
    if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
      return network("the server could not be trusted: " + failure.getMessage(), failure);
    }
    if (failure instanceof ConnectException) {
      return lost("no server answers there: " + failure.getMessage(), failure);
    }
    if (failure instanceof ProtocolException) {
      return unusable(String.valueOf(failure.getMessage()));
    }
    return lost("the connection was lost: " + failure.getMessage(), failure);
  }

  private String begin() {
    return "cannot " + action + " " + address;
  }

  private LostConnectionException lost(String why, @Nullable IOException cause) {
    return new LostConnectionException(begin() + ": " + why, cause);
  }

  private MmioException network(String why, IOException cause) {
    return new MmioException(MmioError.NETWORK_ERROR, begin() + ": " + why, cause);
  }

  MmioException late(Deadline deadline) {
    return new MmioException(
        MmioError.NETWORK_ERROR,
        begin() + ": no complete answer within " + deadline.limit().toMillis() / 1000.0 + " s");
  }

  /** Returns the failure for a server that does not answer as HTTP says. */
  MmioException unusable(String what) {
    return new MmioException(MmioError.NETWORK_ERROR, begin() + " with this server: " + what);
  }

  /** Returns the failure for an object that is no longer the one that was opened. */
  MmioException changed() {
    return new MmioException(
        action.equals("write") ? MmioError.CANNOT_WRITE : MmioError.CANNOT_READ,
        begin() + ": it was replaced after it was opened. Open it again to use the new content.");
  }

  /** Returns the failure for an answer with a status other than success. */
  IOException refusal(HttpURLConnection answer) throws IOException {
    int code = answer.getResponseCode();
    String status = "(status " + code + ")" + said(answer);
    return switch (code) {
      case -1 -> unusable("its answer is not HTTP");
      case 200 ->
          unusable(
              "it must support ranges (Accept-Ranges: bytes), but sends the whole content "
                  + status);
      case 301, 302, 303, 307, 308 ->
          unusable(
              "it says that the content is at "
                  + answer.getHeaderField("Location")
                  + "; name that address "
                  + status);
      case 401, 403 ->
          new MmioException(
              MmioError.ACCESS_DENIED,
              begin() + ": the server does not let this user do that " + status);
      case 404, 410 ->
          new MmioException(
              MmioError.FILE_NOT_FOUND, begin() + ": the server has no such thing " + status);
      case 412 -> changed();
      case 500, 502, 503, 504 -> lost("the server is in trouble " + status, null);
      default -> unusable("it refuses the request " + status);
    };
  }

  /** Returns the sentence in an object store's refusal, if there is one. */
  private static String said(HttpURLConnection answer) {
    Matcher message = MESSAGE.matcher(refusalText(answer));
    return message.find() ? "; it says: " + message.group(1) : "";
  }

  /** Reads a refusal's text, because otherwise the connection could not be used again. */
  static String refusalText(HttpURLConnection answer) {
    try (InputStream body = answer.getErrorStream()) {
      if (body != null) {
        return new String(body.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
      }
      answer.disconnect(); // Otherwise all of the content would arrive.
      return "";
    } catch (IOException incomplete) {
      answer.disconnect();
      return "";
    }
  }
}
