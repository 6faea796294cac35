package org.ioproc.wrapper.tool.jar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges jars into one archive, from which a class loader loads what it would load from the jars.
 * Services are concatenated, and licences are kept in a folder for each jar.
 */
public final class JarMerger {

  private final Map<String, Owned> files = new LinkedHashMap<>();
  private final Map<String, Entry> folders = new LinkedHashMap<>();
  private final Map<String, Set<String>> services = new LinkedHashMap<>();
  private final Set<String> licenseFolders = new HashSet<>();

  /** An entry and the first jar that contains it. */
  private record Owned(Jar jar, Entry entry) {}

  private JarMerger() {}

  /**
   * Returns the archive, whose size is a multiple of 512 bytes.
   *
   * @param jars the jars in the order of their search
   * @throws InputException if two jars contain different files of one name
   */
  public static byte[] merge(List<Jar> jars) throws InputException {
    JarMerger merger = new JarMerger();
    for (Jar jar : jars) {
      merger.add(jar);
    }
    merger.checkVersions();
    try {
      return ZipWriter.write(merger.entries());
    } catch (IOException failure) {
      throw new InputException(
          "The jars could not be merged: " + Failures.reason(failure) + ". Try again.");
    }
  }

  private void add(Jar jar) throws InputException {
    @Nullable String licenses = null;
    for (Entry entry : jar.entries()) {
      String name = entry.name();
      if (entry.isFolder()) {
        folders.putIfAbsent(name, Entry.stored(name, new byte[0]));
      } else if (EntryNames.isService(name)) {
        services.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(providers(jar, entry));
      } else if (EntryNames.isLicense(name)) {
        licenses = licenses == null ? licenseFolder(jar) : licenses;
        add(jar, entry.named(licenses + name));
      } else if (!EntryNames.isLeftOut(name, jar.isMultiRelease())) {
        add(jar, entry);
      }
    }
  }

  /** Returns the lines of a service's file, without comments. */
  private static List<String> providers(Jar jar, Entry entry) throws InputException {
    return new String(jar.content(entry), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Returns a folder that no other jar uses, even one with the same file name. */
  private String licenseFolder(Jar jar) {
    String folder = EntryNames.LICENSES + jar.fileName();
    for (int i = 2; !licenseFolders.add(folder); i++) {
      folder = EntryNames.LICENSES + jar.fileName() + "-" + i;
    }
    return folder + "/";
  }

  private void add(Jar jar, Entry entry) throws InputException {
    Owned first = files.putIfAbsent(entry.name(), new Owned(jar, entry));
    if (first != null && !isSame(first, jar, entry)) {
      throw conflict(first, jar, entry.name());
    }
  }

  private static boolean isSame(Owned first, Jar jar, Entry entry) throws InputException {
    return first.entry().crc() == entry.crc()
        && Arrays.equals(first.jar().content(first.entry()), jar.content(entry));
  }

  /**
   * Refuses a jar's file for newer versions of Java that would replace another jar's file, because
   * a class loader takes all versions of a file from the first jar that has any.
   */
  private void checkVersions() throws InputException {
    Map<String, Owned> owners = new HashMap<>();
    for (Map.Entry<String, Owned> file : files.entrySet()) {
      String name = EntryNames.unversioned(file.getKey());
      Owned other = owners.putIfAbsent(name, file.getValue());
      if (other != null && other.jar() != file.getValue().jar()) {
        throw conflict(other, file.getValue().jar(), name);
      }
    }
  }

  private static InputException conflict(Owned first, Jar second, String name) {
    return new InputException(
        ("A file must not differ between jars that become one file. %s and %s contain different %s."
                + " Leave one of the jars out, or use --layout folder.")
            .formatted(first.jar().path(), second.path(), name));
  }

  private List<Entry> entries() {
    List<Entry> named = new ArrayList<>();
    services.forEach((name, providers) -> named.add(Entry.stored(name, lines(providers))));
    files.values().forEach(file -> named.add(file.entry()));
    boolean isMultiRelease = files.keySet().stream().anyMatch(name -> EntryNames.version(name) > 0);
    List<Entry> entries = new ArrayList<>();
    entries.add(Entry.stored(Manifests.NAME, Manifests.write(isMultiRelease)));
    entries.addAll(needed(named));
    entries.addAll(named);
    return entries;
  }

  private static byte[] lines(Set<String> providers) {
    return (String.join("\n", providers) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the folders that still contain something. */
  private List<Entry> needed(List<Entry> named) {
    Set<String> parents = new HashSet<>();
    for (Entry entry : named) {
      String name = entry.name();
      for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
        parents.add(name.substring(0, end + 1));
      }
    }
    return folders.values().stream().filter(folder -> parents.contains(folder.name())).toList();
  }
}
