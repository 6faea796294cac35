package org.ioproc.wrapper.tool.jar;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.ioproc.wrapper.tool.support.TestJar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Merges random jars, and compares what a class loader finds in the archive with what it finds in
 * the jars. Plain maps say which jars cannot be merged.
 */
class MergeModelTest {

  private static final int ROUNDS = 300;
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String VERSION = "META-INF/versions/9/";
  private static final String SERVICE = "META-INF/services/s";
  private static final List<String> LOADED = List.of("a/A.class", "a/b.txt", "c", "a/über");
  private static final List<String> OTHERS =
      List.of(
          "LICENSE", "META-INF/NOTICE", "META-INF/maven/p", "META-INF/K.SF", "module-info.class");

  @TempDir Path folder;

  @Test
  void theArchiveHasWhatTheJarsHave() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("MergeModelTest: seed " + seed + " (-Dseed=" + seed + " repeats it)");
    Random random = new Random(seed);
    int merged = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Map<String, String>> jars = jars(random);
      merged += check("seed " + seed + ", round " + round + ": " + jars, jars) ? 1 : 0;
    }
    assertThat(merged).isAtLeast(ROUNDS / 10);
    assertThat(merged).isLessThan(ROUNDS);
  }

  private static List<Map<String, String>> jars(Random random) {
    List<Map<String, String>> jars = new ArrayList<>();
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      Map<String, String> jar = new TreeMap<>();
      String multiRelease = random.nextBoolean() ? "Multi-Release: TRUE\r\n" : "";
      jar.put(MANIFEST, "Manifest-Version: 1.0\r\n" + multiRelease + "\r\n");
      for (String name : LOADED) {
        put(jar, name, random, 3);
        put(jar, VERSION + name, random, 5);
      }
      OTHERS.forEach(name -> put(jar, name, random, 2));
      if (random.nextBoolean()) {
        jar.put(SERVICE, "p.P" + random.nextInt(3) + "\np.P" + random.nextInt(3) + " # x\n");
      }
      jars.add(jar);
    }
    return jars;
  }

  /** Adds an entry once in so many calls, usually with the same content. */
  private static void put(Map<String, String> jar, String name, Random random, int calls) {
    if (random.nextInt(calls) == 0) {
      jar.put(name, (name + (random.nextInt(6) == 0 ? " differs" : "")).repeat(5));
    }
  }

  /** Returns whether the jars could be merged. */
  private boolean check(String round, List<Map<String, String>> jars) throws Exception {
    List<Path> paths = new ArrayList<>();
    for (Map<String, String> jar : jars) {
      TestJar written = new TestJar();
      jar.forEach(written::with);
      paths.add(written.write(folder.resolve(paths.size() + ".jar")));
    }
    List<Jar> open = new ArrayList<>();
    try {
      for (Path path : paths) {
        open.add(Jar.open(path));
      }
      Path archive = Files.write(folder.resolve("merged.dll"), JarMerger.merge(open));
      assertWithMessage(round).that(clash(jars)).isFalse();
      compare(round, archive, paths, jars);
      return true;
    } catch (InputException failure) {
      assertWithMessage(round).that(clash(jars)).isTrue();
      assertThat(failure).hasMessageThat().contains("contain different ");
      return false;
    } finally {
      open.forEach(Jar::close);
    }
  }

  /** Returns whether a file of one jar would take the place of another jar's. */
  private static boolean clash(List<Map<String, String>> jars) {
    for (String name : LOADED) {
      boolean isMixed = false;
      for (String form : List.of(name, VERSION + name)) {
        isMixed |=
            jars.stream()
                    .filter(jar -> form.equals(name) || isMultiRelease(jar))
                    .map(jar -> jar.get(form))
                    .filter(content -> content != null)
                    .distinct()
                    .count()
                > 1;
      }
      int firstBase = first(jars, name, false);
      int firstVersion = first(jars, VERSION + name, true);
      boolean isForeign = firstBase >= 0 && firstVersion >= 0 && firstBase != firstVersion;
      if (isMixed || isForeign) {
        return true;
      }
    }
    return false;
  }

  private static int first(List<Map<String, String>> jars, String name, boolean isVersion) {
    for (int i = 0; i < jars.size(); i++) {
      if (jars.get(i).containsKey(name) && (!isVersion || isMultiRelease(jars.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isMultiRelease(Map<String, String> jar) {
    return jar.get(MANIFEST).contains("Multi-Release");
  }

  private static void compare(
      String round, Path archive, List<Path> paths, List<Map<String, String>> jars)
      throws Exception {
    try (URLClassLoader one = loader(List.of(archive));
        URLClassLoader many = loader(paths)) {
      for (String name : LOADED) {
        assertWithMessage("%s: %s", round, name)
            .that(content(one, name))
            .isEqualTo(content(many, name));
      }
      assertWithMessage(round).that(services(one)).isEqualTo(services(many));
      for (int i = 0; i < paths.size(); i++) {
        String license = "META-INF/licenses/" + i + ".jar/LICENSE";
        assertWithMessage(round).that(content(one, license)).isEqualTo(jars.get(i).get("LICENSE"));
      }
      for (String name : OTHERS) {
        assertWithMessage("%s: %s", round, name).that(content(one, name)).isNull();
      }
    }
  }

  private static URLClassLoader loader(List<Path> paths) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path path : paths) {
      urls.add(path.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), null);
  }

  private static @Nullable String content(URLClassLoader loader, String name) throws IOException {
    URL url = loader.findResource(name);
    if (url == null) {
      return null;
    }
    try (InputStream content = open(url)) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  /** Opens a resource without the cache of jars, because all rounds use the same paths. */
  private static InputStream open(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  private static List<String> services(URLClassLoader loader) throws IOException {
    List<String> services = new ArrayList<>();
    for (URL url : Collections.list(loader.getResources(SERVICE))) {
      try (InputStream content = open(url)) {
        new String(content.readAllBytes(), UTF_8)
            .lines()
            .map(line -> line.replace(" # x", ""))
            .filter(line -> !services.contains(line))
            .forEach(services::add);
      }
    }
    return services;
  }
}
