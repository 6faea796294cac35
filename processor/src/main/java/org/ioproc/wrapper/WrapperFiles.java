package org.ioproc.wrapper;

import java.util.SortedMap;
import java.util.TreeMap;

/** The files about a wrapper that its jar contains, from which a tool can create the DLL. */
public final class WrapperFiles {

  /** The folder with a folder for each library, in a jar. */
  public static final String FOLDER = "META-INF/ioproc/";

  private WrapperFiles() {}

  /**
   * Generates a wrapper's module definitions, header and descriptor.
   *
   * @return the files' texts by their names
   */
  public static SortedMap<String, String> of(Exports exports, Layout layout, Way way) {
    WrapperSpec wrapper = exports.wrapper();
    SortedMap<String, String> files = new TreeMap<>();
    files.put(definitions(wrapper.name()), ModuleDefinitionWriter.write(exports));
    files.put(wrapper.name() + ".h", NativeHeaderWriter.write(exports, layout, way));
    files.put(Descriptor.FILE, Descriptor.write(wrapper));
    return files;
  }

  /** Returns the name of a library's module-definitions file. */
  public static String definitions(String library) {
    return library + ".def";
  }
}
