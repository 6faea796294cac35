package org.ioproc.samples.remote;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.InstalledIoProc;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;

/** A place for a benchmark's objects: what programs call them, and what curl does. */
abstract class Store {

  private final String name;
  private final Path container;

  /**
   * Describes a store.
   *
   * @param name the name of the procedure
   * @param container the file whose name precedes those of objects
   */
  private Store(String name, Path container) {
    this.name = name;
    this.container = container;
  }

  /** Returns the name of the procedure. */
  final String name() {
    return name;
  }

  /** Returns an object's name for mmio. */
  final String element(String object) {
    return container + "+" + object;
  }

  /** Installs the procedure. It finds nothing in its cache. */
  abstract InstalledIoProc install(Mmio mmio, RemoteFiles files) throws IOException;

  /** Returns an object's address, which curl can use without keys. */
  abstract String url(String object) throws IOException;

  /** Writes an object. */
  abstract void write(String object, int size) throws IOException;

  /** The web server's objects; those of one size are links to one file. */
  static Store web(Path folder) throws IOException {
    URI base = URI.create(engine("web") + "/");
    Path shortcut = folder.resolve("songs.url");
    Files.writeString(shortcut, "[InternetShortcut]\r\nURL=" + base + "\r\n");
    return new Store("URL", shortcut) {
      @Override
      InstalledIoProc install(Mmio mmio, RemoteFiles files) throws IOException {
        return UrlIoProcInstaller.install(mmio, new UrlIoProc(files));
      }

      @Override
      String url(String object) {
        return base + object;
      }

      @Override
      void write(String object, int size) throws IOException {
        Path www = Path.of(engine("www"));
        Path original = www.resolve("of" + size);
        if (!Files.exists(original)) {
          Files.write(original, RandomContent.of(size));
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
    return new Store("S3", text) {
      @Override
      InstalledIoProc install(Mmio mmio, RemoteFiles files) throws IOException {
        return S3IoProcInstaller.install(mmio, new S3IoProc(files));
      }

      @Override
      String url(String object) throws IOException {
        return S3Signer.get(bucket, object).url().toString();
      }

      @Override
      void write(String object, int size) throws IOException {
        Mmio mmio = Mmio.newEmbedded();
        install(mmio, RemoteFiles.shared());
        try (MmioFile file = mmio.open(element(object), CREATE, WRITE)) {
          file.write(ByteBuffer.wrap(RandomContent.of(size)));
        }
      }
    };
  }

  private static String engine(String name) {
    return System.getProperty("org.ioproc.samples.engines." + name);
  }
}
