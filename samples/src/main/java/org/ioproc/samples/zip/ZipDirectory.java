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
 * The entries of an archive, as its central directory lists them. It keeps no file open.
 *
 * <p>Threads: any; it is immutable.
 */
final class ZipDirectory {

  private static final int MAX_SHOWN = 5;
  private static final int MAX_SHOWN_LENGTH = 80;

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
   * @param archive its name, for error messages
   * @param content the archive, which stays open
   * @throws MmioException if it is not a ZIP archive
   */
  static ZipDirectory read(String archive, SeekableByteChannel content) throws IOException {
    try (ZipFile zip = parse(archive, content)) {
      return new ZipDirectory(archive, entries(zip));
    }
  }

  /**
   * Reads only the central directory. The headers of the entries are scattered over the archive, so
   * each is read when its entry is opened.
   */
  private static ZipFile parse(String archive, SeekableByteChannel content) throws IOException {
    WindowChannel window = new WindowChannel(content);
    try {
      return ZipFile.builder().setSeekableByteChannel(window).setIgnoreLocalFileHeader(true).get();
    } catch (IOException | RuntimeException damage) { // Commons Compress throws both.
      window.requireReadable();
      throw new MmioException(
          MmioError.INVALID_FILE, archive + " is not a ZIP archive, or it is damaged.", damage);
    }
  }

  /**
   * Keeps the last of several entries with one name, as {@code java.util.zip} and {@code unzip} do:
   * a program that replaces an entry may append the new one and leave the old one in place.
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
      ZipEntryInfo entry = entries.get(ZipEntryName.comparable(path.substring(0, end)));
      if (entry != null) {
        return new Match(
            entry, end == path.length() ? Optional.empty() : Optional.of(path.substring(end + 1)));
      }
    }
    throw new MmioException(
        MmioError.FILE_NOT_FOUND, "entry " + first(path) + " not in " + archive + ", " + content);
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

  /** Lists a few files, for users who mistyped a name. Called once: programs may try many names. */
  private static String content(Set<String> names) {
    List<String> files = names.stream().filter(name -> !name.endsWith("/")).toList();
    String some =
        files.stream()
            .filter(name -> name.length() <= MAX_SHOWN_LENGTH)
            .limit(MAX_SHOWN)
            .collect(Collectors.joining(", "));
    return some.isEmpty()
        ? "which holds " + files.size() + " files"
        : "which holds " + some + (files.size() > MAX_SHOWN ? ", ... (" + files.size() + ")" : "");
  }
}
