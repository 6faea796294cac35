package org.ioproc.wrapper.tool;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.ioproc.processor.support.Portable;
import org.ioproc.processor.support.Procedures;
import org.ioproc.wrapper.tool.support.Ioproc;
import org.ioproc.wrapper.tool.support.TestJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tool writes. */
class WrapToolTest {

  private static final TestJar ONE = TestJar.compiled(TestJar.ZIP_SOURCE);
  private static final TestJar TWO = TestJar.compiled(TestJar.ZIP_SOURCE, TestJar.WGZ_SOURCE);

  @TempDir Path folder;

  @Test
  void oneFileHasTheClassesInTheDll() throws Exception {
    Ioproc run = wrap(ONE, "out");
    assertThat(files("out").keySet())
        .containsExactly(
            "README.md",
            "arm64/zipioproc.dll",
            "arm64/zipioproc.lib",
            "ioproc-files.txt",
            "x64/zipioproc.dll",
            "x64/zipioproc.lib",
            "x86/zipioproc.dll",
            "x86/zipioproc.lib",
            "zipioproc.def",
            "zipioproc.h");
    assertThat(run.out())
        .isEqualTo(
            Stream.of("arm64", "x64", "x86")
                .map(architecture -> path("out", architecture, "zipioproc.dll"))
                .map(dll -> "%s (%d bytes)\n".formatted(dll, dll.toFile().length()))
                .collect(Collectors.joining()));
    assertThat(Files.readString(path("out", "zipioproc.h"))).doesNotContain("   zipioproc.jar\n");
  }

  @Test
  void aFolderHasTheJarsBesideTheDll() throws Exception {
    wrap(TWO, "out", "--layout", "folder", "--architectures", "x64");
    String runtime = Path.of(TestJar.runtime()).getFileName().toString();
    String lib = "x64/lib/" + (runtime.endsWith(".jar") ? runtime : runtime + ".jar");
    Map<String, byte[]> files = files("out");
    assertThat(files.keySet())
        .containsExactly(
            "README.md",
            "ioproc-files.txt",
            "wgzioproc.def",
            "wgzioproc.h",
            lib,
            "x64/wgzioproc.dll",
            "x64/wgzioproc.jar",
            "x64/wgzioproc.lib",
            "x64/zipioproc.dll",
            "x64/zipioproc.jar",
            "x64/zipioproc.lib",
            "zipioproc.def",
            "zipioproc.h");
    assertThat(files.get("x64/wgzioproc.jar")).isEqualTo(TWO.bytes());
    assertThat(files.get("x64/zipioproc.jar")).isEqualTo(TWO.bytes());
    try (ZipFile jar = new ZipFile(path("out", lib).toFile())) {
      assertThat(jar.getEntry("org/ioproc/glue/WrapperEntry.class")).isNotNull();
    }
    assertThat(new String(files.get("zipioproc.h"), UTF_8)).contains("   zipioproc.jar\n");
  }

  @Test
  void classLoadersReadTheSignedDllAsAJar() throws Exception {
    wrap(ONE, "out");
    Path dll = path("out", "x64", "zipioproc.dll");
    byte[] signature = new byte[64_000];
    Arrays.fill(signature, (byte) 'P');
    Files.write(dll, signature, StandardOpenOption.APPEND);
    try (ZipFile zip = new ZipFile(dll.toFile())) {
      assertThat(zip.getEntry("a/ZipIoProc.class")).isNotNull();
      zip.stream()
          .forEach(
              entry -> assertThat(entry.getTimeLocal().toString()).isEqualTo("1980-02-01T00:00"));
    }
    URL[] urls = {dll.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      assertThat(loader.loadClass("a.ZipIoProcInstaller$Provider").getDeclaredConstructor())
          .isNotNull();
      assertThat(loader.loadClass("org.ioproc.glue.WrapperEntry").getClassLoader())
          .isSameInstanceAs(loader);
      try (InputStream services = loader.getResourceAsStream(Procedures.SERVICES)) {
        assertThat(new String(services.readAllBytes(), UTF_8))
            .isEqualTo("a.ZipIoProcInstaller$Provider\n");
      }
    }
  }

  @Test
  void theSameInputResultsInTheSameBytes() throws Exception {
    wrap(TWO, "first");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      wrap(TWO, "another/second");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    Map<String, byte[]> first = files("first");
    Map<String, byte[]> second = files("another/second");
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach(
        (name, content) -> assertWithMessage(name).that(second.get(name)).isEqualTo(content));
  }

  @Test
  void librariesAreChosenByName() throws Exception {
    wrap(TWO, "out", "--library", "wgzioproc");
    assertThat(files("out").keySet()).contains("wgzioproc.h");
    assertThat(files("out").keySet()).doesNotContain("zipioproc.h");
  }

  @Test
  void theHeaderAndTheReadmeHaveTheExportedNames() throws Exception {
    String definitions =
        """
        ; My own names
        LIBRARY "ZipIoProc.dll"
        EXPORTS
          OpenZipFiles=InstallZipIoProc @7
          LastError=ZipIoProcErrorText
        """;
    Path file = Files.writeString(folder.resolve("own.def"), "\uFEFF" + definitions);
    wrap(TWO, "out", "--module-definitions", file.toString());
    assertThat(Files.readString(path("out", "zipioproc.def"))).isEqualTo("\uFEFF" + definitions);
    assertThat(Files.readString(path("out", "zipioproc.h"))).contains("WINAPI OpenZipFiles(void);");
    assertThat(Files.readString(path("out", "zipioproc.h"))).doesNotContain("InstallZipIoProc(");
    assertThat(Files.readString(path("out", "wgzioproc.h"))).contains("InstallWgzIoProc(void);");
    Ioproc.succeed(
        "wrap",
        "--class-path=" + TestJar.runtime(),
        "--library=zipioproc",
        "--module-definitions=" + file,
        "--output=" + folder.resolve("one"),
        path("jars", "the.jar").toString());
    assertThat(Files.readString(path("one", "README.md")))
        .contains("GetProcAddress(dll, \"OpenZipFiles\")");
    assertThat(Files.readString(path("one", "README.md"))).contains("`LastError` describes");
    assertThat(Files.readString(path("one", "README.md"))).doesNotContain("Java` names");
    assertThat(Files.readString(path("one", "README.md"))).doesNotContain("rundll32");
    try (InputStream dll = Files.newInputStream(path("one", "x86", "zipioproc.dll"))) {
      assertThat(new String(dll.readAllBytes(), UTF_8)).contains("OpenZipFiles\0");
    }
  }

  @Test
  void sourcesAreWrittenInsteadOfDlls() throws Exception {
    Ioproc run = wrap(TWO, "out", "--sources");
    assertThat(files("out").keySet())
        .containsAtLeast(
            "ioproc_wrapper/ioproc_run.c",
            "wgzioproc/CMakeLists.txt",
            "zipioproc/CMakeLists.txt",
            "zipioproc/zipioproc.c",
            "zipioproc/zipioproc.def",
            "zipioproc/zipioproc.h");
    assertThat(run.out().lines().map(line -> line.replaceFirst(" .*", "")).toList())
        .containsExactly(
            path("out", "wgzioproc", "CMakeLists.txt").toString(),
            path("out", "zipioproc", "CMakeLists.txt").toString())
        .inOrder();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          auto   | 1 | runs: inside the process if it can.     | runs inside the program's process if it can
          inside | 3 | it inside unless a setting says beside; | this DLL runs
          beside | 5 | it beside unless a setting says inside; | starts Java as a process beside the program.
          """)
  void dllsHeadersAndReadmesSayWhereJavaRuns(String way, int flags, String header, String readme)
      throws Exception {
    wrap(ONE, "out", "--java", way);
    for (String architecture : List.of("x64", "x86", "arm64")) {
      byte[] dll = Files.readAllBytes(path("out", architecture, "zipioproc.dll"));
      int configuration = new String(dll, ISO_8859_1).lastIndexOf("IOPROC\0\1");
      assertThat(dll[configuration + 14]).isEqualTo(flags);
      assertThat(dll[configuration + 15]).isEqualTo(0);
    }
    assertThat(Files.readString(path("out", "zipioproc.h"))).contains(header);
    assertThat(Files.readString(path("out", "README.md"))).contains(readme);
  }

  @ParameterizedTest
  @CsvSource({"auto, IOPROC_AUTO", "inside, IOPROC_INSIDE", "beside, IOPROC_BESIDE"})
  void sourcesSayWhereJavaRuns(String way, String constant) throws Exception {
    wrap(ONE, "out", "--sources", "--java", way);
    assertThat(Files.readString(path("out", "zipioproc", "zipioproc.c")))
        .contains("\n    .way = " + constant + ",\n");
  }

  @Test
  void theJarMayAlsoBeOnTheClassPath() throws Exception {
    Path jar = ONE.write(folder.resolve("jars/the.jar"));
    String classPath = String.join(File.pathSeparator, jar.toString(), TestJar.runtime());
    Ioproc.succeed(
        "wrap",
        "--layout=folder",
        "--class-path",
        classPath,
        "--output",
        folder.resolve("out").toString(),
        jar.toString());
    assertThat(files("out").keySet()).doesNotContain("x64/lib/the.jar");
  }

  @Test
  void theReadmeIsOnePage() throws Exception {
    for (String layout : List.of("one-file", "folder")) {
      for (String way : List.of("auto", "inside", "beside")) {
        wrap(TWO, layout, "--layout", layout, "--java", way);
        String readme = Files.readString(path(layout, "README.md"));
        assertThat(readme.lines().count()).isAtMost(80);
        assertThat(readme).doesNotContain("\n\n\n");
        assertThat(readme).doesNotContain("null");
        assertThat(readme).doesNotContainMatch("\n +#");
        assertThat(readme).contains("\n    rundll32 wgzioproc.dll,WgzIoProcDoctor [--report=FILE]");
      }
    }
  }

  private Ioproc wrap(TestJar jar, String output, String... options) throws Exception {
    Path file = jar.write(folder.resolve("jars/the.jar"));
    List<String> words = new ArrayList<>(List.of("wrap", "--class-path"));
    words.add(TestJar.runtime());
    words.addAll(List.of(options));
    words.addAll(List.of("--output", folder.resolve(output).toString(), file.toString()));
    Ioproc run = Ioproc.run(words);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
    return run;
  }

  private Path path(String first, String... more) {
    return folder.resolve(Path.of(first, more));
  }

  private Map<String, byte[]> files(String output) throws Exception {
    Path root = folder.resolve(output);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = Portable.name(root, file);
        files.put(name, Files.readAllBytes(file));
      }
    }
    return files;
  }
}
