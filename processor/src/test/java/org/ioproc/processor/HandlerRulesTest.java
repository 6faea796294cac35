package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ioproc.processor.model.Rule;
import org.ioproc.processor.support.Expected;
import org.ioproc.processor.support.InMemory;
import org.ioproc.processor.support.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerRulesTest {

  static final String OPEN = "@OnOpen F open(OpenRequest request) { return new F(); }\n";
  static final String READ =
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

  /** The compiler knows no position of an accessor that the record does not declare. */
  @Test
  void componentIsReportedAtItsRecord() {
    String header = "@IoProc(\"XYZ\")\n@SuppressWarnings(\"ioproc\")\n";
    new Expected(Rule.HANDLER_PARAMETERS, "@IoProc", "This method is Path open().")
        .in(Sources.inPackage("a", header + "record X(@OnOpen Path open) {}\n"));
    new Expected(Rule.HANDLER_WITHOUT_IOPROC, "record Y", "Y is not one of these.")
        .in(Sources.inPackage("a", "record Y(@OnFlush String s) {}\n"));
  }

  static String source(String members) {
    return Sources.inPackage("a", "@IoProc(\"XYZ\")\nclass X {\n" + members + "}\nclass F {}\n");
  }
}
