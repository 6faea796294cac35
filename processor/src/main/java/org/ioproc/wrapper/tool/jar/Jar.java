package org.ioproc.wrapper.tool.jar;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A jar that is open for reading. */
public final class Jar implements Closeable {

  private static final int PIECE = 1 << 16;

  private final Path path;
  private final @Nullable FileChannel channel;
  private final Source source;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private boolean isMultiRelease;

  private Jar(Path path, @Nullable FileChannel channel, Source source) {
    this.path = path;
    this.channel = channel;
    this.source = source;
  }

  /** Opens a jar, or a folder of classes as if it were packed in the order of the names. */
  public static Jar open(Path path) throws InputException {
    try {
      if (Files.isDirectory(path)) {
        return new Jar(path, null, Source.of(ClassFolder.pack(path))).index();
      }
      FileChannel channel = FileChannel.open(path);
      try {
        return new Jar(path, channel, Source.of(channel)).index();
      } catch (InputException | IOException | RuntimeException failure) {
        channel.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  private Jar index() throws InputException, IOException {
    for (Entry entry : new CentralDirectory(source).read()) {
      EntryNames.check(path, entry.name());
      if (entries.putIfAbsent(entry.name(), entry) != null) {
        throw new InputException(
            ("A jar must not contain two entries with the same name. %s contains %s twice."
                    + " Pack it again.")
                .formatted(path, entry.name()));
      }
    }
    Entry manifest = entries.get(Manifests.NAME);
    isMultiRelease = manifest != null && Manifests.isMultiRelease(manifest.content());
    return this;
  }

  public Path path() {
    return path;
  }

  /** Returns the file's name, with the extension of a jar. */
  public String fileName() {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(".jar") ? name : name + ".jar";
  }

  /** Returns the entries in the jar's order. */
  public Collection<Entry> entries() {
    return entries.values();
  }

  public Optional<Entry> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  boolean isMultiRelease() {
    return isMultiRelease;
  }

  /** Reads and checks an entry. */
  public byte[] content(Entry entry) throws InputException {
    try {
      return entry.content();
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  void verify(Entry entry) throws InputException {
    try {
      entry.verify();
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  /** Returns whether two jars have the same bytes. */
  public boolean isCopyOf(Jar other) throws InputException {
    try {
      boolean isSame = source.size() == other.source.size();
      for (long position = 0; isSame && position < source.size(); position += PIECE) {
        int length = (int) Math.min(PIECE, source.size() - position);
        isSame = Arrays.equals(source.read(position, length), other.source.read(position, length));
      }
      return isSame;
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  /** Copies the jar as it is. */
  public void copyTo(OutputStream target) throws IOException {
    long size = source.size();
    for (long position = 0; position < size; position += PIECE) {
      target.write(source.read(position, (int) Math.min(PIECE, size - position)));
    }
  }

  private static InputException unreadable(Path path, IOException failure) {
    String reason = Failures.reason(failure);
    return failure instanceof FileSystemException
        ? new InputException("%s could not be read: %s.".formatted(path, reason))
        : new InputException(
            "%s must be a jar that Java can read: %s. Pass the jar as the build created it."
                .formatted(path, reason));
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure); // The jar was only read.
      }
    }
  }
}
