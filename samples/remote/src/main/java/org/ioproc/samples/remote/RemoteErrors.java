package org.ioproc.samples.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/** Says what went wrong between this machine and a server, and what a program can be told. */
final class RemoteErrors {

  private RemoteErrors() {}

  /** Returns the failure of a request that got no complete answer. */
  static IOException of(IOException failure, Address address, Deadline deadline) {
    if (deadline.isOver() || failure instanceof SocketTimeoutException) {
      return late(address, deadline);
    }
    if (failure instanceof UnknownHostException) {
      return network(address, "no such server is known: " + failure.getMessage(), failure);
    }
    if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
      return network(address, "the server could not be trusted: " + failure.getMessage(), failure);
    }
    if (failure instanceof ConnectException) {
      return new LostConnectionException(
          "cannot read " + address + ": no server answers there: " + failure.getMessage(), failure);
    }
    if (failure instanceof ProtocolException) {
      return unusable(address, String.valueOf(failure.getMessage()));
    }
    return new LostConnectionException(
        "cannot read " + address + ": the connection was lost: " + failure.getMessage(), failure);
  }

  static MmioException late(Address address, Deadline deadline) {
    return new MmioException(
        MmioError.NETWORK_ERROR,
        "cannot read " + address + ": no complete answer within " + seconds(deadline));
  }

  private static String seconds(Deadline deadline) {
    return deadline.limit().toMillis() / 1000.0 + " s";
  }

  private static MmioException network(Address address, String why, IOException cause) {
    return new MmioException(MmioError.NETWORK_ERROR, "cannot read " + address + ": " + why, cause);
  }

  /** Returns the failure for a server that does not answer as HTTP says. */
  static MmioException unusable(Address address, String what) {
    return new MmioException(
        MmioError.NETWORK_ERROR, "cannot read " + address + " from this server: " + what);
  }

  /** Returns the failure that a status other than success stands for. */
  static IOException status(int status, String location, Address address) {
    return switch (status) {
      case 200 ->
          unusable(
              address,
              "it must support ranges (Accept-Ranges: bytes), but sends the whole content"
                  + " (status 200)");
      case 301, 302, 303, 307, 308 ->
          unusable(
              address, "it answers that the content is at " + location + "; name that address");
      case 401, 403 ->
          new MmioException(
              MmioError.ACCESS_DENIED,
              "the server does not let this user use " + address + " (status " + status + ")");
      case 404, 410 ->
          new MmioException(
              MmioError.FILE_NOT_FOUND, "there is no " + address + " (status " + status + ")");
      case 412 -> ObjectVersion.changed(address);
      case 500, 502, 503, 504 ->
          new LostConnectionException(
              "cannot read " + address + ": the server is in trouble (status " + status + ")",
              null);
      default -> unusable(address, "it answers with the status " + status);
    };
  }
}
