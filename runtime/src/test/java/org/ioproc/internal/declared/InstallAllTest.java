package org.ioproc.internal.declared;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.mmio.Mmio;
import org.ioproc.support.LogRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests what Mmio.installAll() installs, and what it reports when it cannot. */
@Tag("not-in-wine") // Wine runs the tests without a compiler.
class InstallAllTest {

  private static final FourCc GOOD = FourCc.of("GOOD");

  private final LogRecords log = new LogRecords();
  private final Mmio mmio = Mmio.newEmbedded();
  @TempDir Path folder;

  @BeforeEach
  void watchTheLog() {
    log.open();
  }

  @AfterEach
  void stopWatchingTheLog() {
    log.close();
  }

  /** Fills a jar. */
  interface Content {
    void fill(Providers jar) throws IOException;
  }

  /**
   * A jar from which nothing is installed, and parts of the one-line message. The cause is null
   * where versions of Java differ.
   */
  record Refused(
      String situation,
      Content jar,
      Class<? extends Throwable> cause,
      String observed,
      String remedy) {
    @Override
    public String toString() {
      return situation;
    }
  }

  static Stream<Refused> nothingIsInstalledIfOneProcedureFails() {
    return Stream.of(
        new Refused(
            "a constructor throws",
            jar ->
                jar.with("a.Zip", "ZIP ", "if (true) throw new IllegalStateException(\"a\\nb\");"),
            IllegalStateException.class,
            "a.Zip cannot be created: java.lang.IllegalStateException: a\\u000ab.",
            "Correct the cause, or call the installers of the other procedures."),
        new Refused(
            "a constructor throws a checked exception",
            jar -> jar.with("a.Zip", "ZIP ", "if (true) throw new java.io.IOException(\"no\");"),
            IOException.class,
            "a.Zip cannot be created: java.io.IOException: no.",
            "Correct the cause"),
        new Refused(
            "a constructor throws an error",
            jar -> jar.with("a.Zip", "ZIP ", "if (true) throw new AssertionError(\"no\");"),
            AssertionError.class,
            "a.Zip cannot be created: java.lang.AssertionError: no.",
            "Correct the cause"),
        new Refused(
            "a static initializer throws",
            jar -> jar.source("a/Needed", needed("1 / 0")).with("a.Zip", "ZIP ", "Needed.use();"),
            ExceptionInInitializerError.class,
            "a.Zip cannot be created: a static initializer threw java.lang.ArithmeticException:"
                + " / by zero.",
            "Correct the cause"),
        new Refused(
            "a class that the procedure needs is missing",
            jar ->
                jar.source("a/Needed", needed("1"))
                    .with("a.Zip", "ZIP ", "Needed.use();")
                    .without("a/Needed.class"),
            NoClassDefFoundError.class,
            "a.Zip cannot be created: java.lang.NoClassDefFoundError: a/Needed.",
            "Put the jar that has this class on the class path."),
        new Refused(
            "the glue is damaged",
            jar -> jar.with("a.Zip", "ZIP ").damaging("a/ZipGlue.class", 0, (byte) 1),
            null,
            "java.lang.ClassFormatError: ",
            "Do a clean build of this class's project"),
        new Refused(
            "the provider is missing",
            jar -> jar.declaring("a.GoneInstaller$Provider"),
            ServiceConfigurationError.class,
            "Provider a.GoneInstaller$Provider not found.",
            "do a clean build of its project: incremental builds may leave its line in META-INF"),
        new Refused(
            "the class is not a provider",
            jar -> jar.source("a/Needed", needed("1")).declaring("a.Needed"),
            ServiceConfigurationError.class,
            "a.Needed not a subtype.",
            "Keep one copy of ioproc-runtime"),
        new Refused(
            "the provider has no public constructor",
            jar -> jar.source("a/Own", own("Own(int a) {}")).declaring("a.Own"),
            ServiceConfigurationError.class,
            "a.Own Unable to get public no-arg constructor",
            "Give the provider a public constructor without parameters."),
        new Refused(
            "the provider's constructor throws",
            jar -> jar.source("a/Own", own("public Own() { int a = 1 / 0; }")).declaring("a.Own"),
            ServiceConfigurationError.class,
            "Provider a.Own could not be instantiated: java.lang.ArithmeticException: / by zero.",
            "Correct the provider, or META-INF"),
        new Refused(
            "the provider is damaged",
            jar -> jar.with("a.Zip", "ZIP ").damaging("a/ZipInstaller$Provider.class", 0, (byte) 1),
            null,
            "java.lang.ClassFormatError: ",
            "Do a clean build of this class's project"),
        new Refused(
            "the provider is compiled for a newer Java",
            jar ->
                jar.with("a.Zip", "ZIP ")
                    .damaging("a/ZipInstaller$Provider.class", 6, (byte) 0x70, (byte) 0),
            null,
            "a/ZipInstaller$Provider has been compiled by a more recent version of the Java",
            "Run the program on that version of Java, or compile the class with a lower"),
        new Refused(
            "the service file is not a list of classes",
            jar -> jar.declaring("no class at all"),
            ServiceConfigurationError.class,
            "Illegal configuration-file syntax",
            "each line must be the name of a provider's class."));
  }

  @ParameterizedTest
  @MethodSource
  void nothingIsInstalledIfOneProcedureFails(Refused row) throws Exception {
    Providers jar = new Providers(folder).with("a.Aaa", "GOOD");
    row.jar().fill(jar);
    try (URLClassLoader loader = loader(jar.jar("app.jar"))) {
      MmioException failure = assertThrows(MmioException.class, () -> installed(loader));
      assertThat(failure.error()).isEqualTo(MmioError.CANNOT_OPEN);
      assertThat(failure).hasMessageThat().contains(row.observed());
      assertThat(failure).hasMessageThat().contains(row.remedy());
      assertThat(failure).hasMessageThat().endsWith(" Nothing is installed.");
      assertThat(failure).hasMessageThat().doesNotContain("\n");
      if (row.cause() != null) {
        assertThat(failure).hasCauseThat().isInstanceOf(row.cause());
      }
      assertThat(mmio.findIoProc(GOOD)).isEqualTo(0);
    }
  }

  private static String needed(String value) {
    return "package a; class Needed { static int value = " + value + "; static void use() {} }";
  }

  private static String own(String constructor) {
    return """
    package a;

    public class Own implements org.ioproc.glue.IoProcProvider {
      %s

      @Override
      public org.ioproc.glue.IoProcGlue<?> glue() {
        return null;
      }
    }
    """
        .formatted(constructor);
  }

  @Test
  void theErrorCodeOfAConstructorIsKept() throws Exception {
    Providers jar =
        new Providers(folder)
            .with(
                "a.Zip",
                "ZIP ",
                "if (true) throw new org.ioproc.MmioException("
                    + "org.ioproc.MmioError.NETWORK_ERROR, \"no line\");");
    try (URLClassLoader loader = loader(jar.jar("app.jar"))) {
      MmioException failure = assertThrows(MmioException.class, () -> installed(loader));
      assertThat(failure.error()).isEqualTo(MmioError.NETWORK_ERROR);
      assertThat(failure).hasMessageThat().contains("a.Zip cannot be created");
    }
  }

  @Test
  void anInterruptedConstructorInterruptsTheThreadAgain() throws Exception {
    Providers jar = new Providers(folder);
    jar.with("a.Zip", "ZIP ", "if (true) throw new InterruptedException();");
    try (URLClassLoader loader = loader(jar.jar("app.jar"))) {
      MmioException failure = assertThrows(MmioException.class, () -> installed(loader));
      assertThat(failure).hasCauseThat().isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void anOutOfMemoryErrorIsNotWrapped() throws Exception {
    Providers jar = new Providers(folder).with("a.Aaa", "GOOD");
    jar.with("a.Zip", "ZIP ", "if (true) throw new OutOfMemoryError();");
    try (URLClassLoader loader = loader(jar.jar("app.jar"))) {
      assertThrows(OutOfMemoryError.class, () -> installed(loader));
      assertThat(mmio.findIoProc(GOOD)).isEqualTo(0);
    }
  }

  @Test
  void oneCodeInTwoJarsIsRefused() throws Exception {
    Path one = new Providers(subfolder("1")).with("a.Zip", "ZIP ").jar("one.jar");
    Path two =
        new Providers(subfolder("2")).with("a.Aaa", "GOOD").with("a.Other", "ZIP").jar("two.jar");
    try (URLClassLoader loader = loader(one, two)) {
      MmioException failure = assertThrows(MmioException.class, () -> installed(loader));
      assertThat(failure.error()).isEqualTo(MmioError.INVALID_PARAMETER);
      assertThat(failure)
          .hasMessageThat()
          .containsMatch("\"ZIP \" belongs to a.Other .*two.jar. and to a.Zip .*one.jar");
      assertThat(failure).hasMessageThat().contains("Remove one of them");
      assertThat(mmio.findIoProc(GOOD)).isEqualTo(0);
      assertThat(mmio.findIoProc(FourCc.of("ZIP"))).isEqualTo(0);
    }
  }

  /** As with any other class, the first jar on the class path decides. */
  @Test
  void oneClassInTwoJarsIsOneProcedure() throws Exception {
    Path one = new Providers(subfolder("1")).with("a.Zip", "ZIP ").jar("zip-1.0.jar");
    Path two =
        new Providers(subfolder("2"))
            .with("a.Zip", "ZIP ")
            .declaring("a.ZipInstaller$Provider")
            .jar("zip-1.1.jar");
    try (URLClassLoader loader = loader(one, two)) {
      assertThat(installed(loader)).isEqualTo("[\"ZIP \" a.Zip, 0 files open]");
      assertThat(log.records()).isEmpty();
    }
  }

  @Test
  void anApplicationWithoutDeclarationsGetsAWarning() throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader("program", new URL[0], getClass().getClassLoader())) {
      assertThat(installed(loader)).isEqualTo("[]");
    }
    assertThat(warning())
        .matches(
            "Mmio.installAll\\(\\) installs nothing: no META-INF/services/"
                + "org.ioproc.glue.IoProcProvider that names a procedure is visible to the class"
                + " loader \"program\" \\(java.net.URLClassLoader\\) or \"app\" \\(.*\\)\\."
                + " Name ioproc-processor as an annotation processor .*");
  }

  private String warning() {
    assertThat(log.records()).hasSize(1);
    LogRecord record = log.records().get(0);
    assertThat(record.getLevel()).isEqualTo(Level.WARNING);
    assertThat(record.getMessage()).doesNotContain("\n");
    return record.getMessage();
  }

  /** Installs the procedures that a context class loader finds, and describes them. */
  private String installed(ClassLoader context) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(context);
    try {
      return mmio.installAll().toString();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Path subfolder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static URLClassLoader loader(Path... jars) throws IOException {
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = jars[i].toUri().toURL();
    }
    return new URLClassLoader(urls, InstallAllTest.class.getClassLoader());
  }
}
