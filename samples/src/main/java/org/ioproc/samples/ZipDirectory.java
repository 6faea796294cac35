package org.ioproc.samples;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

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
   * @param content the archive; it is closed
   */
  static ZipDirectory read(String archive, SeekableByteChannel content) throws IOException {
    try (content;
        ZipFile zip = parse(archive, content)) {
      return new ZipDirectory(archive, entries(zip));
    }
  }

  /**
   * The entries' own headers are all over the archive, so each is left until its entry is opened.
   */
  private static ZipFile parse(String archive, SeekableByteChannel content) throws MmioException {
    try {
      return ZipFile.builder()
          .setSeekableByteChannel(new WindowChannel(content))
          .setIgnoreLocalFileHeader(true)
          .get();
    } catch (IOException | RuntimeException damage) { // The library throws both for bad bytes.
      throw new MmioException(
          MmioError.INVALID_FILE, archive + " is not a ZIP archive, or damaged.", damage);
    }
  }

  /** Where a name occurs twice, the first one counts, as in the library. */
  private static Map<String, ZipEntryInfo> entries(ZipFile zip) {
    Map<String, ZipEntryInfo> entries = new LinkedHashMap<>();
    for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
      ZipEntryInfo entry = ZipEntryInfo.of(all.nextElement());
      entries.putIfAbsent(entry.name(), entry);
    }
    return entries;
  }

  /** The entry of a name, whichever slashes the name is written with. */
  ZipEntryInfo entry(String name) throws MmioException {
    ZipEntryInfo entry = entries.get(name.replace('\\', '/'));
    if (entry == null) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND, "entry " + name + " not in " + archive + ", " + content);
    }
    return entry;
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
