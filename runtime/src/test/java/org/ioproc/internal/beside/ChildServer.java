package org.ioproc.internal.beside;

import static com.google.common.truth.Truth.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ioproc.support.ChildJvm;

/** Starts a server in a new process, as the wrapper DLL does. */
final class ChildServer implements AutoCloseable {

  private final Process process;
  private final CompletableFuture<String> printed;

  /** Speaks the protocol with the server. */
  final Client client;

  ChildServer(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-classpath", System.getProperty("java.class.path"), Server.class.getName()));
    process = ChildJvm.start(new ProcessBuilder(command));
    printed = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), Client::start);
    client = new Client(process.getInputStream(), process.getOutputStream());
  }

  /** Starts a server that has prepared the procedure of the tests. */
  static ChildServer prepared(String... options) throws Exception {
    ChildServer server = new ChildServer(options);
    assertThat(server.client.prepare(1, OddGlue.PROVIDER).result()).isEqualTo(0);
    return server;
  }

  private static String text(InputStream stream) {
    // The stream itself would ask for its length and position, which a pipe under Wine refuses.
    try (InputStream plain = new BufferedInputStream(stream)) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Opens a file. Returns the file's token. */
  int open(String element) throws Exception {
    return client.ask(Request.open("a.odd+" + element)).words()[2];
  }

  /** Waits for the end of the process. Returns its exit code. */
  int exitCode() throws InterruptedException {
    return process.waitFor(Client.LIMIT, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  /** Returns the lines that Java has printed until its end. Under Wine, the VM adds warnings. */
  List<String> printed() throws Exception {
    return printed
        .get(Client.LIMIT, TimeUnit.SECONDS)
        .lines()
        .filter(line -> !line.contains(" VM warning: "))
        .toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
