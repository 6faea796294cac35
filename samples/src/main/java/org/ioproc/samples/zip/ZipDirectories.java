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
 * Caches the directories of the most recently used archives, because reading a large one is the
 * slowest part of opening a file. The directory of an archive that has changed is read again. The
 * garbage collector may clear the cache when memory is short.
 *
 * <p>Threads: any.
 */
final class ZipDirectories {

  private static final int MAX_SIZE = 8;

  private final Map<Version, SoftReference<ZipDirectory>> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, SoftReference<ZipDirectory>> each) {
          return size() > MAX_SIZE;
        }
      };

  /**
   * Returns the directory of an archive.
   *
   * @param archive an absolute path, since the current folder may change
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

  /** Identifies a state of an archive. It differs once the file has been changed or replaced. */
  private record Version(Path path, FileTime modified, long size, @Nullable Object fileKey) {

    static Version of(Path archive) throws IOException {
      BasicFileAttributes file = Files.readAttributes(archive, BasicFileAttributes.class);
      return new Version(archive, file.lastModifiedTime(), file.size(), file.fileKey());
    }
  }
}
