package org.ioproc.wrapper.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.ioproc.wrapper.InvalidFileException;
import org.ioproc.wrapper.tool.jar.Failures;
import org.ioproc.wrapper.tool.jar.InputException;

/** Writes DLLs for the libraries in a jar. */
public final class WrapTool {

  private WrapTool() {}

  /**
   * Writes what a request describes. Either all of the output is replaced, or none.
   *
   * @return the DLLs, or with {@code sources} the CMakeLists.txt files, in the order of their paths
   * @throws WrapException if the request, a jar or the output folder is not usable
   */
  public static List<WrittenFile> run(WrapRequest request) throws WrapException {
    try (OpenJars jars = OpenJars.open(request.jar(), request.classPath())) {
      SortedMap<String, Content> files = files(request, jars);
      new OutputFolder(request.output()).replace(files);
      return written(request, files.keySet());
    } catch (InputException | InvalidFileException wrong) {
      throw new WrapException(String.valueOf(wrong.getMessage()), wrong);
    } catch (IOException failure) {
      throw new WrapException(
          "The files could not be written to %s: %s."
              .formatted(request.output(), Failures.reason(failure)),
          failure);
    } catch (OutOfMemoryError failure) {
      throw new WrapException(
          "Java's heap is too small for these jars. Pass a larger one to java, such as -Xmx1g.",
          failure);
    }
  }

  private static SortedMap<String, Content> files(WrapRequest request, OpenJars jars)
      throws WrapException, InputException, InvalidFileException {
    List<Library> libraries =
        LibraryReader.read(jars.jar(), request.libraries(), request.moduleDefinitions());
    return request.isSources()
        ? SourceFiles.of(libraries, request.way())
        : DllFiles.of(request, jars, libraries);
  }

  private static List<WrittenFile> written(WrapRequest request, Collection<String> names)
      throws IOException {
    String end = request.isSources() ? SourceFiles.BUILD : DllFiles.DLL;
    List<WrittenFile> written = new ArrayList<>();
    for (String name : names) {
      if (name.endsWith(end)) {
        Path path = request.output().resolve(name);
        written.add(new WrittenFile(path, Files.size(path)));
      }
    }
    return written;
  }
}
