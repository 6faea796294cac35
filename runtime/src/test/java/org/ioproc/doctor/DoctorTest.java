package org.ioproc.doctor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.ioproc.doctor.Setups.and;
import static org.ioproc.doctor.Setups.copyOfRuntime;
import static org.ioproc.doctor.Setups.doctor;
import static org.ioproc.doctor.Setups.jna;
import static org.ioproc.doctor.Setups.library;
import static org.ioproc.doctor.Setups.path;
import static org.ioproc.doctor.Setups.runtime;
import static org.ioproc.doctor.Setups.with;
import static org.ioproc.doctor.Setups.zip;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ioproc.internal.declared.Providers;
import org.ioproc.support.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the doctor in new JVMs, each set up in another wrong way. */
@Tag("not-in-wine") // Wine runs the tests without a compiler.
class DoctorTest {

  private static final String SERVICES = "META-INF/services/org.ioproc.glue.IoProcProvider";

  @TempDir Path folder;

  /**
   * Prepares files in an empty folder, and returns the JVM's options and the doctor's arguments.
   */
  interface Setup {
    List<String> arguments(Path folder) throws Exception;
  }

  /**
   * A way to set up a program.
   *
   * @param problem the line of the report that begins with an exclamation mark, or empty
   */
  record Situation(String name, Setup setup, String problem) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Situation> eachProblemHasItsLine() {
    return Stream.of(
        new Situation(
            "nothing is wrong", folder -> doctor(runtime(), jna(), zip(folder).jar("a.jar")), ""),
        new Situation(
            "a jar does not exist",
            folder -> doctor(runtime(), jna(), zip(folder).jar("a.jar"), folder.resolve("b.jar")),
            "! The class path names *b.jar, which does not exist."),
        new Situation(
            "a jar is damaged",
            folder ->
                doctor(
                    runtime(),
                    jna(),
                    zip(folder).jar("a.jar"),
                    Files.writeString(folder.resolve("b.jar"), "no jar")),
            "! Java finds no classes in *b.jar, because it cannot read the file (*). Copy or build"
                + " the jar again."),
        new Situation(
            "the runtime is there twice",
            folder -> doctor(runtime(), copyOfRuntime(folder), jna(), zip(folder).jar("a.jar")),
            "! ioproc-runtime must be on the class path once. It is there 2 times, and Java uses the"
                + " first copy above. Remove the others."),
        new Situation(
            "the processor has another version",
            folder ->
                doctor(
                    copyOfRuntime(folder),
                    jna(),
                    zip(folder).jar("a.jar"),
                    library(
                        folder, "ioproc-processor", "org/ioproc/processor/IoProcProcessor", "9")),
            "! ioproc-processor and ioproc-runtime must have the same version, because generated"
                + " code calls the runtime. They are 9 and 1.2."),
        new Situation(
            "JNA is missing",
            folder ->
                with("-Dorg.ioproc.transport=jna", doctor(runtime(), zip(folder).jar("a.jar"))),
            "! Java reaches native code through JNA here (it was asked for; this is Java *), and JNA"
                + " cannot be loaded: NoClassDefFoundError: com/sun/jna/*. Add"
                + " net.java.dev.jna:jna to the class path.*"),
        new Situation(
            "the transport is unknown",
            folder ->
                with("-Dorg.ioproc.transport=jni", doctor(runtime(), zip(folder).jar("a.jar"))),
            "! -Dorg.ioproc.transport must be jna or ffm; it is \"jni\"."),
        new Situation(
            "nothing is declared",
            folder -> doctor(runtime(), jna()),
            "! Mmio.installAll() installs nothing: no " + SERVICES + " that names a procedure*"),
        new Situation(
            "a jar has lost its service file",
            folder ->
                doctor(
                    runtime(),
                    jna(),
                    new Providers(folder).undeclared("a.Zip", "ZIP ", "").jar("a.jar")),
            "! Mmio.installAll() does not install a.Zip: *a.jar contains them, but no *"),
        new Situation(
            "a folder has lost its service file",
            folder -> {
              Path jar = zip(folder).jar("a.jar");
              Providers lost = new Providers(Files.createDirectory(folder.resolve("b")));
              lost.undeclared("b.Tar", "TAR ", "");
              return doctor(runtime(), jna(), jar, folder.resolve("b/classes"));
            },
            "! Mmio.installAll() does not install b.Tar: *classes contains them, but no *"),
        new Situation(
            "a declared class is missing",
            folder ->
                doctor(
                    runtime(),
                    jna(),
                    zip(folder).declaring("a.OldInstaller$Provider").jar("a.jar")),
            "! Mmio.installAll() cannot use a declaration: *a.OldInstaller$Provider not found*clean"
                + " build*"),
        new Situation(
            "a constructor throws",
            folder ->
                doctor(runtime(), jna(), zip(folder).with("a.Tar", "TAR ", BROKEN).jar("a.jar")),
            "! a.Tar cannot be created: java.lang.IllegalStateException: no disk. Correct the"
                + " cause*"),
        new Situation(
            "two procedures have one code",
            folder -> doctor(runtime(), jna(), zip(folder).with("a.Zap", "ZIP ", "").jar("a.jar")),
            "! A code must belong to one procedure,*; \"ZIP \" belongs to a.Zap*and to a.Zip*"),
        new Situation(
            "a file does not exist",
            folder -> and(folder + "/nowhere", doctor(runtime(), jna(), zip(folder).jar("a.jar"))),
            "! cannot open *nowhere*the name has no \"+\", so mmio looked for an ordinary file"
                + " (MMIOERR_FILENOTFOUND)"),
        new Situation(
            "a code has no procedure",
            folder -> and("a.zpi+b", doctor(runtime(), jna(), zip(folder).jar("a.jar"))),
            "! cannot open \"a.zpi+b\"*no procedure is installed*\"ZPI \"*"),
        new Situation(
            "a folder is named like a file",
            folder -> and(folder.toString(), doctor(runtime(), jna(), zip(folder).jar("a.jar"))),
            "! A program must name a file, but this is a folder. *"));
  }

  private static final String BROKEN = "if (true) throw new IllegalStateException(\"no disk\");";

  @ParameterizedTest
  @MethodSource
  void eachProblemHasItsLine(Situation situation) throws Exception {
    int status = situation.problem().isEmpty() ? 0 : 1;
    List<String> lines = ChildJvm.run(status, situation.setup().arguments(folder));
    List<String> problems = lines.stream().filter(line -> line.startsWith("!")).toList();
    assertThat(problems).hasSize(status);
    assertThat(String.join("", problems)).matches(pattern(situation.problem()));
  }

  /** Lets an asterisk stand for any text. */
  private static String pattern(String text) {
    return Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
  }

  @Test
  void whatWorksIsNamed() throws Exception {
    Path file = Files.write(folder.resolve("empty.wav"), new byte[0]);
    List<String> lines =
        ChildJvm.run(
            0,
            and(file.toString(), doctor(copyOfRuntime(folder), jna(), zip(folder).jar("a.jar"))));
    String report = String.join("\n", lines);
    assertThat(report).contains("version         " + Runtime.version());
    assertThat(report).containsMatch("ioproc-runtime  1\\.2, .*runtime\\.jar\n");
    assertThat(report).containsMatch("jna             5\\S+ .*, .*\\.jar\n");
    assertThat(report).containsMatch("declared        a\\.Zip \\(file:.*/a\\.jar\\)\n");
    assertThat(report).contains("installed       \"ZIP \" a.Zip, 0 files open\n");
    assertThat(report).contains("read whole      0 bytes");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("Nothing wrong was found.");
  }

  @Test
  void personalNamesAreReplaced() throws Exception {
    Path home = Files.createDirectory(folder.resolve("Łucja Kowalska"));
    List<String> lines =
        ChildJvm.run(
            1,
            with(
                "-Duser.home=" + home,
                with(
                    "-Duser.name=lucja",
                    and("/srv/lucja/b", doctor(runtime(), jna(), zip(home).jar("a.jar"))))));
    String report = String.join("\n", lines);
    assertThat(report).containsMatch("a\\.Zip \\(file:(~|%USERPROFILE%)/a\\.jar\\)");
    assertThat(report).doesNotContainMatch("Kowalska|lucja");
  }

  @Test
  void runsAsAModule() throws Exception {
    List<String> lines =
        ChildJvm.run(
            1,
            List.of(
                "--module-path",
                path(copyOfRuntime(folder), jna()),
                "--module",
                "org.ioproc/" + Doctor.class.getName()));
    assertWithMessage("%s", lines)
        .that(lines.stream().filter(line -> line.startsWith("!")).toList().toString())
        .containsMatch(
            "^\\[! Mmio\\.installAll\\(\\) installs nothing: .*, and no module provides one");
    assertThat(String.join("\n", lines)).containsMatch("ioproc-runtime  1\\.2, .*runtime\\.jar\n");
  }
}
