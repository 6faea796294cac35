package org.ioproc.wrapper.tool.jar;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ioproc.wrapper.NativeSources;
import org.ioproc.wrapper.tool.support.TestJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCheckTest {

  private static final String PROVIDER = "a.ZipIoProcInstaller$Provider";

  private static final TestJar CHAIN =
      TestJar.compiled(
          TestJar.ZIP_SOURCE.replace(
              "return null;", "a.b.First[] a = {new a.b.First()}; return null;"),
          "package a.b;\npublic class First { Object second = new Second[0][0].clone(); long x"
              + " = 5_000_000_000L; }",
          "package a.b;\npublic class Second { Object last() { return a.c.Last.class; } double y"
              + " = 0.1; }",
          "package a.c;\npublic class Last { java.sql.Connection sql; sun.misc.Unsafe unsafe; }",
          "package a.d;\npublic class Unused { a.c.Last last = new a.c.Last(); }");

  @TempDir Path folder;

  @Test
  void classesAreFollowedAlsoThroughArrays() throws Exception {
    check(CHAIN);
    TestJar jar = copy(CHAIN).without("a/c/Last.class");
    assertThat(assertThrows(InputException.class, () -> check(jar)))
        .hasMessageThat()
        .contains(" a.b.Second uses a.c.Last, which is in none of them.");
  }

  @Test
  void otherJarsMayContainTheClass() throws Exception {
    check(
        copy(CHAIN).without("a/c/Last.class"),
        new TestJar().with("a/c/Last.class", CHAIN.get("a/c/Last.class")));
  }

  @Test
  void otherJarsMayMissClasses() throws Exception {
    check(
        copy(CHAIN).without("a/b/First.class").without("a/b/Second.class"),
        new TestJar().with("a/b/First.class", CHAIN.get("a/b/First.class")));
  }

  @Test
  void librariesInTheSameJarMayMissClasses() throws Exception {
    TestJar jar =
        TestJar.compiled(
            TestJar.ZIP_SOURCE.replace("return null;", "new b.Library(); return null;"),
            "package b;\npublic class Library { Object optional() { return new c.Optional(); } }",
            "package c;\npublic class Optional {}");
    check(jar.without("c/Optional.class"));
    jar.without("b/Library.class");
    assertThrows(InputException.class, () -> check(jar));
  }

  @Test
  void classesThatNoProcedureUsesAreNotFollowed() throws Exception {
    TestJar jar = copy(CHAIN).without("a/b/First.class").without("a/c/Last.class");
    TestJar plain = TestJar.compiled(TestJar.ZIP_SOURCE);
    jar.with("a/ZipIoProc.class", plain.get("a/ZipIoProc.class"));
    check(jar);
  }

  @Test
  void versionsForNewerJavaMayBeNewer() throws Exception {
    byte[] newer = CHAIN.get("a/c/Last.class").clone();
    newer[7] = 65;
    check(
        copy(CHAIN)
            .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n")
            .with("META-INF/versions/21/a/c/Last.class", newer)
            .with("module-info.class", newer));
  }

  @Test
  void theRuntimesContractIsThatOfTheDll() throws Exception {
    byte[] entry = TestJar.ofRuntime().get(RuntimeContract.CLASS);
    assertThat(ClassFile.read(entry).get().constant("CONTRACT"))
        .isEqualTo(OptionalInt.of(RuntimeContract.VERSION));
    assertThat(ClassFile.read(entry).get().constant("NOTHING")).isEqualTo(OptionalInt.empty());
    Matcher stated =
        Pattern.compile("#define CONTRACT (\\d+)\n")
            .matcher(NativeSources.shared().get("ioproc_java.c"));
    assertThat(stated.find()).isTrue();
    assertThat(stated.group(1)).isEqualTo(String.valueOf(RuntimeContract.VERSION));
  }

  @Test
  void namesMayHaveAnyCharacters() {
    TestJar jar =
        TestJar.compiled(
            "package a;\nclass Über\uD835\uDD38 { Object o = Über\uD835\uDD38.class; }");
    String name = "a/Über\uD835\uDD38";
    assertThat(ClassFile.read(jar.get(name + ".class")).get().references()).contains(name);
  }

  @Test
  void damageNeverThrows() {
    Random random = new Random(7);
    byte[] entry = CHAIN.get("a/b/First.class");
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = entry.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      damaged[8 + random.nextInt(60)] = (byte) random.nextInt(256);
      read += ClassFile.read(damaged).map(file -> file.constant("x")).isPresent() ? 1 : 0;
    }
    assertWithMessage("both happen").that(read).isIn(Range.open(0, 20_000));
  }

  private static TestJar copy(TestJar jar) {
    TestJar copy = new TestJar();
    jar.entries().forEach(copy::with);
    return copy;
  }

  private void check(TestJar jar, TestJar... others) throws Exception {
    List<Jar> open = new ArrayList<>();
    try {
      open.add(Jar.open(jar.write(folder.resolve("the.jar"))));
      open.add(Jar.open(Path.of(TestJar.runtime())));
      for (TestJar other : others) {
        open.add(Jar.open(other.write(folder.resolve(open.size() + ".jar"))));
      }
      ClassCheck check = new ClassCheck(open.get(0), open.subList(1, open.size()));
      check.checkRuntime();
      check.checkEntries();
      check.checkReferences("ZipIoProc", PROVIDER);
    } finally {
      open.forEach(Jar::close);
    }
  }
}
