package org.ioproc.wrapper.tool;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ioproc.wrapper.Descriptor;
import org.ioproc.wrapper.Exports;
import org.ioproc.wrapper.InvalidFileException;
import org.ioproc.wrapper.ModuleDefinitionParser;
import org.ioproc.wrapper.ModuleDefinitionWriter;
import org.ioproc.wrapper.WrapperFiles;
import org.ioproc.wrapper.WrapperSpec;
import org.ioproc.wrapper.tool.DefinitionFiles.Definitions;
import org.ioproc.wrapper.tool.jar.Entry;
import org.ioproc.wrapper.tool.jar.InputException;
import org.ioproc.wrapper.tool.jar.Jar;

/** Reads the libraries that a jar describes. */
final class LibraryReader {

  private static final String END = "/" + Descriptor.FILE;

  /** Spring Boot packs the classes a second time into a jar that only its own launcher reads. */
  private static final String REPACKED = "BOOT-INF/";

  private final Jar jar;
  private final SortedMap<String, WrapperSpec> wrappers = new TreeMap<>();

  private LibraryReader(Jar jar) {
    this.jar = jar;
  }

  /**
   * Returns libraries in the order of their names.
   *
   * @param chosen the names of the libraries, or empty for all
   * @param definitions module-definitions files, in place of those in the jar
   */
  static List<Library> read(Jar jar, List<String> chosen, List<Path> definitions)
      throws WrapException, InputException, InvalidFileException {
    LibraryReader reader = new LibraryReader(jar);
    reader.readDescriptors();
    DefinitionFiles files = DefinitionFiles.read(definitions, reader.wrappers.keySet(), jar.path());
    List<Library> libraries = new ArrayList<>();
    for (WrapperSpec wrapper : reader.chosen(chosen)) {
      LibraryCheck.check(wrapper);
      libraries.add(reader.library(wrapper, files));
    }
    return libraries;
  }

  private void readDescriptors() throws WrapException, InputException, InvalidFileException {
    for (Entry entry : jar.entries()) {
      String name = entry.name();
      if (name.startsWith(WrapperFiles.FOLDER) && name.endsWith(END)) {
        String text = new String(jar.content(entry), StandardCharsets.UTF_8);
        WrapperSpec wrapper = Descriptor.parse(place(name), text);
        if (!name.equals(WrapperFiles.FOLDER + wrapper.name() + END)) {
          throw new WrapException(
              "%s: A library's folder must have its name, %s. Compile and pack the classes again."
                  .formatted(place(name), wrapper.name()));
        }
        wrappers.put(wrapper.name(), wrapper);
      }
    }
    if (wrappers.isEmpty()) {
      throw new WrapException(
          "The jar must describe a library. %s describes none: %s"
              .formatted(jar.path(), whyNone()));
    }
  }

  private String whyNone() {
    return jar.entries().stream().anyMatch(entry -> entry.name().startsWith(REPACKED))
        ? "Spring Boot repacked it. Pass the jar from before, and its class path."
        : "it was compiled without ioproc's processor, or with -Aioproc.native. Compile it with the"
            + " processor and without that option.";
  }

  private List<WrapperSpec> chosen(List<String> names) throws WrapException {
    if (names.isEmpty()) {
      return List.copyOf(wrappers.values());
    }
    SortedMap<String, WrapperSpec> chosen = new TreeMap<>();
    for (String name : names) {
      WrapperSpec wrapper = wrappers.get(name);
      if (wrapper == null) {
        throw new WrapException(
            "--library must name a library of the jar. %s has %s, not \"%s\"."
                .formatted(jar.path(), String.join(", ", wrappers.keySet()), name));
      }
      chosen.put(name, wrapper);
    }
    return List.copyOf(chosen.values());
  }

  private Library library(WrapperSpec wrapper, DefinitionFiles files)
      throws WrapException, InputException, InvalidFileException {
    Optional<Definitions> file = definitions(wrapper.name(), files);
    if (file.isEmpty()) {
      Exports all = Exports.all(wrapper);
      return new Library(all, Content.of(ModuleDefinitionWriter.write(all)));
    }
    Exports exports = ModuleDefinitionParser.parse(wrapper, file.get().place(), file.get().text());
    return new Library(exports, file.get().content());
  }

  private Optional<Definitions> definitions(String library, DefinitionFiles files)
      throws InputException {
    Optional<Definitions> given = files.of(library);
    String name = WrapperFiles.FOLDER + library + "/" + WrapperFiles.definitions(library);
    Optional<Entry> entry = jar.entry(name);
    return given.isPresent() || entry.isEmpty()
        ? given
        : Optional.of(Definitions.of(place(name), jar.content(entry.get())));
  }

  private String place(String name) {
    return jar.path() + "!" + name;
  }
}
