package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an archive, as its central directory lists them. It keeps no file open.
 *
 * <p>Threads: any; what it returns never changes.
 */
final class ZipDirectory {

  private static final int MAX_SHOWN = 5;
  private static final int MAX_SHOWN_LENGTH = 80;

  private final String archive;
  private final CentralDirectory directory;
  private final NameIndex entries;

  /** Created when it is first needed. Several threads may create the same. */
  private @Nullable String content;

  private ZipDirectory(String archive, CentralDirectory directory, NameIndex entries) {
    this.archive = archive;
    this.directory = directory;
    this.entries = entries;
  }

  /**
   * Reads an archive's directory, and not the headers of the entries. They are scattered over the
   * archive, so each is read when its entry is opened.
   *
   * @param archive its name, for error messages
   * @param content the archive, which stays open
   * @throws MmioException if it is not a ZIP archive
   */
  static ZipDirectory read(String archive, SeekableByteChannel content) throws IOException {
    try {
      CentralDirectory directory = CentralDirectory.read(content);
      return new ZipDirectory(archive, directory, new NameIndex(directory));
    } catch (CentralDirectory.DamagedException damage) {
      throw new MmioException(
          MmioError.INVALID_FILE, archive + " is not a ZIP archive, or it is damaged.", damage);
    }
  }

  /**
   * An entry whose name begins a path.
   *
   * @param entry the entry
   * @param rest the path after the next {@code +}, which leads into the entry: a nested archive
   */
  record Match(ZipEntryInfo entry, Optional<String> rest) {}

  /**
   * Finds the entry with the longest name that matches: names may contain a {@code +}.
   *
   * @param path the name of an entry, with either slash; or the name of a nested archive, a {@code
   *     +} and a path in it
   */
  Match match(String path) throws MmioException {
    for (int end = path.length(); end >= 0; end = path.lastIndexOf('+', end - 1)) {
      ZipEntryInfo entry = entries.find(ZipEntryName.comparable(path.substring(0, end)));
      if (entry != null) {
        return new Match(
            entry, end == path.length() ? Optional.empty() : Optional.of(path.substring(end + 1)));
      }
    }
    throw new MmioException(
        MmioError.FILE_NOT_FOUND, "entry " + first(path) + " not in " + archive + ", " + content());
  }

  /** Returns the first entry of a path, as mmio reads it: a nested archive has an extension. */
  private static String first(String path) {
    String first = path;
    Optional<MmioName> name = MmioName.find(path);
    while (name.flatMap(MmioName::code).isPresent()) {
      first = name.get().container();
      name = MmioName.find(first);
    }
    return first;
  }

  /** Lists a few files, for users who mistyped a name. Keeps the list: programs may try many. */
  private String content() {
    String known = content;
    if (known == null) {
      known = content(directory.beforeFirst());
      content = known;
    }
    return known;
  }

  private static String content(EntryHeader header) {
    List<String> shown = new ArrayList<>();
    int files = 0;
    while (header.next()) {
      if (!ZipEntryName.isFolder(header)) {
        files++;
        show(header, shown);
      }
    }
    return shown.isEmpty()
        ? "which holds " + files + (files == 1 ? " file" : " files")
        : "which holds "
            + String.join(", ", shown)
            + (files > shown.size() ? ", ... (" + files + ")" : "");
  }

  private static void show(EntryHeader header, List<String> shown) {
    if (shown.size() == MAX_SHOWN) {
      return;
    }
    String name = ZipEntryName.of(header);
    if (name.length() <= MAX_SHOWN_LENGTH) {
      shown.add(name);
    }
  }
}
