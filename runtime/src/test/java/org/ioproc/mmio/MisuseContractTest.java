package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.mmio.Requests.ascii;
import static org.ioproc.mmio.Requests.error;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * Each method of an open file on a closed one, with null, on another thread and with a wrong
 * length: it throws what its documentation says, and the file goes on working.
 */
@ParameterizedClass
@MethodSource("org.ioproc.mmio.ManagerContractTest#managers")
final class MisuseContractTest {

  private static final String TEXT = "RIFF\30\0\0\0WAVEdata\14\0\0\000123456789ab";
  private static final FourCc DATA = FourCc.of("data");
  private static final FourCc WAVE = FourCc.of("WAVE");
  private static final MmioChunk RIFF = new MmioChunk(FourCc.of("RIFF"), 24, WAVE, 8);

  /** What can be done with an open file. */
  interface Request {
    Object on(MmioFile file) throws IOException;
  }

  private final Mmio mmio;
  private final RecordingProcedure procedure = new RecordingProcedure(TEXT);

  MisuseContractTest(Mmio mmio) {
    this.mmio = mmio;
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
        row("position", MmioFile::position),
        row("set position", file -> file.position(3)),
        row("seek", file -> file.seek(0, Origin.END)),
        row("size", MmioFile::size),
        row("truncate", file -> file.truncate(1000)),
        row("stream in", file -> file.inputStream().read()),
        row("stream out", file -> done(() -> file.outputStream().write('R'))),
        row("flush", file -> done(file::flush)),
        row("flushAndEmpty", file -> done(file::flushAndEmpty)),
        row("setBuffer", file -> done(() -> file.setBuffer(20))),
        row("own buffer", file -> done(() -> file.setBuffer(ByteBuffer.allocateDirect(9)))),
        row("info", MmioFile::info),
        row("word", file -> file.word(2)),
        row("setInfo", file -> done(() -> file.setInfo(state()))),
        row("advance", file -> file.advance(state(), MmioFlag.READ)),
        row("advance to write", file -> file.advance(state(), MmioFlag.WRITE)),
        row("descend", MmioFile::descend),
        row("descend in", file -> file.position(12).descend(RIFF)),
        row("findRiff", file -> file.findRiff(WAVE)),
        row("findChunk", file -> file.position(12).findChunk(DATA, RIFF)),
        row("enter", file -> done(() -> file.enter(RIFF).close())),
        row("ascend", file -> done(() -> file.ascend(RIFF))),
        row("createChunk", file -> file.createChunk(DATA)),
        row("createChunk of a size", file -> file.createChunk(DATA, 4)),
        row("createRiff", file -> file.createRiff(WAVE)),
        row("createList", file -> file.createList(WAVE)),
        row("sendMessage", file -> file.sendMessage(0x8000, 1, 2)));
  }

  private interface Action {
    void run() throws IOException;
  }

  private static String done(Action action) throws IOException {
    action.run();
    return "done";
  }

  private static MmioFileInfo state() {
    return new MmioFileInfo(0x10002, new FourCc(0), 0, 0, 16, 0, 0, 16, 0, 0, List.of(0, 0, 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void aClosedFileSaysSo(String name, Request request) throws IOException {
    MmioFile file = open();
    file.close();
    procedure.taken();
    assertThrows(ClosedChannelException.class, () -> request.on(file));
    assertThat(procedure.taken()).isEmpty();
    assertThat(file.isOpen()).isFalse();
    assertThat(file.toString()).isEqualTo("MmioFile[\"x\", closed]");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void anotherThreadIsAsGood(String name, Request request) throws Exception {
    Object here;
    try (MmioFile file = open()) {
      here = comparable(request.on(file));
    }
    List<String> messages = procedure.taken();
    RecordingProcedure other = new RecordingProcedure(TEXT);
    MmioFile file = open(other);
    assertThat(onAnotherThread(() -> comparable(request.on(file)))).isEqualTo(here);
    onAnotherThread(() -> done(file::close));
    assertThat(other.taken()).isEqualTo(messages);
  }

  /** What does not depend on the file that was asked. */
  private static Object comparable(Object result) {
    if (result instanceof NewChunk chunk) {
      return chunk.chunk();
    }
    return result instanceof Number || result instanceof MmioChunk ? result : "done";
  }

  private static Object onAnotherThread(Callable<Object> task) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return thread.submit(task).get();
    } finally {
      thread.shutdown();
    }
  }

  @Test
  void threadsWaitForEachOther() throws Exception {
    byte[] content = new byte[4000];
    java.util.Arrays.fill(content, (byte) 1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (MmioFile file = open(new RecordingProcedure(content))) {
      List<Future<Integer>> sums = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sums.add(threads.submit(() -> sum(file)));
      }
      int sum = 0;
      for (Future<Integer> part : sums) {
        sum += part.get();
      }
      assertThat(sum).isEqualTo(content.length);
    } finally {
      threads.shutdown();
    }
  }

  private static int sum(MmioFile file) throws IOException {
    ByteBuffer one = ByteBuffer.allocateDirect(1);
    int sum = 0;
    while (file.read(one.clear()) > 0) {
      sum += one.get(0);
    }
    return sum;
  }

  static Stream<Arguments> nulls() {
    return Stream.of(
        row("read", file -> file.read((ByteBuffer) null)),
        row("write", file -> file.write((ByteBuffer) null)),
        row("seek", file -> file.seek(0, null)),
        row("own buffer", file -> done(() -> file.setBuffer(null))),
        row("setInfo", file -> done(() -> file.setInfo(null))),
        row("advance", file -> file.advance(null, MmioFlag.READ)),
        row("descend in", file -> file.descend(null)),
        row("findChunk", file -> file.findChunk(null, null)),
        row("enter", file -> file.enter(null)),
        row("ascend", file -> done(() -> file.ascend(null))),
        row("createChunk", file -> file.createChunk(null)),
        row("createRiff", file -> file.createRiff(null)),
        row("createList", file -> file.createList(null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nulls")
  void nullIsRefusedBeforeTheProcedure(String name, Request request) throws IOException {
    try (MmioFile file = open()) {
      procedure.taken();
      assertThrows(NullPointerException.class, () -> request.on(file));
      assertThat(procedure.taken()).isEmpty();
      assertThat(Requests.read(file, 4)).isEqualTo("RIFF");
    }
  }

  static Stream<Arguments> lengths() {
    return Stream.of(
        row("setBuffer", file -> done(() -> file.setBuffer(-1))),
        row("set position", file -> file.position(-1)),
        row("truncate", file -> file.truncate(-1)),
        row("createChunk", file -> file.createChunk(DATA, -1)),
        row("createChunk too long", file -> file.createChunk(DATA, 1L << 32)),
        row("sendMessage", file -> file.sendMessage(0x7FFF, 0, 0)),
        row("word", file -> file.word(3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lengths")
  void aWrongLengthIsRefusedBeforeTheProcedure(String name, Request request) throws IOException {
    try (MmioFile file = open()) {
      procedure.taken();
      RuntimeException refusal = assertThrows(RuntimeException.class, () -> request.on(file));
      assertThat(refusal instanceof IllegalArgumentException || name.equals("word")).isTrue();
      assertThat(procedure.taken()).isEmpty();
      assertThat(Requests.read(file, 4)).isEqualTo("RIFF");
    }
  }

  @Test
  void aPositionThatMmioCannotSayIsRefused() throws IOException {
    try (MmioFile file = open()) {
      procedure.taken();
      assertThat(error(() -> file.position(1L << 31))).isEqualTo(MmioError.CANNOT_SEEK);
      assertThat(error(() -> file.seek(-1L << 32, Origin.END))).isEqualTo(MmioError.CANNOT_SEEK);
      assertThat(procedure.taken()).isEmpty();
    }
  }

  private MmioFile open() throws IOException {
    return open(procedure);
  }

  private MmioFile open(RecordingProcedure opened) throws IOException {
    return mmio.open("x", parameters(opened).buffer(16), MmioFlag.READWRITE);
  }

  private static OpenParameters parameters(RecordingProcedure opened) {
    return OpenParameters.byProcedure(opened.address());
  }
}
