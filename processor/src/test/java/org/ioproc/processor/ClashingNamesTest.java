package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.ioproc.processor.support.OnDisk;
import org.ioproc.processor.support.Sources;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Authors' classes with names that generated code declares, or uses for other classes. Sources here
 * use qualified names, because their package has classes of all these names.
 */
class ClashingNamesTest {

  private static final List<String> NAMES =
      List.of(
          // Names that generated classes declare.
          "Provider",
          "Provider_",
          "Glue",
          "Installer",
          "procedure",
          "install",
          "mmio",
          // Names of other classes that they use.
          "Generated",
          "IoProcGlue",
          "ChannelGlue",
          "ClosingGlue",
          "IoProcProvider",
          "InstalledIoProc",
          "Mmio",
          "MmioException",
          "OpenRequest",
          "MmioMessage",
          "MmioName",
          "SeekableByteChannel",
          "ByteBuffer",
          "MmioMessages",
          "ServiceLoader",
          "IOException",
          "Override",
          "SuppressWarnings",
          "Throwable",
          "Object",
          "String",
          "Long");

  @TempDir Path folder;

  /** Roles of such a class, each with a source in which NAME stands for its name. */
  enum Role {
    PROCEDURE("IOPROC class NAME { OPEN }"),
    NEIGHBOUR("IOPROC class XNAME { OPEN } class NAME {}"),
    FILE(
        "IOPROC class XNAME { @org.ioproc.OnOpen NAME open(REQUEST) { return null; } READ }"
            + " class NAME {}"),
    OUTER("class NAME { IOPROC static class X { OPEN } }"),
    NESTED("class XNAME { IOPROC static class NAME { OPEN } }"),
    EXCEPTION(
        "IOPROC class XNAME { XNAME() throws NAME {} OPEN }"
            + " class NAME extends java.lang.Exception {}");

    private final String template;

    Role(String template) {
      this.template = template;
    }

    /** The procedure is deprecated, so generated code must suppress warnings. */
    String source(String name) {
      String code = Integer.toString(NAMES.indexOf(name) + 36, 36).toUpperCase(Locale.ROOT);
      return template
          .replace("IOPROC", "@java.lang.Deprecated @org.ioproc.IoProc(\"" + code + "\")")
          .replace("OPEN", "@org.ioproc.OnOpen byte[] open(REQUEST) { return null; }")
          .replace("READ", "@org.ioproc.OnRead int read(NAME f, BUFFER b, long p) { return 0; }")
          .replace("REQUEST", "org.ioproc.OpenRequest request")
          .replace("BUFFER", "java.nio.ByteBuffer")
          .replace("NAME", name);
    }
  }

  static Stream<Arguments> rows() {
    return Stream.of(Role.values())
        .flatMap(
            role ->
                Stream.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler())
                    .flatMap(
                        compiler ->
                            Stream.of("", "package a;\n")
                                .map(header -> Arguments.of(role, header, compiler))));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void generatedCodeCompiles(Role role, String header, JavaCompiler compiler) throws IOException {
    OnDisk project = new OnDisk(folder, compiler).option("-Aioproc.native=none");
    for (String name : NAMES) {
      project.write(name + ".java", header + role.source(name));
    }
    assertThat(project.compile(NAMES.stream().map(name -> name + ".java").toArray(String[]::new)))
        .isEmpty();
  }

  /** Sources beside such a class must import the classes that they use, as generated sources do. */
  @ParameterizedTest
  @MethodSource("packages")
  void aClassMayHaveTheNameOfAPackage(String name, JavaCompiler compiler) throws IOException {
    OnDisk project = new OnDisk(folder, compiler).option("-Aioproc.native=none");
    String body = " { @OnOpen Path open(OpenRequest request) { return null; } }\n";
    project.write(
        "X.java",
        Sources.inPackage(
            "org", "@IoProc(\"1\") class X" + body + "@IoProc(\"2\") class " + name + body));
    assertThat(project.compile("X.java")).isEmpty();
  }

  static Stream<Arguments> packages() {
    return Stream.of("java", "javax", "org")
        .flatMap(
            name ->
                Stream.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler())
                    .map(compiler -> Arguments.of(name, compiler)));
  }
}
