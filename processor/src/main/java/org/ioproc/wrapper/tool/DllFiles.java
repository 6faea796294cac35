package org.ioproc.wrapper.tool;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ioproc.wrapper.Layout;
import org.ioproc.wrapper.NativeHeaderWriter;
import org.ioproc.wrapper.ProcedureSpec;
import org.ioproc.wrapper.WrapperFiles;
import org.ioproc.wrapper.image.Architecture;
import org.ioproc.wrapper.image.DllContent;
import org.ioproc.wrapper.image.DllVersion;
import org.ioproc.wrapper.image.DllWriter;
import org.ioproc.wrapper.image.ImportLibrary;
import org.ioproc.wrapper.tool.jar.ClassCheck;
import org.ioproc.wrapper.tool.jar.InputException;
import org.ioproc.wrapper.tool.jar.JarMerger;

/** Lists the files of a request for DLLs. */
final class DllFiles {

  static final String README = "README.md";
  static final String DLL = ".dll";

  private final WrapRequest request;
  private final OpenJars jars;
  private final DllVersion version;

  /** The classes that are inside the DLLs; empty if they are in jars. */
  private final byte[] archive;

  private final SortedMap<String, Content> files = new TreeMap<>();

  private DllFiles(WrapRequest request, OpenJars jars, DllVersion version, byte[] archive) {
    this.request = request;
    this.jars = jars;
    this.version = version;
    this.archive = archive;
  }

  /** Checks the jars, and returns the files by their paths in the output folder. */
  static SortedMap<String, Content> of(WrapRequest request, OpenJars jars, List<Library> libraries)
      throws WrapException, InputException {
    DllVersion version = version(request);
    check(jars, libraries);
    byte[] archive =
        request.layout() == Layout.ONE_FILE ? JarMerger.merge(jars.all()) : new byte[0];
    DllFiles files = new DllFiles(request, jars, version, archive);
    files.add(libraries);
    return files.files;
  }

  private static DllVersion version(WrapRequest request) throws WrapException {
    try {
      return new DllVersion(
          request.product(), request.productVersion(), request.company(), request.copyright());
    } catch (IllegalArgumentException wrong) {
      throw new WrapException(wrong.getMessage() + " Pass another --product-version.", wrong);
    }
  }

  private static void check(OpenJars jars, List<Library> libraries) throws InputException {
    ClassCheck check = new ClassCheck(jars.jar(), jars.classPath());
    check.checkRuntime();
    check.checkEntries();
    for (Library library : libraries) {
      for (ProcedureSpec procedure : library.wrapper().procedures()) {
        check.checkReferences(procedure.name(), procedure.provider());
      }
    }
  }

  private void add(List<Library> libraries) throws WrapException, InputException {
    for (Library library : libraries) {
      for (Architecture architecture : request.architectures()) {
        add(library, architecture);
      }
      String name = library.name();
      files.put(
          name + ".h",
          Content.of(NativeHeaderWriter.write(library.exports(), request.layout(), request.way())));
      files.put(WrapperFiles.definitions(name), library.definitions());
    }
    if (request.layout() == Layout.FOLDER) {
      JarFolder folder = JarFolder.of(jars.classPath());
      request.architectures().forEach(one -> files.putAll(folder.files(one.folder() + "/lib/")));
    }
    files.put(README, Content.of(ReadmeWriter.write(request, libraries)));
  }

  private void add(Library library, Architecture architecture) {
    String path = architecture.folder() + "/" + library.name();
    DllContent content = library.content(version, request.way());
    byte[] head = DllWriter.head(architecture, content, archive);
    files.put(path + DLL, Content.of(head, archive));
    byte[] imports = ImportLibrary.of(architecture, library.name() + DLL, content.exports());
    files.put(path + ".lib", Content.of(imports));
    if (request.layout() == Layout.FOLDER) {
      files.put(path + ".jar", jars.jar()::copyTo);
    }
  }
}
