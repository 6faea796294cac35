package org.ioproc;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.sun.jna.Callback;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ioproc.glue.IoProcProvider;
import org.junit.jupiter.api.Test;

/**
 * Tests the metadata for {@code native-image} without running it: the file fits its schema, and
 * lists exactly what the runtime looks up by name.
 */
class ReachabilityMetadataTest {

  private static final String FOREIGN = "java.lang.foreign.";
  private static final Path TRANSPORT =
      Path.of("src", "main", "java", "org", "ioproc", "internal", "transport");

  private final JsonNode metadata =
      read("/META-INF/native-image/org.ioproc/ioproc-runtime/reachability-metadata.json");

  @Test
  void fitsTheSchema() {
    JsonNode schema = read("/schemas/reachability-metadata-schema-v1.2.0.json");

    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                .getSchema(schema)
                .validate(metadata))
        .isEmpty();
  }

  @Test
  void namesOnlyWhatExists() throws Exception {
    for (JsonNode entry : metadata.get("reflection")) {
      String name = entry.get("type").asText();
      if (name.startsWith(FOREIGN) && Runtime.version().feature() < 22) {
        continue; // This Java does not have the final API.
      }
      Class<?> type = type(name);
      for (JsonNode method : entry.path("methods")) {
        Class<?>[] parameters =
            elements(method.get("parameterTypes"))
                .map(parameter -> type(parameter.asText()))
                .toArray(Class<?>[]::new);
        assertThat(type.getDeclaredMethod(method.get("name").asText(), parameters)).isNotNull();
      }
      for (JsonNode field : entry.path("fields")) {
        assertThat(type.getField(field.get("name").asText())).isNotNull();
      }
    }
  }

  @Test
  void conditionsAreClassesOfTheRuntime() {
    List<JsonNode> conditions = metadata.findValues("typeReached");

    assertThat(conditions).hasSize(metadata.findValues("condition").size());
    for (JsonNode condition : conditions) {
      assertThat(type(condition.asText()).getPackageName()).startsWith("org.ioproc.internal.");
    }
  }

  /** The sources name the types and members that they look up in literals. */
  @Test
  void listsAllForeignNames() throws IOException {
    String source =
        Files.readString(TRANSPORT.resolve("ForeignLinker.java"))
            + Files.readString(TRANSPORT.resolve("FfmTransport.java"));
    Set<String> lookedUp = new TreeSet<>();
    matches(source, "foreign\\(\"([\\w$]+)\"\\)").forEach(match -> lookedUp.add(match.group(1)));
    matches(source, "forName\\(\"java\\.lang\\.foreign\\.(\\w+)\"\\)")
        .forEach(match -> lookedUp.add(match.group(1)));
    matches(source, "\\.find(?:Static|Virtual)\\(\\s*(?!Entry)\\w+,\\s*\"(\\w+)\"")
        .forEach(match -> lookedUp.add(match.group(1)));
    matches(source, "layout\\(\"(\\w+)\", \"(\\w+)\"\\)")
        .forEach(
            match -> {
              lookedUp.add(match.group(1));
              lookedUp.add("ValueLayout$" + match.group(2));
            });

    Set<String> listed = new TreeSet<>();
    for (JsonNode entry : metadata.get("reflection")) {
      String name = entry.get("type").asText();
      if (name.startsWith(FOREIGN)) {
        listed.add(name.substring(FOREIGN.length()).replace("[]", ""));
        entry.findValues("name").forEach(member -> listed.add(member.asText()));
      }
    }
    assertThat(listed).isEqualTo(lookedUp);
  }

  /** The foreign function API links the functions of {@code Winmm} with the same types. */
  @Test
  void listsAllForeignFunctions() {
    String transport = "org.ioproc.internal.transport.FfmTransport: ";
    Set<String> linked = new TreeSet<>();
    for (Method function : type("org.ioproc.internal.winmm.Winmm").getDeclaredMethods()) {
      linked.add("org.ioproc.internal.winmm.FfmWinmm: " + signature(function));
    }
    String procedure = signature(type("org.ioproc.internal.transport.IoProcedure"), "callback");
    linked.add(transport + procedure);
    linked.add(transport + "jint(jlong,jint,jlong,jlong)"); // GetFullPathNameW

    assertThat(functions("downcalls")).containsExactlyElementsIn(linked);
    assertThat(functions("upcalls")).containsExactly(transport + procedure);
  }

  /** {@code JniTransport} is missing on purpose: only the DLL uses it, which starts a JVM. */
  @Test
  void listsAllThatJnaReaches() {
    Set<String> reached = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ioproc")) {
      boolean callback = type.isInterface() && type.isAssignableTo(Callback.class);
      boolean mapped =
          type.getMethods().stream()
              .anyMatch(method -> method.getModifiers().contains(JavaModifier.NATIVE));
      if (callback || mapped) {
        reached.add(type.getName());
      }
    }
    reached.remove("org.ioproc.internal.transport.JniTransport");

    Set<String> listed = new TreeSet<>();
    for (JsonNode entry : metadata.get("reflection")) {
      if (entry.path("jniAccessible").asBoolean()) {
        assertWithMessage("%s", entry).that(entry.path("allDeclaredMethods").asBoolean()).isTrue();
        listed.add(entry.get("type").asText());
      }
    }
    assertThat(listed).isEqualTo(reached);
  }

  @Test
  void listsTheServiceFile() {
    assertThat(metadata.findValuesAsText("glob"))
        .containsExactly("META-INF/services/" + IoProcProvider.class.getName());
  }

  private List<String> functions(String kind) {
    List<String> functions = new ArrayList<>();
    for (JsonNode function : metadata.get("foreign").get(kind)) {
      functions.add(
          "%s: %s(%s)"
              .formatted(
                  function.get("condition").get("typeReached").asText(),
                  function.get("returnType").asText(),
                  elements(function.get("parameterTypes"))
                      .map(JsonNode::asText)
                      .collect(joining(","))));
    }
    return functions;
  }

  private static String signature(Class<?> type, String name) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .map(ReachabilityMetadataTest::signature)
        .findFirst()
        .orElseThrow();
  }

  private static String signature(Method function) {
    return Stream.of(function.getParameterTypes())
        .map(parameter -> "j" + parameter)
        .collect(joining(",", "j" + function.getReturnType() + "(", ")"));
  }

  private static Class<?> type(String name) {
    if (name.endsWith("[]")) {
      return type(name.substring(0, name.length() - "[]".length())).arrayType();
    }
    return switch (name) {
      case "int" -> int.class;
      case "long" -> long.class;
      default -> {
        try {
          yield Class.forName(name, false, ReachabilityMetadataTest.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
          throw new AssertionError(missing);
        }
      }
    };
  }

  private static Stream<MatchResult> matches(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read(String resource) {
    try (InputStream in = ReachabilityMetadataTest.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
