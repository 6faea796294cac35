package org.ioproc.samples.remote;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.concurrent.ScheduledFuture;
import org.ioproc.MmioException;

/** What all requests have in common. */
final class Connections {

  private Connections() {}

  /** What is sent and received. */
  interface Exchange<T> {
    T run() throws IOException;
  }

  /** Returns a connection that does not follow the server elsewhere. */
  static HttpURLConnection open(URL url, Deadline deadline) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setConnectTimeout(timeout(deadline.remaining()));
    connection.setReadTimeout(timeout(deadline.limit().toMillis())); // Later reads have their own.
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    return connection;
  }

  private static int timeout(long milliseconds) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, milliseconds));
  }

  /**
   * Runs an exchange until the deadline. A read timeout would begin again with each byte that
   * arrives, so a watchdog closes the connection.
   */
  static <T> T watch(
      HttpURLConnection connection, RemoteErrors errors, Deadline deadline, Exchange<T> exchange)
      throws IOException {
    ScheduledFuture<?> watchdog = Workers.later(connection::disconnect, deadline.remaining());
    try {
      return exchange.run();
    } catch (MmioException | LostConnectionException known) {
      throw known;
    } catch (IOException failure) {
      throw errors.of(failure, deadline);
    } finally {
      watchdog.cancel(false);
    }
  }
}
