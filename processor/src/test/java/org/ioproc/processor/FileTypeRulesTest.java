package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.ioproc.processor.HandlerRulesTest.READ;
import static org.ioproc.processor.HandlerRulesTest.source;

import java.util.List;
import java.util.Map;
import org.ioproc.processor.model.Rule;
import org.ioproc.processor.support.Expected;
import org.ioproc.processor.support.InMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The handlers that fit each type of file. */
class FileTypeRulesTest {

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
}
