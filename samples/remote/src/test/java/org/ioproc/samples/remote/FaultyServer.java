package org.ioproc.samples.remote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server for one object, which answers as a test says. It counts the requests. */
final class FaultyServer implements AutoCloseable {

  /** Writes the answer to a request, or what else a server may do. */
  interface Behaviour {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * A request.
   *
   * @param line its first line
   * @param headers its headers by their names in lower case
   * @param body what follows them, a character for each byte
   */
  record Request(String line, Map<String, String> headers, String body, int number) {

    byte[] content() {
      return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    long from() {
      return Long.parseLong(range()[0]);
    }

    long to() {
      return Long.parseLong(range()[1]);
    }

    private String[] range() {
      return String.valueOf(headers.get("range")).replace("bytes=", "").split("-", -1);
    }
  }

  static final Behaviour HANG_UP =
      (request, out) -> {
        throw new IOException("no answer");
      };

  private final ServerSocket server;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Behaviour behaviour;

  FaultyServer(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("accept", this::accept);
  }

  void behave(Behaviour next) {
    behaviour = next;
  }

  /** Returns the server's address, without a path. */
  String endpoint() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  String url() {
    return endpoint() + "/sounds/";
  }

  /** Returns where a file on the server is. */
  Address address() {
    String url = url() + "a.wav";
    return new Address() {
      @Override
      public URL url() throws IOException {
        return new URL(url);
      }

      @Override
      public String toString() {
        return url;
      }
    };
  }

  List<Request> requests() {
    return new ArrayList<>(requests);
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        start("serve", () -> serve(connection));
      }
    } catch (SocketException closed) {
      // The test has ended.
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true); // Heads and bodies are written separately.
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = connection.getOutputStream();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Map<String, String> headers = headers(in);
        Request request = new Request(line, headers, body(in, headers), requests.size());
        requests.add(request);
        behaviour.answer(request, out);
        out.flush();
      }
    } catch (IOException | InterruptedException ended) {
      // The client has closed the connection, or the behaviour wants that.
    }
  }

  private static Map<String, String> headers(BufferedReader in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String[] parts = line.split(": *", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    return headers;
  }

  private static String body(BufferedReader in, Map<String, String> headers) throws IOException {
    char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
    int length = 0;
    for (int count = 0; count >= 0 && length < body.length; length += Math.max(0, count)) {
      count = in.read(body, length, body.length - length);
    }
    return new String(body, 0, length);
  }

  /** Serves content as servers should, with an ETag. */
  static Behaviour serving(byte[] content, String tag) {
    return (request, out) -> {
      String mustMatch = request.headers().get("if-match");
      if (mustMatch != null && !mustMatch.equals(tag)) {
        head(out, "412 Precondition Failed", "Content-Length: 0");
      } else if (request.from() >= content.length) {
        head(
            out,
            "416 Range Not Satisfiable",
            "Content-Length: 0",
            "Content-Range: bytes */" + content.length);
      } else {
        int to = (int) Math.min(request.to(), content.length - 1);
        partial(out, content, (int) request.from(), to, tag);
      }
    };
  }

  static void partial(OutputStream out, byte[] content, int from, int to, String tag)
      throws IOException {
    head(
        out,
        "206 Partial Content",
        "Content-Length: " + (to + 1 - from),
        "Content-Range: bytes " + from + "-" + to + "/" + content.length,
        "ETag: " + tag);
    out.write(content, from, to + 1 - from);
  }

  /** Answers with a status, headers and a text of two letters. */
  static Behaviour status(String status, String... headers) {
    return (request, out) -> {
      String[] all = Arrays.copyOf(headers, headers.length + 1);
      all[headers.length] = "Content-Length: 2";
      head(out, status, all);
      out.write("no".getBytes(StandardCharsets.ISO_8859_1));
    };
  }

  static void stall(Request request, OutputStream out) throws InterruptedException {
    Thread.sleep(60_000);
  }

  static void head(OutputStream out, String status, String... headers) throws IOException {
    String text = "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
