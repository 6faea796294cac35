package org.ioproc.samples.remote;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.ioproc.InstalledIoProc;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;

/** A place for a benchmark's objects: what programs call them, and what curl does. */
interface Store {

  /** Returns the name of the procedure. */
  String name();

  /** Installs the procedure. It finds nothing in its cache. */
  InstalledIoProc install(Mmio mmio, RemoteFiles files) throws IOException;

  /** Returns an object's name for mmio. */
  String element(String object);

  /** Returns an object's address, which curl can use without keys. */
  String url(String object) throws IOException;

  /** Writes an object. */
  void write(String object, int size) throws IOException;

  private static byte[] content(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  /** The web server's objects; those of one size are links to one file. */
  static Store web(Path folder) throws IOException {
    URI base = URI.create(engine("web") + "/");
    Path shortcut = folder.resolve("songs.url");
    Files.writeString(shortcut, "[InternetShortcut]\r\nURL=" + base + "\r\n");
    return new Store() {
      @Override
      public String name() {
        return "URL";
      }

      @Override
      public InstalledIoProc install(Mmio mmio, RemoteFiles files) throws IOException {
        return UrlIoProcInstaller.install(mmio, new UrlIoProc(files));
      }

      @Override
      public String element(String object) {
        return shortcut + "+" + object;
      }

      @Override
      public String url(String object) {
        return base + object;
      }

      @Override
      public void write(String object, int size) throws IOException {
        Path www = Path.of(engine("www"));
        Path original = www.resolve("of" + size);
        if (!Files.exists(original)) {
          Files.write(original, content(size));
        }
        Files.createLink(www.resolve(object), original);
      }
    };
  }

  /** The objects in a bucket. */
  static Store s3(Path folder) throws IOException {
    Path text = folder.resolve("songs.s3");
    Files.writeString(text, "bucket=songs\nendpoint=" + engine("s3") + "\n");
    Bucket bucket = Bucket.read(text);
    return new Store() {
      @Override
      public String name() {
        return "S3";
      }

      @Override
      public InstalledIoProc install(Mmio mmio, RemoteFiles files) throws IOException {
        return S3IoProcInstaller.install(mmio, new S3IoProc(files));
      }

      @Override
      public String element(String object) {
        return text + "+" + object;
      }

      @Override
      public String url(String object) throws IOException {
        return S3Signer.get(bucket, object).url().toString();
      }

      @Override
      public void write(String object, int size) throws IOException {
        Mmio mmio = Mmio.newEmbedded();
        install(mmio, RemoteFiles.shared());
        try (MmioFile file = mmio.open(element(object), CREATE, WRITE)) {
          file.write(ByteBuffer.wrap(content(size)));
        }
      }
    };
  }

  private static String engine(String name) {
    return System.getProperty("org.ioproc.samples.engines." + name);
  }
}
