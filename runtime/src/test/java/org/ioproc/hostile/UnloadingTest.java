package org.ioproc.hostile;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.ioproc.hostile.UnloadedApplication.Use;
import org.ioproc.mmio.CallPath;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that 320 applications, which run one after another in one process, are unloaded. */
class UnloadingTest {

  /** Threads that outlive the applications, and so keep their thread-local values. */
  private final ExecutorService threads = Executors.newFixedThreadPool(3);

  static Stream<Arguments> ways() {
    return Stream.of(CallPath.values())
        .flatMap(path -> Stream.of(Use.values()).map(use -> Arguments.of(path, use)));
  }

  @AfterEach
  void endThreads() {
    threads.shutdown();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aFinishedApplicationIsCollected(CallPath path, Use use) throws Exception {
    Mmio mmio = path.newManager();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      kept.add(threads.submit(() -> runAndForget(mmio, use, loaders)).get());
    }
    if (use == Use.AN_OPEN_FILE) {
      for (Object file : kept) {
        assertThat(UnloadedApplication.read((MmioFile) file)).isEqualTo("0123456789");
        ((MmioFile) file).close();
      }
    }
    for (int i = 0; i < 50 && left(loaders) > 0; i++) {
      System.gc();
      Thread.sleep(i); // The JVM may still compile a method of an application, which keeps it.
    }
    assertWithMessage("class loaders that were not collected").that(left(loaders)).isEqualTo(0);
    assertThat(kept).hasSize(40);
  }

  private static long left(List<WeakReference<ClassLoader>> loaders) {
    return loaders.stream().filter(loader -> !loader.refersTo(null)).count();
  }

  private static Object runAndForget(Mmio mmio, Use use, List<WeakReference<ClassLoader>> loaders)
      throws Exception {
    Loader loader = new Loader();
    loaders.add(new WeakReference<>(loader));
    @SuppressWarnings("unchecked") // Only the class loader differs.
    BiFunction<Mmio, Use, Object> application =
        (BiFunction<Mmio, Use, Object>)
            loader
                .loadClass(UnloadedApplication.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    assertThat(application).isNotInstanceOf(UnloadedApplication.class);
    return application.apply(mmio, use);
  }

  /** Loads the application's classes, and delegates all others. */
  private static final class Loader extends ClassLoader {

    Loader() {
      super(UnloadingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean own =
          name.startsWith(UnloadedApplication.class.getName()) && !name.equals(Use.class.getName());
      if (!own) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }
}
