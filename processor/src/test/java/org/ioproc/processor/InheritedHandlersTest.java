package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.ioproc.processor.HandlerRulesTest.OPEN;
import static org.ioproc.processor.HandlerRulesTest.READ;
import static org.ioproc.processor.HandlerRulesTest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.ioproc.processor.model.Rule;
import org.ioproc.processor.support.Expected;
import org.ioproc.processor.support.InMemory;
import org.ioproc.processor.support.OnDisk;
import org.ioproc.processor.support.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Handlers and file types of superclasses, interfaces and other packages. */
class InheritedHandlersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abstract class Base<T> { @OnOpen T open(OpenRequest r) { return null; } }|open|T",
        "interface Base<T> { @OnClose default void close(T t) {} }|close|T",
        "abstract class Base<T extends F> { @OnSize long s(T t) { return 0; } }|s|T",
        "abstract class Base<T> { @OnOpen List<T> open(OpenRequest r) { return null; } }|open|"
            + "java.util.List<T>",
        "abstract class Base<T> { class In {} @OnOpen In open(OpenRequest r) { return null; } }|open|"
            + "a.Base<T>.In",
      })
  void superclassMustHaveTypeArguments(String base, String method, String variable) {
    boolean opens = base.contains("@OnOpen");
    String leaf = source((opens ? "" : OPEN) + READ.replace("F file", "Object file"));
    String extension = base.startsWith("interface") ? "class X implements " : "class X extends ";
    String raw = leaf.replace("class X", extension + "Base");
    String observed =
        "Base."
            + method
            + " is declared for "
            + variable
            + ", but X inherits Base without type arguments.";
    Expected expected = new Expected(Rule.FILE_TYPE_RAW, "@IoProc", observed);
    assertThat(expected.in(raw, Sources.inPackage("a", base))).hadErrorCount(1);
    assertThat(
            InMemory.compile(
                List.of("-Xlint:all,-processing,-auxiliaryclass", "-Werror"),
                leaf.replace("class X", extension + "Base<F>"),
                Sources.inPackage("a", base)))
        .succeededWithoutWarnings();
  }

  @Test
  void inheritedHandlersAreReportedOnTheClassThatInheritsThem() {
    String base =
        Sources.inPackage(
            "b", "public abstract class Base { @OnSize int size(String s) { return 0; } }\n");
    String leaf = source(OPEN + READ).replace("class X", "class X extends b.Base");
    new Expected(
            Rule.HANDLER_HIDDEN,
            "@IoProc(\"XYZ\")",
            "Base.size is in the package b and not public.")
        .in(leaf, base);
    new Expected(Rule.HANDLER_RETURN, "@IoProc(\"XYZ\")", "must be long size(F file).")
        .in(leaf, base);
  }

  @Test
  void fileOfAnotherPackageMustBePublic() {
    String base = Sources.inPackage("b", "public class Base { protected static class H {} }\n");
    String leaf =
        source("@OnOpen H o(OpenRequest r) { return null; }\n" + READ.replace("F file", "H file"))
            .replace("class X", "class X extends b.Base");
    Expected expected =
        new Expected(Rule.FILE_TYPE_HIDDEN, "@OnOpen", "X.o returns b.Base.H: H is not public.");
    assertThat(expected.in(leaf, base)).hadErrorCount(1);
  }

  /** Eclipse's compiler warns about calls to methods of deprecated types. */
  @Test
  void handlerOfADeprecatedTypeMayBeCalled() {
    String base =
        Sources.inPackage(
            "a", "@Deprecated\ninterface Base { @OnDelete default void d(MmioName n) {} }\n");
    String leaf = source(OPEN + READ).replace("class X", "class X implements Base");
    assertThat(InMemory.compile(List.of(), leaf, base))
        .generatedSourceFile("a.XGlue")
        .contentsAsUtf8String()
        .contains("\"deprecation\"");
  }

  static Stream<JavaCompiler> compilers() {
    return Stream.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler());
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void methodMayImplementHandlersOfTwoInterfaces(JavaCompiler compiler, @TempDir Path folder)
      throws IOException {
    OnDisk project = new OnDisk(folder, compiler);
    String size = "<T> { @OnSize long size(T file); }\n";
    project.write("a/One.java", Sources.inPackage("a", "interface One" + size));
    project.write("a/Two.java", Sources.inPackage("a", "interface Two" + size));
    project.write(
        "a/Base.java",
        Sources.inPackage(
            "a",
            """
            class Base<T> implements One<T>, Two<T> {
              public long size(T file) { return 0; }
            }
            """));
    project.write("a/X.java", source(OPEN + READ).replace("class X", "class X extends Base<F>"));
    assertThat(project.compile("a/One.java", "a/Two.java", "a/Base.java", "a/X.java")).isEmpty();
  }

  @Test
  void overridingHandlerIsReportedOnTheOverridingMethod() {
    String base =
        Sources.inPackage(
            "a", "interface Base { @OnSize default long size(Object s) { return 0; } }\n");
    String leaf =
        source(OPEN + READ + "@Override public long size(Object o) { return 1; }")
            .replace("class X", "class X implements Base");
    assertThat(InMemory.compile(List.of(), leaf, base)).succeededWithoutWarnings();
    new Expected(Rule.HANDLER_TWICE, "@Override", "@OnSize is on X.s(F) and on X.size(Object).")
        .in(leaf.replace("@Override", "@OnSize long s(F f) { return 0; }\n@Override"), base);
  }
}
