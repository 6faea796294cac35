package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.NonNull;
import org.ioproc.IoProc;
import org.ioproc.processor.support.Jars;
import org.ioproc.processor.support.Javac;
import org.ioproc.processor.support.Procedures;
import org.ioproc.processor.support.Sources;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lombok adds constructors to classes after the processor has seen them. */
class LombokTest {

  /** The annotations and members of a class, and whether generated code can create it. */
  private static final Map<String, Boolean> PROCEDURES =
      new TreeMap<>(
          Map.of(
              "@RequiredArgsConstructor|final Path folder;", false,
              "@RequiredArgsConstructor|final Path folder = null;", true,
              "@AllArgsConstructor|Path folder;", false,
              "@AllArgsConstructor @NoArgsConstructor|Path folder;", true,
              "@NoArgsConstructor|Path folder; X(int i) {}", true,
              "@NoArgsConstructor(access = AccessLevel.PRIVATE)|Path folder;", false,
              "@NoArgsConstructor(staticName = \"of\")|Path folder;", false,
              "@Data|final Path folder;", false,
              "@Value|Path folder;", false,
              "@Builder|Path folder;", false));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lomboksConstructorsAreSeenInEitherOrder(boolean first) throws Exception {
    String lombok = Jars.path(NonNull.class);
    String processor = Jars.processorPath();
    List<String> path = first ? List.of(lombok, processor) : List.of(processor, lombok);
    List<String> arguments = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror"));
    arguments.addAll(List.of("-d", folder.toString(), "-Aioproc.native=none"));
    arguments.addAll(List.of("--processor-path", String.join(File.pathSeparator, path)));
    arguments.addAll(List.of("-cp", Jars.path(IoProc.class, NonNull.class)));
    List<String> sources = new ArrayList<>();
    PROCEDURES.keySet().forEach(declared -> sources.add(source("X" + sources.size(), declared)));
    for (int i = 0; i < sources.size(); i++) {
      arguments.add(
          Files.writeString(folder.resolve("X" + i + ".java"), sources.get(i)).toString());
    }
    assertThat(withoutJvmWarnings(Javac.run(arguments))).isEmpty();
    List<Boolean> creatable = List.copyOf(PROCEDURES.values());
    String services = Files.readString(folder.resolve(Procedures.SERVICES));
    for (int i = 0; i < creatable.size(); i++) {
      boolean installs =
          Files.readString(folder.resolve("a/X" + i + "Installer.java")).contains(" install() ");
      assertWithMessage(sources.get(i)).that(installs).isEqualTo(creatable.get(i));
      assertWithMessage(sources.get(i))
          .that(services.contains("a.X" + i + "Installer$Provider\n"))
          .isEqualTo(creatable.get(i));
    }
  }

  private static String source(String name, String declared) {
    String[] parts = declared.split("\\|");
    return Sources.inPackage(
        "a",
        "import lombok.*;\nimport lombok.Value;\n"
            + parts[0]
            + " @SuppressWarnings(\"ioproc\") @IoProc(\"%s\")\nclass %s {\n".formatted(name, name)
            + parts[1].replace("X(", name + "(")
            + "\n@OnOpen Path open(OpenRequest request) { return folder; }\n}\n");
  }

  /** Lombok uses features that the JVM warns about. */
  private static String withoutJvmWarnings(String reported) {
    return reported
        .lines()
        .filter(line -> !line.startsWith("WARNING: "))
        .collect(Collectors.joining("\n"));
  }
}
