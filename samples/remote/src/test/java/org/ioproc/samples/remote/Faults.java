package org.ioproc.samples.remote;

import static org.ioproc.samples.remote.FaultyServer.head;
import static org.ioproc.samples.remote.FaultyServer.partial;
import static org.ioproc.samples.remote.FaultyServer.serving;
import static org.ioproc.samples.remote.FaultyServer.status;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.ioproc.MmioError;
import org.ioproc.samples.remote.FaultyServer.Behaviour;
import org.ioproc.samples.remote.FaultyServer.Request;

/** Servers that fail or answer wrongly, and what a program gets from each. */
final class Faults {

  static final byte[] CONTENT = RandomContent.of(3 * Block.SIZE + 1000);
  private static final String TAG = "\"1\"";
  private static final Behaviour GOOD = serving(CONTENT, TAG);

  /** In place of a number of tries: the program hears when it has waited long enough. */
  static final int UNTIL_THE_LIMIT = 0;

  private Faults() {}

  /**
   * A server, and what the program gets.
   *
   * @param opening what opening the file fails with, or null
   * @param reading what reading from the second block on fails with, or null
   * @param tries how many requests are sent for what fails
   * @param before how many requests are answered well first
   */
  record Row(
      String name,
      Behaviour behaviour,
      MmioError opening,
      MmioError reading,
      String text,
      int tries,
      int before) {

    @Override
    public String toString() {
      return name;
    }

    /** Returns the row of the page's table. */
    String markdown() {
      String result = "the bytes";
      if (opening != null) {
        result = "opening fails: `%s`".formatted(opening.symbol());
      } else if (reading != null) {
        result = "reading fails";
      }
      String when =
          switch (tries) {
            case UNTIL_THE_LIMIT -> "at the time limit";
            case 1 -> "at once";
            default -> "after " + tries + " tries";
          };
      return "| %s | %s | %s |\n".formatted(name, result, when);
    }
  }

  static List<Row> all() {
    return Stream.of(openings(), readings(), recoveries()).flatMap(List::stream).toList();
  }

  private static List<Row> openings() {
    MmioError network = MmioError.NETWORK_ERROR;
    MmioError missing = MmioError.FILE_NOT_FOUND;
    MmioError denied = MmioError.ACCESS_DENIED;
    String size = "/" + CONTENT.length;
    return List.of(
        opening("has no such file (404)", missing, 1, "no such thing", status("404 Not Found")),
        opening("no longer has the file (410)", missing, 1, "no such thing", status("410 Gone")),
        opening("does not know the user (401)", denied, 1, "401", status("401 Unauthorized")),
        opening("refuses (403)", denied, 1, "403", status("403 Forbidden")),
        opening("knows no ranges (200)", network, 1, "must support ranges", status("200 OK")),
        opening(
            "names another address (302)",
            network,
            1,
            "is at http://x/; name",
            status("302 Found", "Location: http://x/")),
        opening("answers with an unusual status", network, 1, "418", status("418 I'm a teapot")),
        opening("is in trouble (503)", network, 3, "trouble (status 503)", status("503 Busy")),
        opening("hangs up", network, 3, "connection was lost", FaultyServer.HANG_UP),
        opening("cuts its answer short", network, 3, "connection was lost", Faults::cut),
        opening("does not answer", network, UNTIL_THE_LIMIT, "within 1.0 s", FaultyServer::stall),
        opening("sends a byte now and then", network, 0, "within 1.0 s", Faults::drip),
        opening(
            "does not speak HTTP", network, 1, "not HTTP", (in, out) -> out.write(new byte[100])),
        opening(
            "sends no `Content-Range`",
            network,
            1,
            "no usable Content-Range",
            status("206 Partial Content")),
        opening("sends another range", network, 1, "it was asked for", range("bytes 5-14" + size)),
        opening("sends a shorter range", network, 1, "it was asked for", range("bytes 0-9" + size)),
        opening("does not say the size", network, 1, "no usable Content-", range("bytes 0-9/*")),
        opening(
            "says an impossible size",
            network,
            1,
            "number",
            range("bytes 0-9/99999999999999999999")));
  }

  private static List<Row> readings() {
    MmioError network = MmioError.NETWORK_ERROR;
    MmioError replaced = MmioError.CANNOT_READ;
    byte[] other = RandomContent.of(CONTENT.length + 1);
    byte[] same = RandomContent.of(CONTENT.length);
    same[CONTENT.length - 1]++;
    return List.of(
        reading("then does not answer", network, 0, "within 1.0 s", FaultyServer::stall),
        reading("then sends a byte now and then", network, 0, "within 1.0 s", Faults::drip),
        reading("then cuts all answers short", network, 0, "connection was lost", Faults::cut),
        reading("then always hangs up", network, 0, "connection was lost", FaultyServer.HANG_UP),
        reading("then is in trouble (503)", network, 0, "(status 503)", status("503 Busy")),
        reading("then refuses (403)", MmioError.ACCESS_DENIED, 1, "403", status("403 Forbidden")),
        reading(
            "then has no such file (404)",
            MmioError.FILE_NOT_FOUND,
            1,
            "no such thing",
            status("404 Not Found")),
        reading("then knows no ranges (200)", network, 1, "must support", status("200 OK")),
        reading(
            "then has a longer file of that name",
            replaced,
            1,
            "was replaced",
            serving(other, TAG)),
        reading(
            "then has an empty file of that name",
            replaced,
            1,
            "was replaced",
            status("416 Range Not Satisfiable", "Content-Range: bytes */0")),
        reading(
            "then has another file of the same size",
            replaced,
            1,
            "was replaced",
            serving(same, "\"2\"")),
        reading(
            "the same, and ignores `If-Match`",
            replaced,
            1,
            "was replaced",
            (request, out) ->
                partial(
                    out,
                    same,
                    (int) request.from(),
                    (int) Math.min(request.to(), same.length - 1),
                    "\"2\"")),
        streaming("later does not answer", network, 0, "within 1.0 s", FaultyServer::stall),
        streaming("later sends a byte now and then", network, 0, "within 1.0 s", Faults::drip),
        streaming("later cuts all answers short", network, 0, "connection was lost", Faults::cut),
        streaming(
            "later has another file of the same size",
            replaced,
            1,
            "was replaced",
            serving(same, "\"2\"")));
  }

  private static List<Row> recoveries() {
    Behaviour busy = status("503 Busy");
    return List.of(
        fine("answers as it should", 1, GOOD),
        fine("sends no ETag", 1, serving(CONTENT, "")),
        fine("cuts one answer short", 2, only(1, Faults::cut)),
        fine("hangs up once", 2, only(1, FaultyServer.HANG_UP)),
        fine("later cuts one answer short", 2, only(2, Faults::cut)),
        fine("later hangs up once", 2, only(2, FaultyServer.HANG_UP)),
        fine("later is in trouble once (500)", 2, only(2, status("500 Oops"))),
        fine("is in trouble once (500)", 2, only(1, status("500 Oops"))),
        fine(
            "is in trouble twice (503)",
            3,
            (request, out) ->
                (request.number() == 1 || request.number() == 2 ? busy : GOOD)
                    .answer(request, out)));
  }

  private static Row opening(
      String name, MmioError error, int tries, String text, Behaviour behaviour) {
    return new Row(name, behaviour, error, null, text, tries, 0);
  }

  /** The first request is answered well. */
  private static Row reading(
      String name, MmioError error, int tries, String text, Behaviour behaviour) {
    return new Row(name, from(1, behaviour), null, error, text, tries, 1);
  }

  /** The third request is for a stream: the program has read two blocks in order. */
  private static Row streaming(
      String name, MmioError error, int tries, String text, Behaviour behaviour) {
    return new Row(name, from(2, behaviour), null, error, text, tries, 2);
  }

  private static Row fine(String name, int tries, Behaviour behaviour) {
    return new Row(name, behaviour, null, null, "", tries, 0);
  }

  private static Behaviour from(int number, Behaviour behaviour) {
    return (request, out) -> (request.number() < number ? GOOD : behaviour).answer(request, out);
  }

  private static Behaviour only(int number, Behaviour behaviour) {
    return (request, out) -> (request.number() == number ? behaviour : GOOD).answer(request, out);
  }

  /** Sends a byte now and then, so that no single read takes long. */
  private static void drip(Request request, OutputStream out)
      throws IOException, InterruptedException {
    head(
        out,
        "206 Partial Content",
        "Content-Length: " + (request.to() + 1 - request.from()),
        "Content-Range: bytes " + request.from() + "-" + request.to() + "/" + CONTENT.length,
        "ETag: " + TAG);
    for (int i = (int) request.from(); ; i++) {
      out.write(CONTENT[i]);
      out.flush();
      Thread.sleep(50);
    }
  }

  private static void cut(Request request, OutputStream out) throws IOException {
    int to = (int) Math.min(request.to(), CONTENT.length - 1);
    head(
        out,
        "206 Partial Content",
        "Content-Length: " + (to + 1 - request.from()),
        "Content-Range: bytes " + request.from() + "-" + to + "/" + CONTENT.length,
        "ETag: " + TAG);
    out.write(CONTENT, (int) request.from(), 1000);
    out.flush();
    throw new IOException("cut");
  }

  private static Behaviour range(String text) {
    return (request, out) -> {
      head(
          out,
          "206 Partial Content",
          "Content-Length: 10",
          "Content-Range: " + text,
          "ETag: " + TAG);
      out.write(new byte[10]);
    };
  }
}
