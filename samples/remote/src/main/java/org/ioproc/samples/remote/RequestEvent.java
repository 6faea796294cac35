package org.ioproc.samples.remote;

import java.io.IOException;
import java.net.HttpURLConnection;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An event of Flight Recorder for each request: the procedures print nothing. */
@Name("org.ioproc.samples.Request")
@Label("Request")
@Category("ioproc")
@Description("A request to a web server or an object store")
@Enabled(false)
@StackTrace(false)
final class RequestEvent extends Event {

  @Label("Method")
  @Nullable String method;

  @Label("Object")
  @Nullable String object;

  @Label("From")
  @DataAmount
  long from;

  @Label("Bytes")
  @DataAmount
  long bytes;

  @Label("Status")
  @Description("The HTTP status; -1 without an answer")
  int status;

  /** Ends the event. */
  void commit(String method, Address address, long from, HttpURLConnection connection) {
    end();
    if (shouldCommit()) {
      this.method = method;
      this.object = address.toString();
      this.from = from;
      this.status = status(connection);
      commit();
    }
  }

  private static int status(HttpURLConnection connection) {
    try {
      return connection.getResponseCode();
    } catch (IOException noAnswer) {
      return -1;
    }
  }
}
