package org.ioproc.samples.remote;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Runs curl, whose connections stay open from one request to the next. */
final class Curl {

  private Curl() {}

  /**
   * A request.
   *
   * @param range the bytes, as in {@code 0-65535}
   * @param connection what becomes of the connection: {@code keep-alive} or {@code close}
   */
  record Get(String url, String range, String connection) {

    static Get all(String url) {
      return new Get(url, "0-", "keep-alive");
    }

    static Get of(String url, int from, int count) {
      return new Get(url, from + "-" + (from + count - 1), "keep-alive");
    }

    /** Returns a request after which the next one must connect again. */
    Get alone() {
      return new Get(url, range, "close");
    }

    private String lines() {
      return String.join(
          "\n",
          "silent",
          "show-error",
          "fail",
          "output = /dev/null",
          "write-out = \"%{time_total}\\n\"",
          "range = " + range,
          "header = \"Connection: " + connection + "\"",
          "url = \"" + url + "\"");
    }
  }

  /**
   * Sends requests one after the other, and returns the sum of the times that curl reports, in ms.
   * What curl does between requests, and its start, do not count.
   */
  static double milliseconds(List<Get> requests) throws IOException, InterruptedException {
    Process curl = start();
    try (Writer config = curl.outputWriter()) {
      config.write(String.join("\nnext\n", requests.stream().map(Get::lines).toList()));
    }
    List<String> times = curl.inputReader().lines().toList();
    await(curl);
    if (times.size() != requests.size()) {
      throw new IOException(times.size() + " of " + requests.size() + " requests were answered");
    }
    return 1000 * times.stream().mapToDouble(Double::parseDouble).sum();
  }

  /** Sends each request with a process of its own, all at once. */
  static void atOnce(List<Get> requests) throws IOException, InterruptedException {
    List<Process> processes = new ArrayList<>();
    for (Get request : requests) {
      Process curl = start();
      processes.add(curl);
      try (Writer config = curl.outputWriter()) {
        config.write(request.lines());
      }
    }
    for (Process curl : processes) {
      await(curl);
    }
  }

  private static Process start() throws IOException {
    return new ProcessBuilder("curl", "--config", "-")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void await(Process curl) throws IOException, InterruptedException {
    int status = curl.waitFor();
    if (status != 0) {
      throw new IOException("curl ended with the status " + status);
    }
  }
}
