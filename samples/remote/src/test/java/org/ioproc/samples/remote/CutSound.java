package org.ioproc.samples.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.samples.remote.FaultyServer.Behaviour;
import org.ioproc.samples.remote.FaultyServer.Request;

/**
 * A web server that sends a sound's first block, and fails to send the others: .ci/remote-clients
 * starts it. The argument is the sound. It prints its address. The folder in a request's path says
 * how it fails: {@code silent}, {@code lost} or {@code replaced}.
 */
final class CutSound {

  /** The bytes of the part that is served. */
  private static final int SERVED = 128 * 1024;

  private final Behaviour whole;

  private CutSound(byte[] sound) {
    whole = FaultyServer.serving(sound, "\"1\"");
  }

  public static void main(String[] arguments) throws Exception {
    CutSound sound = new CutSound(Files.readAllBytes(Path.of(arguments[0])));
    try (FaultyServer server = new FaultyServer(sound::answer)) {
      System.out.println(server.url());
      Thread.currentThread().join();
    }
  }

  private void answer(Request request, OutputStream out) throws IOException, InterruptedException {
    if (request.to() < SERVED) {
      whole.answer(request, out);
    } else {
      fail(request, out);
    }
  }

  private static void fail(Request request, OutputStream out)
      throws IOException, InterruptedException {
    String folder = request.line().split("/")[2];
    switch (folder) {
      case "silent" -> Thread.sleep(60_000);
      case "lost" -> throw new IOException("The connection ends.");
      case "replaced" -> FaultyServer.head(out, "412 Precondition Failed", "Content-Length: 0");
      default -> throw new IllegalArgumentException(folder);
    }
  }
}
