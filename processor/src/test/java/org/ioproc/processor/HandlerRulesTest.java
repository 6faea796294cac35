package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.provider.ValueSource;

class HandlerRulesTest {

  private static final String OPEN = "@OnOpen F open(OpenRequest request) { return new F(); }\n";
  private static final String READ =
      "@OnRead int read(F file, ByteBuffer buffer, long position) { return -1; }\n";

  @Test
  void openIsRequired() {
    new Expected(Rule.OPEN_MISSING, "@IoProc", "X has none.").in(source(READ));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OPEN_MISSING|@OnRead int r(F f) { return 0; }|@IoProc(\"XYZ\")|X has none.",
        "HANDLER_RETURN|@OnOpen void o(OpenRequest r) {}|@OnOpen void|X.o returns void, which",
        "HANDLER_RETURN|@OnOpen int o(OpenRequest r) { return 0; }|@OnOpen int|X.o returns int, which",
        "HANDLER_PARAMETERS|@OnOpen Path o() { return null; }|@OnOpen Path|"
            + "An @OnOpen method must be Path o(MmioName name) or Path o(OpenRequest request)."
            + " This method is Path o().",
        "HANDLER_PARAMETERS|@OnOpen Path o(MmioName n, OpenRequest r) { return null; }|@OnOpen|"
            + "This method is Path o(MmioName, OpenRequest).",
        "HANDLER_PARAMETERS|@OnOpen InputStream o(F f) { return null; }|@OnOpen|"
            + "InputStream o(OpenRequest request). This method is InputStream o(F).",
        "HANDLER_PARAMETERS|@OnOpen Path o(Object o) { return null; }|@OnOpen|"
            + "This method is Path o(Object).",
        "HANDLER_PARAMETERS|@OnOpen byte[] o(String s) { return null; }|@OnOpen byte[]|"
            + "This method is byte[] o(String).",
        "HANDLER_STATIC|@OnOpen static Path o(OpenRequest r) { return null; }|@OnOpen|X.o is static.",
        "HANDLER_HIDDEN|@OnOpen private Path o(OpenRequest r) { return null; }|@OnOpen|"
            + "X.o is private.",
        "HANDLER_GENERIC|@OnOpen <T extends Path> T o(OpenRequest r) { return null; }|@OnOpen|"
            + "X.o has <T>.",
        "READ_OR_WRITE_MISSING|@OnOpen F o(OpenRequest r) { return null; }|@OnOpen F|"
            + "X.o returns a.F, and no method reads or writes it.",
        "READ_OR_WRITE_MISSING|@OnOpen OutputStream o(OpenRequest r) { return null; }|@OnOpen|"
            + "X.o returns java.io.OutputStream",
        "FILE_TYPE_RAW|@OnOpen List o(OpenRequest r) { return null; }|@OnOpen List|"
            + "X.o returns java.util.List: List has no type arguments.",
        "FILE_TYPE_RAW|@OnOpen Set<List[]> o(OpenRequest r) { return null; }|@OnOpen Set|"
            + "X.o returns java.util.Set<java.util.List[]>: List has no type arguments.",
        "FILE_TYPE_RAW|@OnOpen G.In o(OpenRequest r) { return null; } static class G<T> { class In"
            + " {} }|@OnOpen G|X.o returns a.X.G.In: G has no type arguments.",
        "FILE_TYPE_HIDDEN|@OnOpen H o(OpenRequest r) { return null; } private class H {}|@OnOpen H|"
            + "X.o returns a.X.H: H is private.",
        "FILE_TYPE_HIDDEN|@OnOpen Set<? extends H> o(OpenRequest r) { return null; } private class"
            + " H {}|@OnOpen Set|: H is private.",
      })
  void wrongOpenHandlerIsReported(Rule rule, String members, String at, String observed) {
    new Expected(rule, at, observed).in(source(members));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HANDLER_TWICE|@OnRead int again(F f, ByteBuffer b, long p) { return 0; }|@OnRead int again|"
            + "@OnRead is on X.read(F, ByteBuffer, long) and on X.again(F, ByteBuffer, long).",
        "HANDLER_PARAMETERS|@OnWrite int w(F f, ByteBuffer b, int p) { return 0; }|@OnWrite|"
            + "An @OnWrite method must be int w(F file, ByteBuffer buffer, long position)."
            + " This method is int w(F, ByteBuffer, int).",
        "HANDLER_PARAMETERS|@OnSize long s() { return 0; }|@OnSize|must be long s(F file).",
        "HANDLER_RETURN|@OnWrite long w(F f, ByteBuffer b, long p) { return 0; }|@OnWrite|"
            + "This method is long w(F, ByteBuffer, long).",
        "HANDLER_RETURN|@OnSize int s(F f) { return 0; }|@OnSize|must be long s(F file).",
        "HANDLER_RETURN|@OnClose boolean c(F f) { return true; }|@OnClose|must be void c(F file).",
        "HANDLER_RETURN|@OnRename int r(MmioName a, MmioName b) { return 0; }|@OnRename|"
            + "must be void r(MmioName from, MmioName to).",
        "HANDLER_PARAMETERS|@OnDelete void d(String s) {}|@OnDelete|must be void d(MmioName file).",
        "HANDLER_FILE_TYPE|@OnClose void c(String s) {}|@OnClose|"
            + "X.c takes java.lang.String, but @OnOpen returns a.F.",
        "HANDLER_NEVER_CALLED|@OnFlush void f(F f) {}|@OnFlush|X has no @OnWrite method, so there",
        "MESSAGE_NUMBER|@OnMessage(0x7FFF) long m(F f, MmioMessage m) { return 0; }|0x7FFF|"
            + "This number is 32767 (0x7FFF).",
        "MESSAGE_NUMBER|@OnMessage(-1) long m(F f, MmioMessage m) { return 0; }|-1|This number is -1 (",
        "HANDLER_RETURN|@OnMessage(0x8000) int m(F f, MmioMessage m) { return 0; }|0x8000|"
            + "must be long m(F file, MmioMessage message).",
      })
  void wrongHandlerOfACustomFileIsReported(Rule rule, String member, String at, String observed) {
    new Expected(rule, at, observed).in(source(OPEN + READ + member));
  }

  @Test
  void numberMustHaveOneHandler() {
    String message = "@OnMessage(0x8001) long m(F f, MmioMessage m) { return 0; }\n";
    String again = message.replace("0x8001", "32769").replace(" m(", " n(");
    new Expected(
            Rule.HANDLER_TWICE,
            "32769",
            "@OnMessage(0x8001) is on X.m(F, MmioMessage) and on X.n(F, MmioMessage).")
        .in(source(OPEN + READ + message + again));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OnRead|channel|the library reads the file itself.",
        "OnRead|path|the library reads the file itself.",
        "OnRead|memory|the library reads the file itself.",
        "OnWrite|channel|the library writes the file itself.",
        "OnWrite|path|the library writes the file itself.",
        "OnWrite|memory|the file is read-only, and nothing is ever written to it.",
        "OnSize|channel|the library determines the file's size itself.",
        "OnSize|path|the library determines the file's size itself.",
        "OnSize|memory|the library determines the file's size itself.",
        "OnFlush|channel|the library flushes the file itself if its channel is a FileChannel, and"
            + " other channels have nothing to flush.",
        "OnFlush|path|the library flushes the file itself if its channel is a FileChannel, and"
            + " other channels have nothing to flush.",
        "OnFlush|memory|the file is read-only, and there is never anything to flush.",
        "OnRead|stream|the library reads the file itself.",
        "OnWrite|stream|the file is read-only, and nothing is ever written to it.",
        "OnSize|stream|the library determines the file's size itself.",
        "OnFlush|stream|the file is read-only, and there is never anything to flush.",
      })
  void handlerThatIsNeverCalledIsReported(String handler, String kind, String why) {
    List<String> types =
        Map.of(
                "channel", List.of("java.nio.channels.SeekableByteChannel", "FileChannel"),
                "path", List.of("java.nio.file.Path"),
                "memory", List.of("byte[]", "java.nio.ByteBuffer", "MappedByteBuffer"),
                "stream", List.of("java.io.InputStream", "FileInputStream"))
            .get(kind);
    for (String type : types) {
      String open = "@OnOpen " + type + " open(OpenRequest request) { return null; }\n";
      for (String method : List.of(" void h() {}", " static <T> long h(T t) { return 0; }")) {
        String source = source(open + "@" + handler + method);
        Expected expected =
            new Expected(Rule.HANDLER_NEVER_CALLED, "@" + handler, type + ", so " + why);
        assertThat(expected.in(source)).hadErrorCount(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@OnRename void h(MmioName from, MmioName to) {}",
        "@OnDelete void h(MmioName file) {}",
        "@OnMessage(0x8000) long h(SeekableByteChannel file, MmioMessage message) { return 0; }",
        "@OnMessage(0x8000) long h(Channel file, MmioMessage message) { return 0; }",
        "@OnMessage(0x8000) long h(Object file, MmioMessage message) { return 0; }"
      })
  void handlerThatTheLibraryCallsIsAccepted(String handler) {
    for (String type : List.of("FileChannel", "Path", "byte[]", "ByteBuffer", "InputStream")) {
      String open = "@OnOpen " + type + " open(OpenRequest request) { return null; }\n";
      assertThat(InMemory.compile(List.of(), source(open + handler))).succeededWithoutWarnings();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FileChannel, FileChannel",
    "FileChannel, Object",
    "Path, Path",
    "Path, Iterable<Path>",
    "byte[], byte[]",
    "MappedByteBuffer, ByteBuffer",
    "FileInputStream, InputStream",
    "Two, Two",
  })
  void closeMayTakeTheTypeThatOpenReturns(String opened, String closed) {
    String two =
        "abstract static class Two extends InputStream implements SeekableByteChannel {}\n";
    for (String parameter : List.of("OpenRequest request", "MmioName name")) {
      String open = "@OnOpen " + opened + " open(" + parameter + ") { return null; }\n";
      String source = source(two + open + "@OnClose void c(" + closed + " file) {}");
      assertThat(InMemory.compile(List.of("-Xlint:all,-processing", "-Werror"), source))
          .succeededWithoutWarnings();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HANDLER_FILE_TYPE|Path|@OnClose void c(SeekableByteChannel f) {}|@OnClose|"
            + "X.c takes java.nio.channels.SeekableByteChannel, but @OnOpen returns java.nio.file.Path.",
        "HANDLER_FILE_TYPE|SeekableByteChannel|@OnClose void c(FileChannel f) {}|@OnClose|"
            + "X.c takes java.nio.channels.FileChannel, but @OnOpen returns",
        "HANDLER_FILE_TYPE|byte[]|@OnClose void c(ByteBuffer f) {}|@OnClose|"
            + "X.c takes java.nio.ByteBuffer, but @OnOpen returns byte[].",
        "HANDLER_PARAMETERS|Path|@OnClose void c() {}|@OnClose|must be void c(Path file).",
        "HANDLER_RETURN|byte[]|@OnClose int c(byte[] f) { return 0; }|@OnClose|"
            + "must be void c(byte[] file).",
        "FILE_TYPE_HIDDEN|H|private static class H extends java.io.ByteArrayInputStream"
            + " { H() { super(null); } } @OnClose void c(InputStream h) {}|@OnOpen|"
            + "X.open returns a.X.H: H is private.",
        "FILE_TYPE_RAW|G|abstract static class G<T> extends InputStream {}"
            + " @OnClose void c(InputStream g) {}|@OnOpen|X.open returns a.X.G: G has no type",
      })
  void closeMustTakeTheTypeThatOpenReturns(
      Rule rule, String opened, String members, String at, String observed) {
    String open = "@OnOpen " + opened + " open(MmioName name) { return null; }\n";
    assertThat(new Expected(rule, at, observed).in(source(open + members))).hadErrorCount(1);
  }

  /** Generated code names the file's type only if there is an @OnClose method. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "private static class H extends java.io.ByteArrayInputStream { H() { super(null); } }",
        "abstract static class H<T> extends InputStream {}",
        "abstract static class H extends InputStream implements SeekableByteChannel {}",
        "abstract static class H extends InputStream implements Path {}",
      })
  void typeThatTheLibraryReadsNeedNotBeAccessible(String type) {
    String open = "@OnOpen H open(MmioName name) { return null; }\n";
    assertThat(InMemory.compile(List.of(), source(type + open))).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Path", "byte[]", "MappedByteBuffer", "FileChannel", "InputStream"})
  void messageHandlerGetsTheChannelOfAFileThatTheLibraryReads(String type) {
    String open = "@OnOpen " + type + " open(OpenRequest request) { return null; }\n";
    new Expected(
            Rule.HANDLER_FILE_TYPE,
            "0x8000",
            "X.m takes a.F, but the library passes a java.nio.channels.SeekableByteChannel.")
        .in(source(open + "@OnMessage(0x8000) long m(F f, MmioMessage m) { return 0; }"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "File|file.toPath() turns it into a Path",
        "RandomAccessFile|file.getChannel() is a SeekableByteChannel",
        "FileOutputStream|the Path of the file can be returned instead",
        "BufferedReader|Files.readAllBytes(path) gives the bytes as a byte[]",
        "String|Path.of(text) turns a file's name into a Path, and"
            + " text.getBytes(StandardCharsets.UTF_8) turns content into a byte[]",
        "Optional<Path>|optional.orElseThrow(FileNotFoundException::new)" + " gives its value",
        "java.util.concurrent.CompletableFuture<Path>|future.get() gives its value",
        "java.net.URI|Path.of(uri) turns it into a Path",
        "java.net.URL|url.openStream() is an InputStream",
        "AsynchronousFileChannel|FileChannel.open(path) opens a SeekableByteChannel",
        "ReadableByteChannel|Channels.newInputStream(channel) turns it into an InputStream",
        "java.util.jar.JarFile|zip.getInputStream(entry) is an InputStream of one of its"
            + " entries",
        "java.util.stream.IntStream|its bytes can be put into a byte[]",
      })
  void adviceNamesTheConversionOfAWellKnownType(String type, String advice) {
    String open = "@OnOpen " + type + " o(OpenRequest request) { return null; }\n";
    new Expected(
            Rule.READ_OR_WRITE_MISSING,
            "@OnOpen",
            ", and no method reads or writes it; " + advice + ".")
        .in(source(open));
    String read = READ.replace("F file", type + " file");
    assertThat(InMemory.compile(List.of(), source(open + read))).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@OnOpen Path o(OpenRequest r) { return null; } @OnOpen Path o(String s) { return null; }",
        "@OnOpen Path o(OpenRequest r) { return null; } @OnOpen F p(OpenRequest r) { return null; }"
            + " @OnRead int r(F f, ByteBuffer b, long p) { return 0; }",
        "@OnOpen int o(OpenRequest r) { return 0; }"
            + " @OnClose void c(F f) {} @OnSize long s(F f) { return 0; }",
        "@OnOpen <T> T o(OpenRequest r) { return null; }",
        "@OnOpen byte[] o(OpenRequest r) { return null; } @OnFlush private void f(int i) {}",
        "@OnClose void c() {} @OnOpen Path o(OpenRequest r) { return null; }",
        "@OnOpen Path o(OpenRequest r) { return null; }"
            + " @OnDelete void d(String s) {} @OnDelete void d(MmioName n) {}",
      })
  void oneMistakeIsReportedOnce(String members) {
    assertThat(InMemory.compile(List.of(), source(members))).hadErrorCount(1);
  }

  @Test
  void classWithTheNameOfAParametersTypeIsReportedWithItsPackage() {
    String other = Sources.inPackage("b", "public interface OpenRequest {}\n");
    new Expected(
            Rule.HANDLER_PARAMETERS,
            "@OnOpen",
            "byte[] o(org.ioproc.OpenRequest request). This method is byte[] o(b.OpenRequest).")
        .in(source("@OnOpen byte[] o(b.OpenRequest r) { return null; }"), other);
  }

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
  void messagesMustFitIntoAMethod() {
    String most = messages(1_000);
    assertThat(InMemory.compile(List.of(), source(OPEN + READ + most))).succeededWithoutWarnings();
    String tooMany = source(OPEN + READ + messages(1_001));
    Expected expected = new Expected(Rule.MESSAGES_TOO_MANY, "@IoProc", "X has 1,001.");
    assertThat(expected.in(tooMany)).hadErrorCount(1);
  }

  /** Returns handlers whose numbers are far apart, which needs the larger kind of switch. */
  private static String messages(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "@OnMessage("
                    + (0x8000 + 1_000_000 * i)
                    + ") long message%d(F file, MmioMessage m) { return 0; }\n".formatted(i))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(strings = {"class", "final class", "enum", "record"})
  void handlersMustBeInProcedures(String kind) {
    String header = kind.equals("record") ? "record Y()" : kind + " Y";
    String first = kind.equals("enum") ? " { A;" : " {";
    new Expected(Rule.HANDLER_WITHOUT_IOPROC, "@OnFlush", "Y is not one of these.")
        .in(Sources.inPackage("a", header + first + " @OnFlush void f(String s) {} }\n"));
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@OnClose void h(Object o) {} void h(F f) {}|h((Object) file)",
        "@OnClose void h(F f) {} void h(Object o) {}|h(file)",
        "@OnClose void h(Object o) {} void h(F f, int i) {}|h(file)",
        "@OnSize long h(Object o) { return 0; } String h(F f) { return null; }|h((Object) file)",
        "@OnClose void h(Hidden o) {} void h(int[] i) {}|h(file)",
        "@OnClose void h(Old o) {} void h(Object o) {}|h((X.Old) file)",
        "@OnSize long h(A a) { return 0; } long h(B b) { return 0; }|h((X.A) file)",
        "@OnMessage(0x8000) long h(Object o, MmioMessage m) { return 0; }"
            + " long h(F f, MmioMessage m) { return 0; }|h((Object) file, message)",
      })
  void annotatedOverloadIsCalled(String members, String call) {
    String types =
        """
        interface A {}
        interface B extends Hidden, Old {}
        private interface Hidden {}
        @Deprecated interface Old {}
        """;
    String source = source(OPEN + READ + types + members);
    Compilation compilation =
        InMemory.compile(
            List.of("-Xlint:all,-processing,-auxiliaryclass", "-Werror"),
            source.replace("class F {}", "class F implements X.A, X.B {}"));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("a.XGlue")
        .contentsAsUtf8String()
        .contains("procedure." + call);
  }

  @Test
  void annotatedOverloadIsCalledForAFileWithAChannel() {
    Compilation compilation =
        InMemory.compile(
            List.of(),
            source(
                """
                @OnOpen Path open(MmioName name) { return null; }
                @OnClose void close(Object file) {}
                void close(Path file) {}
                """));
    assertThat(compilation)
        .generatedSourceFile("a.XGlue")
        .contentsAsUtf8String()
        .contains("procedure.close((Object) file)");
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

  /** The compiler knows no position of an accessor that the record does not declare. */
  @Test
  void componentIsReportedAtItsRecord() {
    String header = "@IoProc(\"XYZ\")\n@SuppressWarnings(\"ioproc\")\n";
    new Expected(Rule.HANDLER_PARAMETERS, "@IoProc", "This method is Path open().")
        .in(Sources.inPackage("a", header + "record X(@OnOpen Path open) {}\n"));
    new Expected(Rule.HANDLER_WITHOUT_IOPROC, "record Y", "Y is not one of these.")
        .in(Sources.inPackage("a", "record Y(@OnFlush String s) {}\n"));
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

  private static String source(String members) {
    return Sources.inPackage("a", "@IoProc(\"XYZ\")\nclass X {\n" + members + "}\nclass F {}\n");
  }
}
