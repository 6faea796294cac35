package org.ioproc.samples.zip;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The directories of the archives that were used last, because reading a large one takes longer
 * than anything else about opening a file. An archive that has changed is read again. The memory is
 * given back when it is needed elsewhere.
 *
 * <p>Threads: any.
 */
final class ZipDirectories {

  private static final int MOST = 8;

  private final Map<Version, SoftReference<ZipDirectory>> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, SoftReference<ZipDirectory>> each) {
          return size() > MOST;
        }
      };

  /**
   * The directory of an archive.
   *
   * @param archive an absolute path: of two folders' archives with one name, each has its own
   */
  ZipDirectory of(Path archive) throws IOException {
    Version version = Version.of(archive);
    ZipDirectory known = find(version);
    if (known != null) {
      return known;
    }
    ZipDirectory read = read(archive);
    synchronized (latest) {
      latest.put(version, new SoftReference<>(read));
    }
    return read;
  }

  private static ZipDirectory read(Path archive) throws IOException {
    try (FileChannel content = FileChannel.open(archive)) {
      return ZipDirectory.read(archive.toFile().getName(), content);
    }
  }

  private @Nullable ZipDirectory find(Version version) {
    synchronized (latest) {
      SoftReference<ZipDirectory> reference = latest.get(version);
      return reference == null ? null : reference.get();
    }
  }

  /** What differs when an archive has been changed or replaced. */
  private record Version(Path path, FileTime modified, long size, @Nullable Object fileKey) {

    static Version of(Path archive) throws IOException {
      BasicFileAttributes file = Files.readAttributes(archive, BasicFileAttributes.class);
      return new Version(archive, file.lastModifiedTime(), file.size(), file.fileKey());
    }
  }
}
