package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The generated wrapper. {@code -Dgolden.update=true} writes the expected files anew, for review.
 * What the mingw-w64 compilers are needed for is left out where there are none, but not in CI.
 */
final class NativeSourcesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden-native");

  private static final NativeProcedure ZIP =
      new NativeProcedure(
          "ZipIoProc", "ZIP ", "com.example.ZipIoProcInstaller$Provider", "com.example.ZipIoProc");

  private static final NativeProcedure QUOTES =
      new NativeProcedure(
          "Outer_QuotesIoProc",
          "'\\\"%",
          "com.example.Outer_QuotesIoProcInstaller$Provider",
          "com.example.Outer.QuotesIoProc");

  private static final NativeLibrary ONE = new NativeLibrary("zipioproc", List.of(ZIP));
  private static final NativeLibrary TWO = new NativeLibrary("my_audio", List.of(ZIP, QUOTES));

  @TempDir Path folder;

  @Test
  void oneProcedure() throws IOException {
    assertGolden("one", ONE);
  }

  @Test
  void severalProceduresInOneLibrary() throws IOException {
    assertGolden("several", TWO);
  }

  @Test
  void theOrderOfProceduresChangesNothing() {
    assertThat(NativeSources.of(new NativeLibrary("my_audio", List.of(QUOTES, ZIP))))
        .isEqualTo(NativeSources.of(TWO));
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "clean", "help", "install", "test", "edit_cache"})
  void aNameThatCMakeReservesIsOnlyTheDlls(String name) {
    String cmake = NativeSources.of(new NativeLibrary(name, List.of(ZIP))).get("CMakeLists.txt");
    assertThat(cmake).contains("add_library(" + name + "_wrapper SHARED\n");
    assertThat(cmake.replace("project(" + name + " ", ""))
        .doesNotContainMatch("(\\(|TARGET |FILE:)" + name + "\\b");
    assertThat(cmake).contains("OUTPUT_NAME \"" + name + "\"");
  }

  @Test
  void theSourceHasTheHeadersOrder() {
    SortedMap<String, String> files = NativeSources.of(TWO);
    assertThat(functions(files.get("my_audio.c")))
        .containsExactlyElementsIn(functions(files.get("my_audio.h")))
        .inOrder();
  }

  private static List<String> functions(String text) {
    Matcher function = Pattern.compile("(?m)^\\w+ (?:WINAPI|CALLBACK) (\\w+)\\(").matcher(text);
    return function.results().map(found -> found.group(1)).toList();
  }

  @ParameterizedTest
  @CsvSource({"A/*B, A/ *B", "A*/B, A* /B", "*/*/, * / * /", "/*/*, / * / *"})
  void aCodeNeitherEndsNorBeginsAComment(String code, String shown) {
    NativeProcedure procedure =
        new NativeProcedure("ZipIoProc", code, ZIP.provider(), ZIP.sourceClass());
    String header =
        NativeSources.of(new NativeLibrary("zipioproc", List.of(procedure))).get("zipioproc.h");
    assertThat(header).contains("the procedure with the code \"" + shown + "\", from");
  }

  @Test
  void theHeaderHasTheStatusesOfTheFixedSources() {
    Map<String, String> documented =
        statuses(NativeSources.of(ONE).get("zipioproc.h"), "ZIPIOPROC");
    assertThat(documented).isNotEmpty();
    assertThat(documented)
        .isEqualTo(statuses(NativeSources.shared().get("ioproc_host.h"), "IOPROC"));
  }

  @Test
  void linesAreNotLongerThanElsewhere() {
    SortedMap<String, String> files = NativeSources.shared();
    files.putAll(NativeSources.of(ONE));
    files.forEach(
        (name, text) ->
            text.lines()
                .forEach(line -> assertWithMessage(name).that(line.length()).isAtMost(100)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x86_64-w64-mingw32", "i686-w64-mingw32"})
  void compilesWithoutWarningAndExportsItsDefinitions(String target) throws Exception {
    requireTool(target + "-gcc");
    write(TWO);
    assertThat(exportsOf(target, compile(target, TWO)))
        .isEqualTo(
            ModuleDefinitionWriter.exports(TWO).stream()
                .map(ModuleDefinitionWriter.Export::name)
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x86_64-w64-mingw32", "i686-w64-mingw32"})
  void programsInCLinkWithWhatCMakeBuilds(String target) throws Exception {
    requireTool(target + "-gcc");
    requireTool("cmake");
    Path sources = write(ONE);
    run(
        "cmake",
        "-S",
        sources.toString(),
        "-B",
        folder.resolve("build").toString(),
        "-DCMAKE_SYSTEM_NAME=Windows",
        "-DCMAKE_C_COMPILER=" + target + "-gcc",
        "-DCMAKE_RC_COMPILER=" + target + "-windres",
        "-DCMAKE_COMPILE_WARNING_AS_ERROR=ON");
    run("cmake", "--build", folder.resolve("build").toString());
    Files.writeString(
        folder.resolve("client.c"),
        """
        #define WIN32_LEAN_AND_MEAN
        #include "zipioproc.h"

        int main(void)
        {
            PreloadZipIoProc();
            ZipIoProc(NULL, MMIOM_RENAME, 0, 0);
            return InstallZipIoProc() + RemoveZipIoProc() + ZipIoProcErrorText(NULL, 0);
        }
        """);
    run(
        target + "-gcc",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-I" + sources,
        "-o",
        folder.resolve("client.exe").toString(),
        folder.resolve("client.c").toString(),
        folder.resolve("build/libzipioproc.dll.a").toString());
    assertThat(run(target + "-objdump", "-p", folder.resolve("client.exe").toString()))
        .contains("DLL Name: zipioproc.dll");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x86_64-w64-mingw32-g++", "i686-w64-mingw32-g++"})
  void theHeaderIsCPlusPlusToo(String compiler) throws Exception {
    requireTool(compiler);
    Path client = write(ONE).resolve("client.cpp");
    Files.writeString(client, "#include \"zipioproc.h\"\n#include \"zipioproc.h\"\n");
    run(compiler, "-Wall", "-Wextra", "-Werror", "-fsyntax-only", client.toString());
  }

  /** The slots are compared with the table that the JDK's own header declares. */
  @ParameterizedTest
  @ValueSource(strings = {"x86_64-w64-mingw32", "i686-w64-mingw32"})
  void theSlotsOfJniAreWhereTheJdkHasThem(String target) throws Exception {
    requireTool(target + "-gcc");
    Path include = Path.of(System.getProperty("java.home"), "include");
    assumeTrue(Files.exists(include.resolve("jni.h")), "Skipped: this JDK has no jni.h.");
    write(ONE);
    Path shared = folder.resolve(NativeSources.SHARED_FOLDER);
    String ours = slots(target, "ioproc_jni.h", List.of("-I" + shared));
    assertThat(ours).isNotEmpty();
    // jni_md.h is the one file that differs; the systems' differences do not touch the tables.
    String theirs =
        slots(target, "jni.h", List.of("-I" + include, "-I" + folder.resolve("md").toString()));
    assertThat(ours).isEqualTo(theirs);
  }

  private String slots(String target, String header, List<String> includes) throws Exception {
    Files.createDirectories(folder.resolve("md"));
    Files.writeString(
        folder.resolve("md/jni_md.h"),
        """
        #define JNIEXPORT
        #define JNIIMPORT
        #define JNICALL __stdcall
        typedef long jint;
        typedef long long jlong;
        typedef signed char jbyte;
        """);
    StringBuilder source =
        new StringBuilder(
            "#include <windows.h>\n#include <stddef.h>\n#include \"" + header + "\"\n");
    source.append("const size_t slots[] = {\n");
    usedSlots().forEach((slot, table) -> source.append(offset(table, slot)));
    source.append("sizeof(JavaVMInitArgs), sizeof(JavaVMOption), sizeof(JavaVMAttachArgs),\n");
    source.append("sizeof(JNINativeMethod), sizeof(jvalue)};\n");
    Path file = folder.resolve("slots.c");
    Files.writeString(file, source);
    List<String> command = new ArrayList<>(List.of(target + "-gcc", "-S", "-o", "-"));
    command.addAll(includes);
    command.add(file.toString());
    return run(command.toArray(String[]::new))
        .lines()
        .filter(line -> line.contains(".quad") || line.contains(".long"))
        .reduce("", (all, line) -> all + line.strip() + "\n");
  }

  private static String offset(String table, String slot) {
    return "offsetof(struct " + table + ", " + slot + "),\n";
  }

  private static SortedMap<String, String> usedSlots() {
    SortedMap<String, String> slots = new TreeMap<>();
    String table = "";
    for (String line : NativeSources.shared().get("ioproc_jni.h").lines().toList()) {
      Matcher struct = Pattern.compile("struct (JN\\w+) \\{").matcher(line);
      Matcher slot = Pattern.compile("\\(JNICALL \\*(\\w+)\\)").matcher(line);
      if (struct.find()) {
        table = struct.group(1);
      } else if (slot.find() && !line.startsWith("typedef")) {
        slots.put(slot.group(1), table);
      }
    }
    return slots;
  }

  private static Map<String, String> statuses(String header, String prefix) {
    Map<String, String> statuses = new TreeMap<>();
    Matcher define =
        Pattern.compile("(?m)^#define " + prefix + "_E_(\\w+) (\\d+)$").matcher(header);
    while (define.find()) {
      statuses.put(define.group(1), define.group(2));
    }
    return statuses;
  }

  /** The fixed files are not compared: they would be compared with themselves. */
  private static void assertGolden(String name, NativeLibrary library) throws IOException {
    Path golden = GOLDEN.resolve(name);
    SortedMap<String, String> own = NativeSources.of(library);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden);
      for (Map.Entry<String, String> file : own.entrySet()) {
        Files.writeString(golden.resolve(file.getKey()), file.getValue());
      }
    }
    assertThat(own).isEqualTo(read(golden));
  }

  private static SortedMap<String, String> read(Path golden) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(golden)) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  /** The library's own folder; what is shared is written beside it. */
  private Path write(NativeLibrary library) throws IOException {
    write(NativeSources.SHARED_FOLDER, NativeSources.shared());
    return write(library.name(), NativeSources.of(library));
  }

  private Path write(String name, SortedMap<String, String> files) throws IOException {
    Path target = Files.createDirectories(folder.resolve(name));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(target.resolve(file.getKey()), file.getValue());
    }
    return target;
  }

  private Path compile(String target, NativeLibrary library) throws Exception {
    Path dll = folder.resolve(library.name() + ".dll");
    Path shared = folder.resolve(NativeSources.SHARED_FOLDER);
    Path own = folder.resolve(library.name());
    List<String> command =
        new ArrayList<>(
            List.of(
                target + "-gcc",
                "-O2",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-shared",
                "-static-libgcc",
                "-Wl,--enable-stdcall-fixup",
                "-I" + shared,
                "-o",
                dll.toString(),
                own.resolve(library.name() + ".c").toString(),
                own.resolve(library.name() + ".def").toString()));
    NativeSources.FIXED_SOURCES.forEach(file -> command.add(shared.resolve(file).toString()));
    command.add("-lwinmm");
    command.add("-ladvapi32");
    run(command.toArray(String[]::new));
    return dll;
  }

  /** The names in objdump's table "[Ordinal/Name Pointer]". */
  private static List<String> exportsOf(String target, Path dll) throws Exception {
    return run(target + "-objdump", "-p", dll.toString())
        .lines()
        .dropWhile(line -> !line.contains("[Ordinal/Name Pointer]"))
        .skip(1)
        .takeWhile(line -> line.contains("["))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  private static void requireTool(String tool) {
    if ("true".equals(System.getenv("CI"))) {
      assertWithMessage("%s is on the PATH in CI", tool).that(isOnPath(tool)).isTrue();
    }
    if (!isOnPath(tool)) {
      System.out.println("Skipped, because there is no " + tool + " on the PATH.");
    }
    assumeTrue(isOnPath(tool), tool + " is on the PATH");
  }

  private static boolean isOnPath(String tool) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
  }

  private static String run(String... command) throws Exception {
    Path output = Files.createTempFile("ioproc", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(120, TimeUnit.SECONDS);
      process.destroyForcibly();
      String text = Files.readString(output);
      assertWithMessage(text).that(ended && process.exitValue() == 0).isTrue();
      return text;
    } finally {
      Files.delete(output);
    }
  }
}
