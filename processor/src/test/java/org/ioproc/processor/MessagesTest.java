package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.ioproc.processor.model.Rule;
import org.ioproc.processor.support.Golden;
import org.ioproc.processor.support.Jars;
import org.ioproc.processor.support.OnDisk;
import org.ioproc.processor.support.Portable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the compiler's whole output for a typical mistake with {@code
 * golden-messages/<rule>-<mistake>/message.txt}. To accept the current output, run {@code mvn test
 * -Dgolden.update=true} and read the difference as the author who made that mistake would.
 *
 * <p>The same folder has the sources, the compiler's options in {@code options.txt}, and what the
 * folder of the classes contains beforehand in {@code classes}.
 */
class MessagesTest {

  private static final Path CASES = Path.of("src/test/resources/golden-messages");

  private static final Pattern ID = Pattern.compile("IOPROC-\\d\\d");

  /** A comment that stands for that many lines. */
  private static final Pattern REPEATED = Pattern.compile("(?m)^ *// (\\d+) times: (.*)$");

  @TempDir Path folder;

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void everyRuleHasACase() throws IOException {
    assertThat(cases().stream().map(MessagesTest::id).distinct().toList())
        .containsExactlyElementsIn(Stream.of(Rule.values()).map(Rule::id).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void messageEqualsTheGoldenOneAndNamesOneRule(String name) throws IOException {
    OnDisk project = new OnDisk(folder, ToolProvider.getSystemJavaCompiler());
    Path input = CASES.resolve(name);
    Path expected = input.resolve("message.txt");
    String message = compile(project, input);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, message);
    }
    assertThat(message).isEqualTo(Files.readString(expected));
    assertThat(ids(message)).containsExactly(id(name));
  }

  /** Returns cases without modules, because Eclipse's compiler ignores -p if called this way. */
  static List<String> casesForEclipse() throws IOException {
    return cases().stream()
        .filter(name -> !Files.exists(CASES.resolve(name).resolve("module-info.java")))
        .toList();
  }

  /** Compares errors only, because Eclipse's compiler runs without warnings here. */
  @ParameterizedTest
  @MethodSource("casesForEclipse")
  void eclipseReportsTheSameErrors(String name) throws IOException {
    Path input = CASES.resolve(name);
    String message = compile(new OnDisk(folder, new EclipseCompiler()), input);
    String expected = Files.readString(input.resolve("message.txt"));
    assertThat(errors(message)).isEqualTo(errors(expected));
  }

  private static Set<String> errors(String message) {
    return message
        .lines()
        .filter(line -> ID.matcher(line).find() && !line.contains("warning: "))
        .map(line -> line.replaceFirst(".*?(error|ERROR): ", ""))
        .collect(Collectors.toSet());
  }

  /** Returns the ids of the broken rules. */
  private static Set<String> ids(String message) {
    return ID.matcher(message).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static String id(String name) {
    return name.substring(0, "IOPROC-00".length());
  }

  private static String compile(OnDisk project, Path input) throws IOException {
    try (Stream<Path> found = Files.walk(input)) {
      List<String> sources =
          found
              .map(file -> input.relativize(file).toString())
              .filter(file -> file.endsWith(".java"))
              .sorted()
              .toList();
      for (String source : sources) {
        project.write(source, repeat(Files.readString(input.resolve(source))));
      }
      if (sources.contains("module-info.java")) {
        project.option("-p", Jars.libraries());
      }
      if (Files.exists(input.resolve("options.txt"))) {
        Files.readAllLines(input.resolve("options.txt")).forEach(project::option);
      }
      Path classes = input.resolve("classes");
      for (Path file : Files.exists(classes) ? Golden.files(classes) : List.<Path>of()) {
        project.resource(classes.relativize(file).toString(), Files.readString(file));
      }
      OnDisk.Outcome outcome = project.diagnose(sources.toArray(String[]::new));
      return outcome.out()
          + outcome.diagnostics().stream()
              .map(one -> text(one, project))
              .collect(Collectors.joining("\n"));
    }
  }

  private static String repeat(String source) {
    return REPEATED
        .matcher(source)
        .replaceAll(
            line ->
                IntStream.range(0, Integer.parseInt(line.group(1)))
                    .mapToObj(number -> line.group(2).replace("#", "" + number))
                    .collect(Collectors.joining("\n")));
  }

  /**
   * Formats a problem as the compiler prints it: the position, the message, and the line with a
   * mark below it.
   */
  private static String text(Diagnostic<? extends JavaFileObject> diagnostic, OnDisk project) {
    String message =
        diagnostic.getKind().name().toLowerCase(Locale.ROOT)
            + ": "
            + diagnostic.getMessage(Locale.ROOT)
            + "\n";
    if (diagnostic.getSource() == null || diagnostic.getLineNumber() == Diagnostic.NOPOS) {
      return message;
    }
    String name = Portable.name(project.sources, Path.of(diagnostic.getSource().toUri()));
    return name + ":" + diagnostic.getLineNumber() + ": " + message + marked(diagnostic);
  }

  private static String marked(Diagnostic<? extends JavaFileObject> diagnostic) {
    try {
      Path source = Path.of(diagnostic.getSource().toUri());
      String line = Files.readAllLines(source).get((int) diagnostic.getLineNumber() - 1);
      return line + "\n" + " ".repeat((int) diagnostic.getColumnNumber() - 1) + "^\n";
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
