package org.ioproc.processor;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;
import org.ioproc.wrapper.Exports;
import org.ioproc.wrapper.InvalidFileException;
import org.ioproc.wrapper.Layout;
import org.ioproc.wrapper.ModuleDefinitionParser;
import org.ioproc.wrapper.ModuleDefinitionWriter;
import org.ioproc.wrapper.NativeSources;
import org.ioproc.wrapper.Way;
import org.ioproc.wrapper.WrapperFiles;
import org.ioproc.wrapper.WrapperSpec;

/** Writes the files of native wrappers, and keeps module-definitions files of authors. */
final class WrapperOutput {

  private final Output output;
  private final Reporter reporter;
  private final Options options;
  private final Map<String, Optional<Set<String>>> earlier = new HashMap<>();

  WrapperOutput(Output output, Reporter reporter, Options options) {
    this.output = output;
    this.reporter = reporter;
    this.options = options;
  }

  boolean isOff() {
    return options.target() == Options.NativeTarget.NONE;
  }

  /** Writes one library's files. Returns false if a problem was reported. */
  boolean write(WrapperSpec wrapper, String module, List<TypeElement> origins) {
    Output.Resource definitions =
        resource(module, wrapper.name() + "/" + WrapperFiles.definitions(wrapper.name()));
    Optional<String> own =
        mayExist(wrapper, module)
            ? output.read(definitions).filter(text -> !ModuleDefinitionWriter.isGenerated(text))
            : Optional.empty();
    try {
      Exports exports =
          own.isPresent()
              ? ModuleDefinitionParser.parse(wrapper, definitions.path(), own.get())
              : Exports.all(wrapper);
      SortedMap<String, String> files = files(exports);
      own.ifPresent(kept -> files.remove(WrapperFiles.definitions(wrapper.name())));
      return write(module, wrapper.name(), files, origins);
    } catch (InvalidFileException wrong) {
      String observed = String.valueOf(wrong.getMessage());
      reporter.report(new Problem(Rule.DEFINITIONS_WRONG, Place.NOWHERE, observed));
      return false;
    }
  }

  /**
   * Returns whether an earlier compilation or an author may have left files about a library. The
   * folders are listed once, before the first is written: the compiler compares each file that is
   * read with all others, and most compilations start without any.
   */
  private boolean mayExist(WrapperSpec wrapper, String module) {
    return earlier
        .computeIfAbsent(module, name -> output.siblings(resource(name, wrapper.name())))
        .map(folders -> folders.contains(wrapper.name().toLowerCase(Locale.ROOT)))
        .orElse(true);
  }

  private SortedMap<String, String> files(Exports exports) {
    return options.sources()
        ? NativeSources.of(exports, Way.AUTO)
        : WrapperFiles.of(exports, Layout.ONE_FILE, Way.AUTO);
  }

  /** Writes the sources that all wrappers of a module share. */
  void writeShared(String module) {
    if (options.sources()) {
      write(module, NativeSources.SHARED_FOLDER, NativeSources.shared(), List.of());
    }
  }

  private boolean write(
      String module,
      String folder,
      SortedMap<String, String> files,
      Collection<TypeElement> origins) {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Output.Resource resource = resource(module, folder + "/" + file.getKey());
      Optional<Problem> problem = output.write(resource, file.getValue(), origins);
      problem.ifPresent(reporter::report);
      if (problem.isPresent()) {
        return false; // The others would fail for the same reason.
      }
    }
    return true;
  }

  private Output.Resource resource(String module, String path) {
    return options.target() == Options.NativeTarget.HEADERS
        ? new Output.Resource(StandardLocation.NATIVE_HEADER_OUTPUT, module, path)
        : new Output.Resource(StandardLocation.CLASS_OUTPUT, module, WrapperFiles.FOLDER + path);
  }
}
