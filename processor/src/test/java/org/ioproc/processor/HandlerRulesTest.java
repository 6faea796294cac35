package org.ioproc.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerRulesTest {

  private static final String OPEN = "@OnOpen F open(OpenRequest request) { return new F(); }\n";
  private static final String READ =
      "@OnRead int read(F file, ByteBuffer buffer, long position) { return -1; }\n";
  private static final String WRITE = READ.replace("OnRead int read", "OnWrite int write");

  @Test
  void openIsRequired() {
    new Expected(Rule.OPEN_MISSING, "@IoProc", "X has no method with @OnOpen.").in(source(READ));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "OPEN_MISSING|@OnRead int r(F f) { return 0; }|@IoProc(\"XYZ\")|X has no method",
        "HANDLER_RETURN|@OnOpen void o(OpenRequest r) {}|@OnOpen void|o returns void, which",
        "HANDLER_RETURN|@OnOpen int o(OpenRequest r) { return 0; }|@OnOpen int|o returns int, which",
        "HANDLER_PARAMETERS|@OnOpen Path o() { return null; }|@OnOpen Path|"
            + "A method with @OnOpen is: Path o(OpenRequest request);"
            + " this one is: Path o().",
        "HANDLER_PARAMETERS|@OnOpen byte[] o(String s) { return null; }|@OnOpen byte[]|"
            + "this one is: byte[] o(String).",
        "HANDLER_STATIC|@OnOpen static Path o(OpenRequest r) { return null; }|@OnOpen|X.o is static.",
        "HANDLER_HIDDEN|@OnOpen private Path o(OpenRequest r) { return null; }|@OnOpen|"
            + "X.o is hidden from it.",
        "HANDLER_GENERIC|@OnOpen <T extends Path> T o(OpenRequest r) { return null; }|@OnOpen|"
            + "X.o has <T>.",
        "READ_OR_WRITE_MISSING|@OnOpen F o(OpenRequest r) { return null; }|@OnOpen F|"
            + "o returns a.F, and nothing reads or writes it.",
        "READ_OR_WRITE_MISSING|@OnOpen InputStream o(OpenRequest r) { return null; }|@OnOpen|"
            + "o returns java.io.InputStream",
        "FILE_TYPE_RAW|@OnOpen List o(OpenRequest r) { return null; }|@OnOpen List|"
            + "o returns java.util.List, where java.util.List gives none.",
        "FILE_TYPE_RAW|@OnOpen Set<List[]> o(OpenRequest r) { return null; }|@OnOpen Set|"
            + "where java.util.List gives none.",
        "FILE_TYPE_HIDDEN|@OnOpen H o(OpenRequest r) { return null; } private class H {}|@OnOpen H|"
            + "a.X.H is hidden there.",
        "FILE_TYPE_HIDDEN|@OnOpen Set<? extends H> o(OpenRequest r) { return null; } private class"
            + " H {}|@OnOpen Set|a.X.H is hidden there.",
      })
  void open(Rule rule, String members, String at, String observed) {
    new Expected(rule, at, observed).in(source(members));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HANDLER_TWICE|@OnRead int again(F f, ByteBuffer b, long p) { return 0; }|@OnRead int again|"
            + "@OnRead is on read and again.",
        "HANDLER_PARAMETERS|@OnWrite int w(F f, ByteBuffer b, int p) { return 0; }|@OnWrite|"
            + "A method with @OnWrite is: int w(F file, ByteBuffer buffer, long position);"
            + " this one is: int w(F, ByteBuffer, int).",
        "HANDLER_PARAMETERS|@OnSize long s() { return 0; }|@OnSize|is: long s(F file);",
        "HANDLER_RETURN|@OnWrite long w(F f, ByteBuffer b, long p) { return 0; }|@OnWrite|"
            + "this one is: long w(F, ByteBuffer, long).",
        "HANDLER_RETURN|@OnSize int s(F f) { return 0; }|@OnSize|is: long s(F file);",
        "HANDLER_RETURN|@OnClose boolean c(F f) { return true; }|@OnClose|is: void c(F file);",
        "HANDLER_RETURN|@OnRename int r(MmioName a, MmioName b) { return 0; }|@OnRename|"
            + "is: void r(MmioName from, MmioName to);",
        "HANDLER_PARAMETERS|@OnDelete void d(String s) {}|@OnDelete|is: void d(MmioName file);",
        "HANDLER_FILE_TYPE|@OnClose void c(String s) {}|@OnClose|"
            + "c takes java.lang.String, but the file is a a.F.",
        "HANDLER_NEVER_CALLED|@OnFlush void f(F f) {}|@OnFlush|There is no @OnWrite",
        "MESSAGE_NUMBER|@OnMessage(0x7FFF) long m(F f, MmioMessage m) { return 0; }|0x7FFF|"
            + "This one is 32767.",
        "MESSAGE_NUMBER|@OnMessage(-1) long m(F f, MmioMessage m) { return 0; }|-1|This one is -1.",
        "HANDLER_RETURN|@OnMessage(0x8000) int m(F f, MmioMessage m) { return 0; }|0x8000|"
            + "is: long m(F file, MmioMessage message);",
      })
  void ownFile(Rule rule, String member, String at, String observed) {
    new Expected(rule, at, observed).in(source(OPEN + READ + member));
  }

  @Test
  void oneHandlerForOneNumber() {
    String message = "@OnMessage(0x8001) long m(F f, MmioMessage m) { return 0; }\n";
    String again = message.replace("0x8001", "32769").replace(" m(", " n(");
    new Expected(Rule.HANDLER_TWICE, "32769", "@OnMessage(0x8001) is on m and n.")
        .in(source(OPEN + READ + message + again));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Path", "byte[]", "MappedByteBuffer", "FileChannel"})
  void nothingIsWrittenBesideWhatTheLibraryDoes(String type) {
    String open = "@OnOpen " + type + " open(OpenRequest request) { return null; }\n";
    for (String handler : new String[] {READ, WRITE, "@OnClose void c(F f) {}"}) {
      String at = handler.substring(0, handler.indexOf('('));
      new Expected(Rule.HANDLER_NEVER_CALLED, at, "because @OnOpen returns ")
          .in(source(open + handler));
      assertThat(InMemory.compile(List.of(), source(open + handler))).hadErrorCount(1);
    }
    new Expected(
            Rule.HANDLER_FILE_TYPE,
            "0x8000",
            "the file is a java.nio.channels.SeekableByteChannel, which the library makes.")
        .in(source(open + "@OnMessage(0x8000) long m(F f, MmioMessage m) { return 0; }"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"class", "final class", "enum", "record"})
  void handlersBelongToProcedures(String kind) {
    String header = kind.equals("record") ? "record Y()" : kind + " Y";
    String first = kind.equals("enum") ? " { A;" : " {";
    new Expected(Rule.HANDLER_WITHOUT_IOPROC, "@OnFlush", "Y is neither.")
        .in(Sources.inPackage("a", header + first + " @OnFlush void f(String s) {} }\n"));
  }

  @Test
  void inheritedHandlersAreToldOfWhereTheyAreInherited() {
    String base =
        Sources.inPackage(
            "b", "public abstract class Base { @OnSize int size(String s) { return 0; } }\n");
    String leaf = source(OPEN + READ).replace("class X", "class X extends b.Base");
    new Expected(Rule.HANDLER_HIDDEN, "@IoProc(\"XYZ\")", "Base.size is hidden from it.")
        .in(leaf, base);
    new Expected(Rule.HANDLER_RETURN, "@IoProc(\"XYZ\")", "is: long size(F file);").in(leaf, base);
  }

  @Test
  void overriddenHandlerIsToldOfWhereItOverrides() {
    String base =
        Sources.inPackage(
            "a", "interface Base { @OnSize default long size(Object s) { return 0; } }\n");
    String leaf =
        source(OPEN + READ + "@Override public long size(Object o) { return 1; }")
            .replace("class X", "class X implements Base");
    assertThat(InMemory.compile(List.of(), leaf, base)).succeededWithoutWarnings();
    new Expected(Rule.HANDLER_TWICE, "@Override", "@OnSize is on s and size.")
        .in(leaf.replace("@Override", "@OnSize long s(F f) { return 0; }\n@Override"), base);
  }

  private static String source(String members) {
    return Sources.inPackage("a", "@IoProc(\"XYZ\")\nclass X {\n" + members + "}\nclass F {}\n");
  }
}
