package org.ioproc.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.ioproc.processor.wrapper.NativeExport;
import org.ioproc.processor.wrapper.NativeLibrary;
import org.ioproc.processor.wrapper.NativeProcedure;
import org.ioproc.processor.wrapper.NativeSources;

/**
 * Wrappers' sources as a project has them, below its classes.
 *
 * @param folder the project's
 */
record WrapperFolder(Path folder) {

  static final NativeProcedure ZIP =
      new NativeProcedure(
          "ZipIoProc", "ZIP ", "com.example.ZipIoProcInstaller$Provider", "com.example.ZipIoProc");

  static final NativeProcedure QUOTES =
      new NativeProcedure(
          "Outer_QuotesIoProc",
          "'\\\"%",
          "com.example.Outer_QuotesIoProcInstaller$Provider",
          "com.example.Outer.QuotesIoProc");

  static final NativeLibrary ONE = new NativeLibrary("zipioproc", List.of(ZIP));
  static final NativeLibrary TWO = new NativeLibrary("my_audio", List.of(ZIP, QUOTES));

  /** The library's own folder; what is shared is written beside it. */
  Path write(NativeLibrary library) throws IOException {
    write(NativeSources.SHARED_FOLDER, NativeSources.shared());
    return write(library.name(), NativeSources.of(library));
  }

  private Path write(String name, SortedMap<String, String> files) throws IOException {
    Path target = Files.createDirectories(sources(name));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(target.resolve(file.getKey()), file.getValue());
    }
    return target;
  }

  Path sources(String name) {
    return folder.resolve("classes/META-INF/ioproc").resolve(name);
  }

  Path shared() {
    return sources(NativeSources.SHARED_FOLDER);
  }

  /** The names in objdump's table "[Ordinal/Name Pointer]". */
  static List<String> exportsOf(String target, Path dll) throws Exception {
    return Tools.run(target + "-objdump", "-p", dll.toString())
        .lines()
        .dropWhile(line -> !line.contains("[Ordinal/Name Pointer]"))
        .skip(1)
        .takeWhile(line -> line.contains("["))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  static List<String> definitions(NativeLibrary library) {
    return library.exports().stream().map(NativeExport::name).sorted().toList();
  }
}
