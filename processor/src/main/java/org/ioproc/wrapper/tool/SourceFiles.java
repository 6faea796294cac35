package org.ioproc.wrapper.tool;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ioproc.wrapper.NativeSources;
import org.ioproc.wrapper.Way;
import org.ioproc.wrapper.WrapperFiles;

/** Lists the files of a request for sources: a folder for each library, and one that they share. */
final class SourceFiles {

  static final String BUILD = "CMakeLists.txt";

  private SourceFiles() {}

  static SortedMap<String, Content> of(List<Library> libraries, Way way) {
    SortedMap<String, Content> files = new TreeMap<>();
    for (Library library : libraries) {
      String folder = library.name() + "/";
      NativeSources.of(library.exports(), way)
          .forEach((name, text) -> files.put(folder + name, Content.of(text)));
      files.put(folder + WrapperFiles.definitions(library.name()), library.definitions());
    }
    NativeSources.shared()
        .forEach(
            (name, text) -> files.put(NativeSources.SHARED_FOLDER + "/" + name, Content.of(text)));
    return files;
  }
}
