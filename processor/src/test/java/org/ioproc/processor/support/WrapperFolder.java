package org.ioproc.processor.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.ioproc.wrapper.Export;
import org.ioproc.wrapper.Exports;
import org.ioproc.wrapper.NativeSources;
import org.ioproc.wrapper.ProcedureSpec;
import org.ioproc.wrapper.Way;
import org.ioproc.wrapper.WrapperSpec;

/**
 * A project folder with wrappers' sources below its classes.
 *
 * @param folder the project's folder
 */
public record WrapperFolder(Path folder) {

  public static final ProcedureSpec ZIP =
      new ProcedureSpec(
          "ZipIoProc", "ZIP ", "com.example.ZipIoProcInstaller$Provider", "com.example.ZipIoProc");

  public static final ProcedureSpec QUOTES =
      new ProcedureSpec(
          "Outer_QuotesIoProc",
          "'\\\"%",
          "com.example.Outer_QuotesIoProcInstaller$Provider",
          "com.example.Outer.QuotesIoProc");

  public static final WrapperSpec ONE = new WrapperSpec("zipioproc", List.of(ZIP));
  public static final WrapperSpec TWO = new WrapperSpec("my_audio", List.of(ZIP, QUOTES));

  /** Writes a library's sources and, beside them, the fixed ones. Returns the library's folder. */
  public Path write(WrapperSpec library) throws IOException {
    return write(Exports.all(library));
  }

  /** Does the same for a library with edited module definitions. */
  public Path write(Exports exports) throws IOException {
    write(NativeSources.SHARED_FOLDER, NativeSources.shared());
    return write(exports.wrapper().name(), NativeSources.of(exports, Way.AUTO));
  }

  private Path write(String name, SortedMap<String, String> files) throws IOException {
    Path target = Files.createDirectories(sources(name));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(target.resolve(file.getKey()), file.getValue());
    }
    return target;
  }

  public Path sources(String name) {
    return folder.resolve("classes/META-INF/ioproc").resolve(name);
  }

  public Path shared() {
    return sources(NativeSources.SHARED_FOLDER);
  }

  /** Returns the names in objdump's table "[Ordinal/Name Pointer]". */
  public static List<String> exportsOf(String target, Path dll) throws Exception {
    return Tools.run(target + "-objdump", "-p", dll.toString())
        .lines()
        .dropWhile(line -> !line.contains("[Ordinal/Name Pointer]"))
        .skip(1)
        .takeWhile(line -> line.contains("["))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  public static List<String> definitions(WrapperSpec library) {
    return library.exports().stream().map(Export::name).sorted().toList();
  }
}
