package org.ioproc.internal.declared;

import static com.google.common.truth.Truth.assertThat;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.sun.jna.Pointer;
import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.ioproc.mmio.Mmio;
import org.ioproc.support.LogRecords;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests Mmio.installAll() where a merged jar or another class loader contains the runtime. */
@Tag("not-in-wine") // Wine runs the tests without a compiler.
class InstallAllElsewhereTest {

  private static final String ZIP = "\"ZIP \" a.Zip, 0 files open";
  private static final String TAR = "\"TAR \" b.Tar, 0 files open";

  private static final String APPLICATION =
      """
      package a;

      import java.util.List;
      import java.util.concurrent.Callable;
      import org.ioproc.InstalledIoProc;
      import org.ioproc.mmio.Mmio;

      public final class Application implements Callable<String> {
        @Override
        public String call() throws Exception {
          List<InstalledIoProc> installed =
              Mmio.newEmbedded().installAll();
          String texts = installed.toString();
          installed.forEach(InstalledIoProc::close);
          return texts;
        }
      }
      """;

  private final LogRecords log = new LogRecords();
  @TempDir Path folder;

  @BeforeEach
  void watchTheLog() {
    log.open();
  }

  @AfterEach
  void stopWatchingTheLog() {
    log.close();
  }

  /** Calls an application on one kind of thread. */
  interface Caller {
    String call(Callable<String> application, ClassLoader loader) throws Exception;
  }

  record Situation(String name, Caller caller) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Situation> aProcedureIsFoundOnEveryThread() {
    return Stream.of(
        new Situation("a thread of the application", (call, loader) -> with(loader, call)),
        new Situation(
            "a thread of the common pool",
            (call, loader) -> CompletableFuture.supplyAsync(() -> unchecked(call)).get()),
        new Situation(
            "a thread with the system's class loader",
            (call, loader) -> with(ClassLoader.getSystemClassLoader(), call)),
        new Situation("a thread without a class loader", (call, loader) -> with(null, call)),
        new Situation(
            "a plug-in's thread, whose class loader has the same jar",
            (call, loader) -> {
              URL[] jars = ((URLClassLoader) loader).getURLs();
              try (URLClassLoader plugIn = new URLClassLoader(jars, loader)) {
                return with(plugIn, call);
              }
            }),
        new Situation(
            "a plug-in's thread, whose class loader prefers its own copy",
            (call, loader) -> {
              try (URLClassLoader plugIn = new PlugIn((URLClassLoader) loader)) {
                return with(plugIn, call);
              }
            }));
  }

  @ParameterizedTest
  @MethodSource
  void aProcedureIsFoundOnEveryThread(Situation thread) throws Exception {
    Providers jar = new Providers(folder).source("a/Application", APPLICATION);
    try (URLClassLoader loader =
        isolated(runtime(), jar.with("a.Zip", "ZIP ").jar("application.jar"))) {
      assertThat(thread.caller().call(application(loader), loader)).isEqualTo("[" + ZIP + "]");
    }
    assertThat(warnings()).isEmpty();
  }

  /** A class loader that prefers its own copy of the application's classes. */
  private static final class PlugIn extends URLClassLoader {
    PlugIn(URLClassLoader application) {
      super(application.getURLs(), application);
    }

    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
      return name.startsWith("a.") ? findClass(name) : super.loadClass(name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"with", "without"})
  void aProcedureIsFoundIfItsModuleProvidesIt(String declaration) throws Exception {
    boolean provided = declaration.equals("with");
    Providers jar =
        new Providers(folder).source("a/Application", APPLICATION).undeclared("a.Zip", "ZIP ", "");
    jar.source(
        "module-info",
        "module a { requires org.ioproc; exports a;" + (provided ? PROVIDES : "") + " }",
        "--module-path",
        Stream.of(runtime(), jna(), place(NullMarked.class))
            .map(Path::toString)
            .collect(joining(File.pathSeparator)));
    ModuleLayer layer = layer(runtime(), jna(), jar.jar("module.jar"));
    assertThat(with(null, application(layer.findLoader("a"))))
        .isEqualTo(provided ? "[" + ZIP + "]" : "[]");
    if (provided) {
      assertThat(warnings()).isEmpty();
    } else {
      assertThat(warnings().get(0)).contains(", and no module provides one. ");
    }
  }

  /** Creates a layer in which each module has its own class loader. */
  private static ModuleLayer layer(Path... modules) throws Exception {
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(modules), ModuleFinder.of(), Set.of("a"));
    ModuleLayer.Controller controller =
        ModuleLayer.defineModulesWithManyLoaders(
            configuration, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader());
    if (Runtime.version().feature() >= 22) {
      Method enable = ModuleLayer.Controller.class.getMethod("enableNativeAccess", Module.class);
      for (Module module : controller.layer().modules()) {
        enable.invoke(controller, module);
      }
    }
    return controller.layer();
  }

  private static final String PROVIDES =
      " provides org.ioproc.glue.IoProcProvider with a.ZipInstaller.Provider;";

  @ParameterizedTest
  @MethodSource
  void proceduresOfPlugInsAndTheApplicationAreSortedTogether(String plugIn, String all)
      throws Exception {
    Path application =
        new Providers(subfolder("1"))
            .source("a/Application", APPLICATION)
            .with("b.Tar", "TAR ")
            .jar("application.jar");
    Path added = new Providers(subfolder("2")).with(plugIn, "ADD ").jar("plug-in.jar");
    try (URLClassLoader loader = isolated(runtime(), application);
        URLClassLoader child = new URLClassLoader(urls(added), loader)) {
      assertThat(with(child, application(loader))).isEqualTo(all);
    }
    assertThat(warnings()).isEmpty();
  }

  static Stream<Arguments> proceduresOfPlugInsAndTheApplicationAreSortedTogether() {
    String added = "\"ADD \" %s, 0 files open";
    return Stream.of(
        Arguments.of("a.Added", "[" + added.formatted("a.Added") + ", " + TAR + "]"),
        Arguments.of("c.Added", "[" + TAR + ", " + added.formatted("c.Added") + "]"));
  }

  /** Fills a jar that contains the runtime and an application. */
  interface Content {
    void fill(Providers jar) throws IOException;
  }

  /** A jar, the procedures that are installed from it, and those that are reported missing. */
  record Merged(String situation, Content jar, List<String> installed, List<String> missed) {
    @Override
    public String toString() {
      return situation;
    }
  }

  static Stream<Merged> aMergedJarReportsItsLostProcedures() {
    return Stream.of(
        new Merged(
            "the service files were merged",
            jar -> jar.with("a.Zip", "ZIP ").with("b.Tar", "TAR "),
            List.of(ZIP, TAR),
            List.of()),
        new Merged(
            "one service file is left",
            jar -> jar.undeclared("b.Tar", "TAR ", "").with("a.Zip", "ZIP "),
            List.of(ZIP),
            List.of("b.Tar")),
        new Merged(
            "no service file is left",
            jar -> jar.undeclared("b.Tar", "TAR ", "").undeclared("a.Zip", "ZIP ", ""),
            List.of(),
            List.of("a.Zip", "b.Tar")),
        new Merged(
            "another library has a class with such a name",
            jar ->
                jar.with("a.Zip", "ZIP ")
                    .source(
                        "c/OtherInstaller",
                        "package c; class OtherInstaller { static class Provider {} }"),
            List.of(ZIP),
            List.of()),
        new Merged(
            "an undeclared provider cannot be loaded",
            jar ->
                jar.with("a.Zip", "ZIP ")
                    .undeclared("b.Tar", "TAR ", "")
                    .damaging("b/TarInstaller$Provider.class", 0, (byte) 1),
            List.of(ZIP),
            List.of()));
  }

  @ParameterizedTest
  @MethodSource
  void aMergedJarReportsItsLostProcedures(Merged row) throws Exception {
    Providers jar = new Providers(folder).source("a/Application", APPLICATION);
    row.jar().fill(jar);
    jar.classesOf(runtime());
    try (URLClassLoader loader = isolated(jar.jar("my application.jar"))) {
      assertThat(with(loader, application(loader))).isEqualTo(row.installed().toString());
    }
    assertThat(warnings())
        .isEqualTo(
            row.missed().isEmpty()
                ? List.of()
                : List.of(
                    "Mmio.installAll() does not install "
                        + row.missed().stream().collect(joining(", "))
                        + ": "
                        + folder.resolve("my application.jar").toUri().toURL()
                        + " contains them, but no META-INF/services/org.ioproc.glue.IoProcProvider"
                        + " names them. Merge the service files of the jars from which it was built:"
                        + " ServicesResourceTransformer of maven-shade-plugin, mergeServiceFiles()"
                        + " of Gradle's Shadow."));
  }

  private List<String> warnings() {
    return log.records().stream().map(LogRecord::getMessage).toList();
  }

  private static String with(ClassLoader context, Callable<String> application) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(context);
    try {
      return application.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String unchecked(Callable<String> application) {
    try {
      return application.call();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @SuppressWarnings("unchecked") // The source above declares the type.
  private static Callable<String> application(ClassLoader loader) throws Exception {
    return (Callable<String>) loader.loadClass("a.Application").getConstructor().newInstance();
  }

  private static Path runtime() throws Exception {
    return place(Mmio.class);
  }

  private static Path jna() throws Exception {
    return place(Pointer.class);
  }

  /** Returns the folder or jar from which the tests loaded a class. */
  private static Path place(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private Path subfolder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  /** Creates a class loader that has the runtime in these places only, and the tests' libraries. */
  private static URLClassLoader isolated(Path... places) throws IOException {
    ClassLoader libraries =
        new ClassLoader(ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.ioproc.")) {
              throw new ClassNotFoundException(name);
            }
            return requireNonNull(Mmio.class.getClassLoader()).loadClass(name);
          }
        };
    return new URLClassLoader(urls(places), libraries);
  }

  private static URL[] urls(Path... places) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path place : places) {
      urls.add(place.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
