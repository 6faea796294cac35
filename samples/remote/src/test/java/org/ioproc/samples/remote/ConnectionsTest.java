package org.ioproc.samples.remote;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.mmio.Mmio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens files on servers that cannot be reached, or must not be trusted. */
final class ConnectionsTest {

  @TempDir Path folder;

  private void require(String address, String text) throws IOException {
    require(address, MmioError.NETWORK_ERROR, text, READ);
  }

  private void require(String address, MmioError error, String text, OpenOption option)
      throws IOException {
    Path shortcut = folder.resolve("songs.url");
    Files.writeString(shortcut, "[InternetShortcut]\nURL=" + address + "\n");
    Mmio mmio = Mmio.newEmbedded();
    RemoteFiles files = new RemoteFiles(new Limits(1 << 20, Duration.ofSeconds(5)));
    try (InstalledIoProc procedure = UrlIoProcInstaller.install(mmio, new UrlIoProc(files))) {
      MmioException failure =
          assertThrows(MmioException.class, () -> mmio.open(shortcut + "+a.wav", option).close());
      assertThat(failure).hasMessageThat().contains(text);
      assertThat(failure.error()).isEqualTo(error);
      assertThat(procedure.openFiles()).isEqualTo(0);
    }
  }

  @Test
  void nobodyAnswers() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    require("http://127.0.0.1:" + port + "/", "no server answers there");
  }

  @Test
  void nobodyIsThere() throws IOException {
    require("http://nobody.invalid/", "no such server is known");
  }

  @Test
  void nothingIsWrittenToAWebServer() throws IOException {
    for (OpenOption option : List.of(WRITE, CREATE)) {
      require("http://nobody.invalid/", MmioError.ACCESS_DENIED, "read-only", option);
    }
  }

  /** A certificate that the server has signed itself. */
  @Test
  void aServerThatCannotBeTrusted() throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate()));
    server.start();
    try {
      int port = server.getAddress().getPort();
      require("https://127.0.0.1:" + port + "/", "the server could not be trusted");
      require("http://127.0.0.1:" + port + "/", "cannot read");
    } finally {
      server.stop(0);
    }
  }

  private SSLContext certificate() throws Exception {
    Path file = folder.resolve("keys");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command = new ArrayList<>(List.of(tool, "-genkeypair", "-alias", "me"));
    command.addAll(List.of("-keyalg", "EC", "-dname", "CN=127.0.0.1", "-validity", "2"));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", "secret"));
    assertThat(new ProcessBuilder(command).start().waitFor()).isEqualTo(0);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, "secret".toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "secret".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
