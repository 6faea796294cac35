package org.ioproc.wrapper.tool;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ioproc.wrapper.tool.support.Ioproc;
import org.ioproc.wrapper.tool.support.TestJar;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each unusable input is reported in one line, and nothing is written. */
class BadInputTest {

  private static final String DESCRIPTOR = "META-INF/ioproc/zipioproc/procedures";
  private static final String DEFINITIONS = "META-INF/ioproc/zipioproc/zipioproc.def";
  private static final String PROCEDURE = "a/ZipIoProc.class";
  private static final String RUNTIME_ENTRY = "org/ioproc/glue/WrapperEntry.class";

  @TempDir Path folder;

  /** A situation. The line names the test's folder FOLDER. */
  record Row(String situation, Setup setup, String line) {
    @Override
    public String toString() {
      return situation;
    }
  }

  @FunctionalInterface
  interface Setup {
    void prepare(Input input) throws IOException;
  }

  /** What a row changes: a jar, the class path's jars, and options. */
  static final class Input {
    final TestJar jar = TestJar.compiled(TestJar.ZIP_SOURCE);
    final List<String> classPath = new ArrayList<>(List.of(TestJar.runtime()));
    final List<String> options = new ArrayList<>();
    final Path folder;
    Path file;

    Input(Path folder) {
      this.folder = folder;
      this.file = folder.resolve("the.jar");
    }

    /** Adds a jar to the class path. */
    void add(String name, TestJar other) throws IOException {
      classPath.add(other.write(folder.resolve(name)).toString());
    }

    void definitions(String name, String text) throws IOException {
      options.add("--module-definitions=" + Files.writeString(folder.resolve(name), text));
    }
  }

  static Stream<Row> rows() {
    return Stream.of(descriptors(), classes(), definitions(), jars(), outputs())
        .flatMap(List::stream);
  }

  private static List<Row> descriptors() {
    return List.of(
        new Row(
            "no library",
            input -> input.jar.without(DESCRIPTOR),
            "The jar must describe a library. FOLDER/the.jar describes none: it was compiled"
                + " without"
                + " ioproc's processor, or with -Aioproc.native. Compile it with the processor and"
                + " without that option."),
        new Row(
            "a jar that Spring Boot repacked",
            input -> input.jar.without(DESCRIPTOR).with("BOOT-INF/classes/" + DESCRIPTOR, ""),
            "The jar must describe a library. FOLDER/the.jar describes none: Spring Boot repacked"
                + " it. Pass the jar from before, and its class path."),
        new Row(
            "another library",
            input -> input.options.add("--library=wgzioproc"),
            "--library must name a library of the jar. FOLDER/the.jar has zipioproc, not"
                + " \"wgzioproc\"."),
        new Row(
            "a descriptor of a newer version",
            input -> input.jar.with(DESCRIPTOR, "library zipioproc\nflavor sweet\n"),
            "FOLDER/the.jar!META-INF/ioproc/zipioproc/procedures:2: \"flavor\" is unknown: a newer"
                + " ioproc compiled the jar. Use its version of the tool."),
        new Row(
            "a library in another one's folder",
            input ->
                input.jar.with(
                    "META-INF/ioproc/Zipioproc/procedures",
                    new String(input.jar.get(DESCRIPTOR), UTF_8)),
            "FOLDER/the.jar!META-INF/ioproc/Zipioproc/procedures: A library's folder must have its"
                + " name, zipioproc. Compile and pack the classes again."),
        new Row(
            "a device's name",
            input -> library(input, "com1", 1),
            "A DLL must not have the name of a DOS device. The library \"com1\" has. Rename it with"
                + " @IoProcLibrary."),
        new Row(
            "a long name",
            input -> library(input, "z".repeat(201), 1),
            "A library's name must have at most 200 characters. \""
                + "z".repeat(201)
                + "\" has 201. Rename it with @IoProcLibrary."),
        new Row(
            "too many procedures",
            input -> library(input, "many", 65),
            "A library must have at most 64 procedures. many has 65. Divide it into several"
                + " libraries."));
  }

  private static void library(Input input, String name, int count) {
    StringBuilder text = new StringBuilder("library " + name + "\n");
    for (int i = 0; i < count; i++) {
      text.append(
          "procedure P%d 2050495A a.ZipIoProcInstaller$Provider a.ZipIoProc\n".formatted(i));
    }
    input.jar.without(DESCRIPTOR).with("META-INF/ioproc/" + name + "/procedures", text.toString());
  }

  private static List<Row> classes() {
    return List.of(
        new Row(
            "no runtime library",
            input -> input.classPath.clear(),
            "The DLL needs ioproc-runtime. It is neither in FOLDER/the.jar nor on the class"
                + " path. Add"
                + " its jar to --class-path."),
        new Row(
            "another runtime library",
            input -> {
              TestJar runtime = TestJar.ofRuntime();
              input.classPath.clear();
              input.add(
                  "runtime.jar",
                  runtime.with(RUNTIME_ENTRY, runtime.get("org/ioproc/IoProc.class")));
            },
            "ioproc-runtime and the tool must come from the same version of ioproc."
                + " FOLDER/runtime.jar comes from another one. Use one version for both."),
        new Row(
            "no provider",
            input -> input.jar.without("a/ZipIoProcInstaller$Provider.class"),
            "The procedures' classes must be in the jar. a.ZipIoProcInstaller$Provider, which creates"
                + " ZipIoProc, is not in FOLDER/the.jar. Build the jar again from clean: the class was"
                + " renamed, deleted or left out."),
        new Row(
            "a missing class",
            input -> input.jar.without(PROCEDURE),
            "All classes that the procedures use must be in the jar, on the class path or in Java."
                + " a.ZipIoProcInstaller$Provider uses a.ZipIoProc, which is in none of"
                + " them. Add its jar to"
                + " --class-path."),
        new Row(
            "a class for newer Java",
            input -> input.jar.with(PROCEDURE, version(input.jar.get(PROCEDURE), 65)),
            "Classes must run on Java 17, the oldest that the DLL accepts. a.ZipIoProc in"
                + " FOLDER/the.jar needs Java 21. Compile it with --release 17, or use a jar"
                + " for Java"
                + " 17."),
        new Row(
            "a class for newer Java among those for Java 17",
            input ->
                input.add(
                    "multi.jar",
                    multiRelease()
                        .with(
                            "META-INF/versions/17/b/B.class",
                            version(input.jar.get(PROCEDURE), 62))),
            "Classes must run on Java 17, the oldest that the DLL accepts. b.B in FOLDER/multi.jar"
                + " needs Java 18. Compile it with --release 17, or use a jar for Java 17."),
        new Row(
            "a damaged class",
            input -> input.jar.with("a/Other.class", "no class"),
            "Class files must be valid. a/Other.class in FOLDER/the.jar is not. Compile and pack it"
                + " again."));
  }

  private static byte[] version(byte[] classFile, int version) {
    byte[] changed = classFile.clone();
    changed[7] = (byte) version;
    return changed;
  }

  private static TestJar multiRelease() throws IOException {
    return new TestJar()
        .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n");
  }

  private static List<Row> definitions() {
    return List.of(
        new Row(
            "definitions in the jar with an unknown name",
            input -> input.jar.with(DEFINITIONS, "LIBRARY zipioproc\nEXPORTS\n  Nothing\n"),
            "FOLDER/the.jar!META-INF/ioproc/zipioproc/zipioproc.def:3: No procedure of"
                + " zipioproc has a"
                + " function \"Nothing\": each has Install..., Remove..., Preload..., ...Callback,"
                + " ...ErrorText, ...Java, ...Version and ...DoctorW. To rename one, write"
                + " Name=InstallZipIoProc."),
        new Row(
            "definitions without a library",
            input -> input.definitions("own.def", "EXPORTS\n  InstallZipIoProc\n"),
            "A module-definitions file must name its library. FOLDER/own.def does not. Add a"
                + " line such"
                + " as LIBRARY \"zipioproc\"."),
        new Row(
            "definitions of another library",
            input -> input.definitions("own.def", "LIBRARY wgzioproc\nEXPORTS\n"),
            "LIBRARY must name a library of the jar. FOLDER/own.def names wgzioproc, and"
                + " FOLDER/the.jar has zipioproc."),
        new Row(
            "two definitions of a library",
            input -> {
              input.definitions("one.def", "LIBRARY zipioproc\nEXPORTS\n  InstallZipIoProc\n");
              input.definitions("two.def", "LIBRARY zipioproc\nEXPORTS\n  InstallZipIoProc\n");
            },
            "A library has one module-definitions file. FOLDER/one.def and FOLDER/two.def both name"
                + " zipioproc. Pass one of them."),
        new Row(
            "missing definitions",
            input -> input.options.add("--module-definitions=" + input.folder.resolve("no.def")),
            "The module-definitions file FOLDER/no.def could not be read: there is no such file or"
                + " folder."),
        new Row(
            "a wrong line",
            input ->
                input.definitions(
                    "own.def", "LIBRARY zipioproc\nEXPORTS\n InstallZipIoProc DATA\n"),
            "FOLDER/own.def:3: DATA and CONSTANT are for variables, and a wrapper exports"
                + " functions."));
  }

  private static List<Row> jars() {
    return List.of(
        new Row(
            "no jar",
            input -> input.file = input.folder.resolve("missing.jar"),
            "FOLDER/missing.jar could not be read: there is no such file or folder."),
        new Row(
            "a folder in the jar's place",
            input -> input.file = Files.createDirectory(input.folder.resolve("classes")),
            "The procedures must be in a jar. FOLDER/classes is a folder."),
        new Row(
            "no zip",
            input -> input.file = Files.writeString(input.folder.resolve("text.jar"), "text"),
            "FOLDER/text.jar must be a jar that Java can read: it is not a zip file, or its end is"
                + " missing. Pass the jar as the build created it."),
        new Row(
            "a missing jar on the class path",
            input -> input.classPath.add(input.folder.resolve("missing.jar").toString()),
            "FOLDER/missing.jar could not be read: there is no such file or folder."),
        new Row(
            "a path out of the archive",
            input -> input.jar.with("../a/B.class", ""),
            "The names in a jar must be relative paths with slashes. FOLDER/the.jar contains"
                + " \"../a/B.class\". Pack it again."),
        new Row(
            "a control character",
            input -> input.jar.with("a/B\n.class", ""),
            "The names in a jar must be relative paths with slashes. FOLDER/the.jar contains"
                + " \"a/B?.class\". Pack it again."),
        new Row(
            "different files of one name",
            input -> {
              input.add("one.jar", new TestJar().with("b/data.txt", "1"));
              input.add("two.jar", new TestJar().with("b/data.txt", "2"));
            },
            "A file must not differ between jars that become one file. FOLDER/one.jar and"
                + " FOLDER/two.jar contain different b/data.txt. Leave one of the jars out, or use"
                + " --layout folder."),
        new Row(
            "different jars of one name",
            input -> {
              input.options.add("--layout=folder");
              input.add("one/lib.jar", new TestJar().with("b/data.txt", "1"));
              input.add("two/Lib.jar", new TestJar().with("b/data.txt", "2"));
            },
            "Jars in one folder must have different names. FOLDER/one/lib.jar and"
                + " FOLDER/two/Lib.jar have the same. Rename or leave out one."));
  }

  private static List<Row> outputs() {
    return List.of(
        new Row(
            "a version without a number",
            input -> input.options.add("--product-version=beta"),
            "A version must begin with a number and contain only letters, digits and .-+_~. It is"
                + " \"beta\". Pass another --product-version."),
        new Row(
            "a version with a large number",
            input -> input.options.add("--product-version=1.65536"),
            "A version on Windows consists of four numbers, each at most 65535. It is \"1.65536\"."
                + " Pass another --product-version."),
        new Row(
            "a file in the output's place",
            input ->
                input.options.add("--output=" + Files.createFile(input.folder.resolve("file"))),
            "--output must be a folder. FOLDER/file is a file."));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isReportedInOneLine(Row row) throws Exception {
    Input input = new Input(folder);
    row.setup().prepare(input);
    if (input.file.endsWith("the.jar")) {
      input.jar.write(input.file);
    }
    List<String> words = new ArrayList<>(List.of("wrap"));
    words.add("--class-path=" + String.join(File.pathSeparator, input.classPath));
    if (input.options.stream().noneMatch(option -> option.startsWith("--output"))) {
      words.add("--output=" + folder.resolve("out"));
    }
    words.addAll(input.options);
    words.add(input.file.toString());
    Ioproc run = Ioproc.run(words);
    String expected = row.line().replace("FOLDER/", folder + "/").replace("/", File.separator);
    assertThat(run.err().replace("/", File.separator)).isEqualTo("ioproc: " + expected + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
  }
}
