package org.ioproc.wrapper.tool;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ioproc.wrapper.Layout;
import org.ioproc.wrapper.Way;
import org.ioproc.wrapper.image.Architecture;

/** Turns the arguments of {@code ioproc wrap} into a request. */
final class CommandLine {

  private static final Set<Option> FOR_DLLS =
      EnumSet.of(
          Option.LAYOUT,
          Option.ARCHITECTURES,
          Option.PRODUCT,
          Option.PRODUCT_VERSION,
          Option.COMPANY,
          Option.COPYRIGHT);

  private CommandLine() {}

  static WrapRequest request(Arguments arguments) throws UsageException, WrapException {
    WrapRequest.Builder request = WrapRequest.of(jar(arguments.operands()));
    checkSources(arguments);
    if (arguments.has(Option.CLASS_PATH)) {
      request.classPath(ClassPath.parse(text(arguments, Option.CLASS_PATH)));
    }
    if (arguments.has(Option.OUTPUT)) {
      request.output(path(text(arguments, Option.OUTPUT)));
    }
    if (arguments.has(Option.LAYOUT)) {
      request.layout(layout(text(arguments, Option.LAYOUT)));
    }
    if (arguments.has(Option.ARCHITECTURES)) {
      request.architectures(architectures(text(arguments, Option.ARCHITECTURES)));
    }
    if (arguments.has(Option.JAVA)) {
      request.way(way(text(arguments, Option.JAVA)));
    }
    return request
        .libraries(arguments.all(Option.LIBRARY))
        .moduleDefinitions(paths(arguments.all(Option.MODULE_DEFINITIONS)))
        .product(text(arguments, Option.PRODUCT))
        .productVersion(text(arguments, Option.PRODUCT_VERSION))
        .company(text(arguments, Option.COMPANY))
        .copyright(text(arguments, Option.COPYRIGHT))
        .sources(arguments.has(Option.SOURCES))
        .build();
  }

  private static void checkSources(Arguments arguments) throws UsageException {
    for (Option option : FOR_DLLS) {
      if (arguments.has(Option.SOURCES) && arguments.has(option)) {
        throw new UsageException("option " + option.word() + " has no effect with --sources");
      }
    }
  }

  private static Path jar(List<String> operands) throws UsageException {
    if (operands.isEmpty()) {
      throw new UsageException("no jar is given");
    }
    if (operands.size() > 1) {
      throw new UsageException(
          "more than one jar is given (%s); other jars belong in --class-path"
              .formatted(String.join(", ", operands)));
    }
    return path(operands.get(0));
  }

  private static String text(Arguments arguments, Option option) {
    return arguments.value(option).orElse("");
  }

  private static List<Path> paths(List<String> names) throws UsageException {
    List<Path> paths = new ArrayList<>();
    for (String name : names) {
      paths.add(path(name));
    }
    return paths;
  }

  static Path path(String name) throws UsageException {
    try {
      return Path.of(name);
    } catch (InvalidPathException failure) {
      throw new UsageException("\"" + name + "\" is not a path");
    }
  }

  private static Layout layout(String name) throws UsageException {
    return Stream.of(Layout.values())
        .filter(layout -> layout.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException("--layout must be one-file or folder; it is \"" + name + "\""));
  }

  private static Way way(String name) throws UsageException {
    return Stream.of(Way.values())
        .filter(way -> way.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--java must be auto, inside or beside; it is \"" + name + "\""));
  }

  private static Set<Architecture> architectures(String names) throws UsageException {
    Set<Architecture> chosen = EnumSet.noneOf(Architecture.class);
    for (String name : names.split(",", -1)) {
      chosen.add(architecture(name));
    }
    return chosen;
  }

  private static Architecture architecture(String name) throws UsageException {
    return Stream.of(Architecture.values())
        .filter(architecture -> architecture.folder().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--architectures must be names from %s, with commas between them; one is \"%s\""
                        .formatted(all(), name)));
  }

  private static String all() {
    return Stream.of(Architecture.values())
        .map(Architecture::folder)
        .collect(Collectors.joining(", "));
  }
}
