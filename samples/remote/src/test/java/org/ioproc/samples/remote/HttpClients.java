package org.ioproc.samples.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Gets an address with one of the JDK's two clients, and prints the time of each request in ms. */
public final class HttpClients {

  static final String OLDER = "HttpURLConnection";
  static final String NEWER = "java.net.http";

  private HttpClients() {}

  /** A client. */
  private interface Client {
    InputStream get(URI address) throws IOException, InterruptedException;
  }

  /** Gets an address. The arguments are the client's name, the address, and how often. */
  public static void main(String[] arguments) throws Exception {
    long begin = System.nanoTime();
    Client client = arguments[0].equals(NEWER) ? newer() : HttpClients::older;
    URI address = URI.create(arguments[1]);
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      try (InputStream body = client.get(address)) {
        drain(body);
      }
      long end = System.nanoTime();
      System.out.println((end - begin) / 1e6);
      begin = end;
    }
  }

  private static InputStream older(URI address) throws IOException {
    return address.toURL().openStream();
  }

  private static Client newer() {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return address ->
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream()).body();
  }

  private static void drain(InputStream body) throws IOException {
    byte[] piece = new byte[64 * 1024];
    int count;
    do {
      count = body.read(piece);
    } while (count >= 0);
  }
}
