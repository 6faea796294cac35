package org.ioproc.wrapper.tool.jar;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ioproc.wrapper.tool.support.TestJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarMergerTest {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String MULTI_RELEASE =
      "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n";

  @TempDir Path folder;

  @Test
  void theManifestIsFirstAndFilesFollowInTheJarsOrder() throws Exception {
    Map<String, String> merged =
        merge(
            new TestJar().with("b/B.class", "B").with("a/A.class", "A"),
            new TestJar().with("META-INF/services/x", "b.B").with("c.txt", "c"));
    assertThat(merged.keySet())
        .containsExactly(MANIFEST, "META-INF/services/x", "b/B.class", "a/A.class", "c.txt")
        .inOrder();
    assertThat(merged.get(MANIFEST)).isEqualTo("Manifest-Version: 1.0\r\n\r\n");
  }

  @Test
  void servicesAreConcatenatedWithoutDoubles() throws Exception {
    Map<String, String> merged =
        merge(
            new TestJar().with("META-INF/services/x", "# Licence\nb.B # here\n\na.A"),
            new TestJar().with("META-INF/services/x", "c.C\r\na.A\r\n"));
    assertThat(merged.get("META-INF/services/x")).isEqualTo("b.B\na.A\nc.C\n");
  }

  @Test
  void licencesAreKeptForEachJar() throws Exception {
    Map<String, String> merged =
        merge(
            new TestJar().with("META-INF/LICENSE.txt", "1").with("LICENSE.txt", "2"),
            new TestJar()
                .with("META-INF/license/LICENSE.base64.txt", "3")
                .with("META-INF/AL2.0", "4")
                .with("META-INF/NOTICE", "5")
                .with("LICENSE-2.0.txt", "6"));
    assertThat(merged.keySet())
        .containsExactly(
            MANIFEST,
            "META-INF/licenses/0.jar/META-INF/LICENSE.txt",
            "META-INF/licenses/0.jar/LICENSE.txt",
            "META-INF/licenses/1.jar/META-INF/license/LICENSE.base64.txt",
            "META-INF/licenses/1.jar/META-INF/AL2.0",
            "META-INF/licenses/1.jar/META-INF/NOTICE",
            "META-INF/licenses/1.jar/LICENSE-2.0.txt");
  }

  @Test
  void jarsWithOneFileNameKeepTheirLicences() throws Exception {
    Path one = new TestJar().with("LICENSE", "1").write(folder.resolve("one/x.jar"));
    Path two = new TestJar().with("LICENSE", "2").write(folder.resolve("two/x.jar"));
    assertThat(merge(List.of(one, two)))
        .containsAtLeast(
            "META-INF/licenses/x.jar/LICENSE", "1", "META-INF/licenses/x.jar-2/LICENSE", "2");
  }

  @Test
  void filesThatOnlyBeginLikeALicenceStay() throws Exception {
    List<String> names =
        List.of("About.class", "about.png", "license/Key.class", "a/LICENSE", "readme.properties");
    TestJar jar = new TestJar();
    names.forEach(name -> jar.with(name, ""));
    assertThat(merge(jar).keySet()).containsAtLeastElementsIn(names);
  }

  @Test
  void whatOnlyBuildsAndSignaturesNeedIsLeftOut() throws Exception {
    Map<String, String> merged =
        merge(
            new TestJar()
                .with(MANIFEST, "Manifest-Version: 1.0\r\nClass-Path: b.jar\r\n\r\n")
                .with("META-INF/INDEX.LIST", "")
                .with("META-INF/KEY.SF", "")
                .with("META-INF/key.rsa", "")
                .with("META-INF/KEY.DSA", "")
                .with("META-INF/KEY.EC", "")
                .with("META-INF/SIG-KEY", "")
                .with("META-INF/maven/g/a/pom.xml", "")
                .with("META-INF/ioproc/zipioproc/procedures", "")
                .with("META-INF/versions/9/a/A.class", "")
                .with("module-info.class", "")
                .with("META-INF/a.kotlin_module", "k")
                .with("a/x.SF", ""));
    assertThat(merged.keySet()).containsExactly(MANIFEST, "META-INF/a.kotlin_module", "a/x.SF");
    assertThat(merged.get(MANIFEST)).doesNotContain("Class-Path");
  }

  @Test
  void versionsOfMultiReleaseJarsStay() throws Exception {
    Map<String, String> merged =
        merge(
            new TestJar()
                .with(MANIFEST, MULTI_RELEASE)
                .with("META-INF/versions/9/a/A.class", "9")
                .with("META-INF/versions/9/module-info.class", "")
                .with("META-INF/versions/9/META-INF/x", "")
                .with("META-INF/versions/9/OSGI-INF/MANIFEST.MF", "")
                .with("a/A.class", "8"));
    assertThat(merged.keySet())
        .containsExactly(MANIFEST, "META-INF/versions/9/a/A.class", "a/A.class");
    assertThat(merged.get(MANIFEST)).isEqualTo(MULTI_RELEASE);
  }

  @Test
  void aMultiReleaseJarWithoutVersionsNeedsNone() throws Exception {
    TestJar jar =
        new TestJar()
            .with(MANIFEST, MULTI_RELEASE)
            .with("META-INF/versions/9/module-info.class", "");
    assertThat(merge(jar)).containsExactly(MANIFEST, "Manifest-Version: 1.0\r\n\r\n");
  }

  @Test
  void foldersStayIfTheyContainSomething() throws Exception {
    TestJar jar =
        new TestJar()
            .with("META-INF/", "")
            .with("META-INF/maven/", "")
            .with("META-INF/maven/x", "")
            .with("a/", "")
            .with("a/A.class", "");
    assertThat(merge(jar).keySet()).containsExactly(MANIFEST, "a/", "a/A.class").inOrder();
  }

  @Test
  void equalFilesAreKeptOnce() throws Exception {
    TestJar one = new TestJar().with("a/A.class", "A");
    assertThat(merge(one, one).keySet()).containsExactly(MANIFEST, "a/A.class");
  }

  @Test
  void aVersionMustNotReplaceAnotherJarsClass() {
    InputException failure =
        assertThrows(
            InputException.class,
            () ->
                merge(
                    new TestJar().with("a/A.class", "A"),
                    new TestJar()
                        .with(MANIFEST, MULTI_RELEASE)
                        .with("META-INF/versions/11/a/A.class", "11")));
    assertThat(failure).hasMessageThat().contains("contain different a/A.class.");
  }

  @Test
  void theCommentFillsTheLastBlock() throws Exception {
    for (int size = 0; size < 520; size += 13) {
      Path jar = new TestJar().with("x", "y".repeat(size)).write(folder.resolve("x.jar"));
      try (Jar open = Jar.open(jar)) {
        assertThat(JarMerger.merge(List.of(open)).length % 512).isEqualTo(0);
      }
    }
  }

  private Map<String, String> merge(TestJar... jars) throws Exception {
    List<Path> paths = new ArrayList<>();
    for (TestJar jar : jars) {
      paths.add(jar.write(folder.resolve(paths.size() + ".jar")));
    }
    return merge(paths);
  }

  private Map<String, String> merge(List<Path> paths) throws Exception {
    List<Jar> jars = new ArrayList<>();
    try {
      for (Path path : paths) {
        jars.add(Jar.open(path));
      }
      return read(JarMerger.merge(jars));
    } finally {
      jars.forEach(Jar::close);
    }
  }

  /** Reads an archive with Java's own reader, in the order of its bytes. */
  static Map<String, String> read(byte[] archive) throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return files;
  }
}
