package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.mmio.Requests.ascii;
import static org.ioproc.mmio.Requests.error;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls every method of a file after closing it, with null and with wrong arguments. Each throws
 * the documented exception, and the file still works. On another thread, each works as on the
 * first.
 */
@ParameterizedClass
@MethodSource("org.ioproc.mmio.ManagerContractTest#managers")
final class MisuseContractTest {

  private static final String TEXT = "RIFF\30\0\0\0WAVEdata\14\0\0\000123456789ab";
  private static final FourCc DATA = FourCc.of("data");
  private static final FourCc WAVE = FourCc.of("WAVE");

  /** A call on an open file and a chunk that was found in it. */
  interface Request {
    Object on(MmioFile file, MmioChunk riff) throws IOException;
  }

  interface FileRequest {
    Object on(MmioFile file) throws IOException;
  }

  private final Mmio mmio;
  private final RecordingProcedure procedure = new RecordingProcedure(TEXT);

  MisuseContractTest(Mmio mmio) {
    this.mmio = mmio;
  }

  private static Arguments row(String name, FileRequest request) {
    return row(name, (file, riff) -> request.on(file));
  }

  private static Arguments row(String name, Request request) {
    return Arguments.of(name, request);
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        row("read", file -> file.read(ByteBuffer.allocate(3))),
        row("read direct", file -> file.read(ByteBuffer.allocateDirect(3))),
        row("read nothing", file -> file.read(ByteBuffer.allocate(0))),
        row("write", file -> file.write(ascii("R"))),
        row("position", file -> file.position()),
        row("set position", file -> file.position(3)),
        row("seek", file -> file.seek(0, SeekOrigin.END)),
        row("size", file -> file.size()),
        row("truncate", file -> file.truncate(1000)),
        row("stream in", file -> file.inputStream().read()),
        row("stream out", file -> done(() -> file.outputStream().write('R'))),
        row("flush", file -> done(file.buffer()::flush)),
        row("flushAndEmpty", file -> done(file.buffer()::flushAndEmpty)),
        row("setBuffer", file -> done(() -> file.buffer().setBuffer(20))),
        row(
            "own buffer",
            file -> done(() -> file.buffer().setBuffer(ByteBuffer.allocateDirect(9)))),
        row("info", file -> file.buffer().state()),
        row("word", file -> file.word(2)),
        row("setInfo", file -> done(() -> file.buffer().setState(state()))),
        row("advance", file -> file.buffer().advance(state(), READ)),
        row("advance to write", file -> file.buffer().advance(state(), WRITE)),
        row("descend", file -> file.chunks().descend()),
        row("descend in", (file, riff) -> file.position(12).chunks().descend(riff)),
        row("findRiff", file -> file.chunks().findRiff(WAVE)),
        row("findChunk", (file, riff) -> file.position(12).chunks().findChunk(DATA, riff)),
        row("close a chunk", (file, riff) -> done(riff::close)),
        row("close a changed chunk", (file, riff) -> done(() -> closeChanged(file, riff))),
        row("createChunk", file -> file.chunks().createChunk(DATA)),
        row("createChunk of a size", file -> file.chunks().createChunk(DATA, 4)),
        row("createRiff", file -> file.chunks().createRiff(WAVE)),
        row("createList", file -> file.chunks().createList(WAVE)),
        row("sendMessage", file -> file.sendMessage(0x8000, 1, 2)));
  }

  private interface Action {
    void run() throws IOException;
  }

  private static String done(Action action) throws IOException {
    action.run();
    return "done";
  }

  private static void closeChanged(MmioFile file, MmioChunk chunk) throws IOException {
    file.position(chunk.end());
    chunk.sizeChanged();
    chunk.close();
  }

  private static BufferState state() {
    return new BufferState(0x10002, new FourCc(0), 0, 0, 16, 0, 0, 16, 0, 0, List.of(0, 0, 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void everyMethodFailsOnAClosedFile(String name, Request request) throws IOException {
    MmioFile file = open();
    MmioChunk riff = riff(file);
    file.close();
    procedure.taken();
    assertThrows(ClosedChannelException.class, () -> request.on(file, riff));
    assertThat(procedure.taken()).isEmpty();
    assertThat(file.isOpen()).isFalse();
    assertThat(file.toString()).isEqualTo("MmioFile[\"x\", closed]");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void everyMethodWorksOnAnotherThread(String name, Request request) throws Exception {
    Object here;
    try (MmioFile file = open()) {
      here = comparable(request.on(file, riff(file)));
    }
    List<String> messages = procedure.taken();
    RecordingProcedure other = new RecordingProcedure(TEXT);
    MmioFile file = open(other);
    MmioChunk riff = riff(file);
    assertThat(onAnotherThread(() -> comparable(request.on(file, riff)))).isEqualTo(here);
    onAnotherThread(() -> done(file::close));
    assertThat(other.taken()).isEqualTo(messages);
  }

  /** Returns the part of a result that does not depend on the file. */
  private static Object comparable(Object result) {
    return result instanceof Number || result instanceof MmioChunk ? result.toString() : "done";
  }

  private static Object onAnotherThread(Callable<Object> task) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return thread.submit(task).get();
    } finally {
      thread.shutdown();
    }
  }

  static Stream<Arguments> nulls() {
    return Stream.of(
        row("read", file -> file.read((ByteBuffer) null)),
        row("write", file -> file.write((ByteBuffer) null)),
        row("seek", file -> file.seek(0, null)),
        row("own buffer", file -> done(() -> file.buffer().setBuffer(null))),
        row("setInfo", file -> done(() -> file.buffer().setState(null))),
        row("advance", file -> file.buffer().advance(null, READ)),
        row("descend in", file -> file.chunks().descend(null)),
        row("findChunk", file -> file.chunks().findChunk(null, null)),
        row("createChunk", file -> file.chunks().createChunk(null)),
        row("createRiff", file -> file.chunks().createRiff(null)),
        row("createList", file -> file.chunks().createList(null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nulls")
  void nullIsRefusedBeforeAnyMessage(String name, Request request) throws IOException {
    try (MmioFile file = open()) {
      MmioChunk riff = riff(file);
      procedure.taken();
      assertThrows(NullPointerException.class, () -> request.on(file, riff));
      assertThat(procedure.taken()).isEmpty();
      assertThat(Requests.read(file, 4)).isEqualTo("RIFF");
    }
  }

  /** Returns a chunk of another file. */
  private static MmioChunk foreign() throws IOException {
    RecordingProcedure other = new RecordingProcedure(TEXT);
    try (MmioFile file = Mmio.newEmbedded().open("y", parameters(other))) {
      return riff(file);
    }
  }

  static Stream<Arguments> wrongArguments() {
    return Stream.of(
        row("setBuffer", file -> done(() -> file.buffer().setBuffer(-1))),
        row("set position", file -> file.position(-1)),
        row("truncate", file -> file.truncate(-1)),
        row("createChunk", file -> file.chunks().createChunk(DATA, -1)),
        row("createChunk too long", file -> file.chunks().createChunk(DATA, 1L << 32)),
        row("sendMessage", file -> file.sendMessage(0x7FFF, 0, 0)),
        row("word", file -> file.word(3)),
        row("descend in", file -> file.chunks().descend(foreign())),
        row("findChunk", file -> file.chunks().findChunk(DATA, foreign())),
        row("findList", file -> file.chunks().findList(WAVE, foreign())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongArguments")
  void aWrongArgumentIsRefusedBeforeAnyMessage(String name, Request request) throws IOException {
    try (MmioFile file = open()) {
      MmioChunk riff = riff(file);
      procedure.taken();
      RuntimeException refusal = assertThrows(RuntimeException.class, () -> request.on(file, riff));
      assertThat(refusal instanceof IllegalArgumentException || name.equals("word")).isTrue();
      assertThat(procedure.taken()).isEmpty();
      assertThat(Requests.read(file, 4)).isEqualTo("RIFF");
    }
  }

  @Test
  void aPositionOfMoreThan31BitsIsRefused() throws IOException {
    try (MmioFile file = open()) {
      procedure.taken();
      assertThat(error(() -> file.position(1L << 31))).isEqualTo(MmioError.CANNOT_SEEK);
      assertThat(error(() -> file.seek(-1L << 32, SeekOrigin.END)))
          .isEqualTo(MmioError.CANNOT_SEEK);
      assertThat(procedure.taken()).isEmpty();
    }
  }

  /** Finds the RIFF chunk, and returns to the start of the file. */
  private static MmioChunk riff(MmioFile file) throws IOException {
    MmioChunk riff = file.chunks().findRiff(WAVE);
    file.position(0);
    return riff;
  }

  private MmioFile open() throws IOException {
    return open(procedure);
  }

  private MmioFile open(RecordingProcedure opened) throws IOException {
    return mmio.open("x", parameters(opened).buffer(16), READ, WRITE);
  }

  private static OpenParameters parameters(RecordingProcedure opened) {
    return OpenParameters.byProcedure(opened.address());
  }
}
