package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;

/**
 * What an archive holds: the part of its central directory that is needed to open entries. It keeps
 * nothing open.
 *
 * <p>Threads: any; it does not change.
 */
final class ZipDirectory {

  private static final int MOST_SHOWN = 5;
  private static final int LONGEST_SHOWN = 80;

  private final String archive;
  private final Map<String, ZipEntryInfo> entries;
  private final String content;

  private ZipDirectory(String archive, Map<String, ZipEntryInfo> entries) {
    this.archive = archive;
    this.entries = entries;
    this.content = content(entries.keySet());
  }

  /**
   * Reads an archive's directory.
   *
   * @param archive its name, for messages
   * @param content the archive; it stays open
   */
  static ZipDirectory read(String archive, SeekableByteChannel content) throws IOException {
    try (ZipFile zip = parse(archive, content)) {
      return new ZipDirectory(archive, entries(zip));
    }
  }

  /**
   * The entries' own headers are all over the archive, so each is left until its entry is opened.
   */
  private static ZipFile parse(String archive, SeekableByteChannel content) throws IOException {
    WindowChannel window = new WindowChannel(content);
    try {
      return ZipFile.builder().setSeekableByteChannel(window).setIgnoreLocalFileHeader(true).get();
    } catch (IOException | RuntimeException damage) { // The library throws both for bad bytes.
      window.requireReadable();
      throw new MmioException(
          MmioError.INVALID_FILE, archive + " is not a ZIP archive, or damaged.", damage);
    }
  }

  /**
   * Of entries with equal names the last one counts, as in {@code java.util.zip} and {@code unzip}:
   * a program that replaces an entry may append the new one and leave the old one where it is.
   */
  private static Map<String, ZipEntryInfo> entries(ZipFile zip) {
    Map<String, ZipEntryInfo> entries = new LinkedHashMap<>();
    for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
      ZipEntryInfo entry = ZipEntryInfo.of(all.nextElement());
      entries.put(entry.name(), entry);
    }
    return entries;
  }

  /**
   * The beginning of a path that is an entry's name.
   *
   * @param entry the entry
   * @param rest what stands after the next {@code +}: a path in that entry, which must be an
   *     archive
   */
  record Match(ZipEntryInfo entry, Optional<String> rest) {}

  /**
   * Finds an entry. Names may hold a {@code +}, so the longest name that fits counts.
   *
   * @param path an entry's name, with any slashes, or that of an archive, {@code +} and a path in
   *     it
   */
  Match match(String path) throws MmioException {
    for (int end = path.length(); end >= 0; end = path.lastIndexOf('+', end - 1)) {
      ZipEntryInfo entry = entries.get(ZipEntryName.comparable(path.substring(0, end)));
      if (entry != null) {
        return new Match(
            entry, end == path.length() ? Optional.empty() : Optional.of(path.substring(end + 1)));
      }
    }
    throw new MmioException(
        MmioError.FILE_NOT_FOUND, "entry " + first(path) + " not in " + archive + ", " + content);
  }

  /** What mmio would take for the first entry of a path: that of a container has an extension. */
  private static String first(String path) {
    String first = path;
    Optional<MmioName> name = MmioName.find(path);
    while (name.flatMap(MmioName::code).isPresent()) {
      first = name.get().container();
      name = MmioName.find(first);
    }
    return first;
  }

  /** Names of a few files, for somebody who has mistyped one: once, since programs try many. */
  private static String content(Set<String> names) {
    List<String> files = names.stream().filter(name -> !name.endsWith("/")).toList();
    String some =
        files.stream()
            .filter(name -> name.length() <= LONGEST_SHOWN)
            .limit(MOST_SHOWN)
            .collect(Collectors.joining(", "));
    return some.isEmpty()
        ? "which holds " + files.size() + " files"
        : "which holds " + some + (files.size() > MOST_SHOWN ? ", ... (" + files.size() + ")" : "");
  }
}
