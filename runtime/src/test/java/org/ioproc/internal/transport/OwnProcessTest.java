package org.ioproc.internal.transport;

import static com.google.common.truth.Truth.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.OpenParameters;
import org.ioproc.mmio.SeekOrigin;
import org.ioproc.support.ChildJvm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a process reaches native code, or reports the cause and the remedy. */
class OwnProcessTest {

  private static final int JAVA = Runtime.version().feature();

  @TempDir Path folder;

  /** Creates a manager twice, as programs do that try again. */
  static final class Program {

    public static void main(String[] arguments) {
      for (int i = 0; i < 2; i++) {
        try {
          System.out.println(Mmio.newEmbedded());
        } catch (LinkageError failure) {
          System.out.println(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
      }
    }
  }

  /** Calls a procedure by its address twice, as a handler in a host application does. */
  static final class HandlerProgram {

    public static void main(String[] arguments) {
      JniTransport.use(Long.BYTES);
      for (int i = 0; i < 2; i++) {
        try {
          Transport transport = Transport.current();
          long stub = transport.stub((info, message, p1, p2) -> p1 + p2);
          System.out.println(transport.call(stub, 0, 0, 40, 2));
        } catch (LinkageError failure) {
          System.out.println(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
      }
    }
  }

  /** Uses the system's manager: winmm on Windows. */
  static final class ClientProgram {

    public static void main(String[] arguments) throws IOException {
      long stub = Transport.current().stub((info, message, p1, p2) -> message == 2 ? p1 : 0);
      try (MmioFile file = Mmio.system().open("x", OpenParameters.byProcedure(stub))) {
        System.out.println(file.seek(42, SeekOrigin.START));
      }
    }
  }

  static Stream<Arguments> reportsWhyItCannotReachNativeCode() {
    Stream.Builder<Arguments> rows = Stream.builder();
    // Fails like a file system mounted "noexec", but needs no privileges.
    String file = "-Dorg.ioproc.transport=jna -Djna.tmpdir=FILE";
    rows.add(row(file, Program.class, "Start Java with -Djna.tmpdir=FOLDER; "));
    rows.add(row(file, HandlerProgram.class, "-Djna.tmpdir=FOLDER, a line of the .vmoptions file"));
    for (Class<?> program : List.of(Program.class, HandlerProgram.class)) {
      String jna = "-Dorg.ioproc.transport=jna ";
      rows.add(row(jna + "-Djna.nounpack=true", program, "JNA cannot be loaded"));
      rows.add(row(jna + "--limit-modules=java.base", program, "--add-modules java.logging"));
      rows.add(row("-Dorg.ioproc.transport=x", program, "must be jna or ffm; it is \"x\"."));
      if (JAVA < 22) {
        rows.add(row("-Dorg.ioproc.transport=ffm", program, "needs Java 22 or later and 64 bits"));
      }
    }
    rows.add(row("-Dorg.ioproc.transport=", Program.class, "an embedded manager ("));
    if (JAVA >= 24) {
      for (String transport : List.of("jna", "ffm")) {
        String denied = "--illegal-native-access=deny -Dorg.ioproc.transport=" + transport;
        String allow = "Start Java with --enable-native-access=ALL-UNNAMED";
        rows.add(row(denied, Program.class, allow + " (on the module path"));
        rows.add(row(denied, HandlerProgram.class, allow + ", a line of the .vmoptions file"));
      }
    }
    return rows.build();
  }

  @ParameterizedTest
  @MethodSource
  void reportsWhyItCannotReachNativeCode(String options, Class<?> program, String text)
      throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    String resolved = options.replace("FILE", file.toString());
    requireTwice(run(resolved, classPath(), program), text);
  }

  static Stream<Arguments> reportsThatJnaIsMissing() {
    String asked = "-Dorg.ioproc.transport=jna";
    boolean wide = "64".equals(System.getProperty("sun.arch.data.model"));
    String out = !wide ? "" : JAVA < 22 ? " Or use Java 22 or later" : " Or leave out " + asked;
    String java =
        "JNA here (it was asked for; this is Java " + JAVA + "), and JNA cannot be loaded";
    String host = "A procedure that itself uses mmio reaches native code through ";
    String lib =
        "Put JNA's jar (net.java.dev.jna:jna) on the class path that the wrapper DLL is made from, "
            + "or into the folder lib if that is beside the DLL.";
    Stream.Builder<Arguments> rows = Stream.builder();
    rows.add(row(asked, Program.class, "Java reaches native code through " + java));
    rows.add(row(asked, Program.class, "Add net.java.dev.jna:jna to the class path." + out));
    rows.add(row(asked, HandlerProgram.class, host + java));
    rows.add(row(asked, HandlerProgram.class, lib + out));
    if (JAVA < 22) {
      rows.add(
          row("-ea", HandlerProgram.class, host + "JNA here (FFM needs Java 22 and 64 bits; this"));
      rows.add(row("-ea", HandlerProgram.class, lib + out));
    }
    return rows.build();
  }

  private static Arguments row(String options, Class<?> program, String text) {
    return Arguments.of(options, program, text);
  }

  @ParameterizedTest
  @MethodSource
  void reportsThatJnaIsMissing(String options, Class<?> program, String text) throws Exception {
    requireTwice(run(options, withoutJna(), program), text);
  }

  private static String withoutJna() {
    return Arrays.stream(classPath().split(File.pathSeparator))
        .filter(entry -> !new File(entry).getName().startsWith("jna-"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  static Stream<Arguments> reachesNativeCode() {
    String allowed = "--enable-native-access=ALL-UNNAMED";
    Stream.Builder<Arguments> rows = Stream.builder();
    rows.add(Arguments.of(allowed, classPath()));
    rows.add(Arguments.of(allowed + " -Dorg.ioproc.transport=jna", classPath()));
    if (JAVA >= 22) {
      rows.add(Arguments.of(allowed, withoutJna()));
    }
    return rows.build();
  }

  @ParameterizedTest
  @MethodSource
  void reachesNativeCode(String options, String classPath) throws Exception {
    assertThat(run(options, classPath, HandlerProgram.class)).containsExactly("42", "42");
    assertThat(run(options, classPath, ClientProgram.class)).containsExactly("42");
  }

  private static void requireTwice(List<String> lines, String text) {
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains(text);
    assertThat(lines.get(1)).isEqualTo(lines.get(0));
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static List<String> run(String options, String classPath, Class<?> program)
      throws Exception {
    return ChildJvm.run(List.of(options.split(" ")), classPath, program);
  }
}
