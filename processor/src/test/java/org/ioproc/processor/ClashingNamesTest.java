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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Authors' classes whose names generated code declares, or uses for something else. Sources here
 * write names out: each shares its package with classes of all these names.
 */
class ClashingNamesTest {

  private static final List<String> NAMES =
      List.of(
          // What generated classes declare.
          "Provider",
          "Provider_",
          "Glue",
          "Installer",
          "procedure",
          "install",
          "mmio",
          // What they name.
          "Generated",
          "IoProcGlue",
          "ChannelGlue",
          "IoProcProvider",
          "InstalledIoProc",
          "Mmio",
          "MmioException",
          "OpenRequest",
          "MmioMessage",
          "MmioName",
          "SeekableByteChannel",
          "ByteBuffer",
          "IoProcs",
          "ServiceLoader",
          "IOException",
          "Override",
          "SuppressWarnings",
          "Throwable",
          "Object",
          "String",
          "Long");

  @TempDir Path folder;

  /** What can have such a name. */
  private enum Role {
    PROCEDURE {
      @Override
      String source(String name) {
        return procedure(name, name, "byte[]", "");
      }
    },
    NEIGHBOUR {
      @Override
      String source(String name) {
        return procedure("X" + name, name, "byte[]", "") + "class " + name + " {}\n";
      }
    },
    FILE {
      @Override
      String source(String name) {
        return procedure("X" + name, name, name, READ.formatted(name)) + "class " + name + " {}\n";
      }
    },
    OUTER {
      @Override
      String source(String name) {
        String nested = procedure("X", name, "byte[]", "").replace("class", "static class");
        return "class " + name + " {\n" + nested + "}\n";
      }
    },
    NESTED {
      @Override
      String source(String name) {
        String nested = procedure(name, name, "byte[]", "").replace("class", "static class");
        return "class X" + name + " {\n" + nested + "}\n";
      }
    },
    EXCEPTION {
      @Override
      String source(String name) {
        String constructor = "X" + name + "() throws " + name + " {}\n";
        return procedure("X" + name, name, "byte[]", constructor)
            + "class "
            + name
            + " extends java.lang.Exception {}\n";
      }
    };

    private static final String READ =
        "@org.ioproc.OnRead int read(%s file, java.nio.ByteBuffer buffer, long at) { return 0; }\n";

    abstract String source(String name);

    /** Deprecated, so that warnings have to be suppressed. */
    private static String procedure(String name, String code, String file, String members) {
      return "@java.lang.Deprecated @org.ioproc.IoProc(\"%s\")\nclass %s {\n"
              .formatted(
                  Integer.toString(NAMES.indexOf(code) + 36, 36).toUpperCase(Locale.ROOT), name)
          + "@org.ioproc.OnOpen %s open(org.ioproc.OpenRequest request) { return null; }\n"
              .formatted(file)
          + members
          + "}\n";
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

  /** Sources beside such a class must import what they use, as generated ones do. */
  @ParameterizedTest
  @MethodSource("packages")
  void packagesOfTheSameNameDoNotMatter(String name, JavaCompiler compiler) throws IOException {
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
