package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioError.CANNOT_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FHOPEN;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The messages that a procedure receives and the use of its answers, rule by rule. The files have
 * no buffer, so each request is one message.
 *
 * <p>Source: Microsoft, "MMIOPROC callback function", and Wine 8.0.
 */
@ParameterizedClass
@MethodSource("org.ioproc.internal.embedded.Session#managers")
final class MessageRulesTest {

  private static final int XYZ = FourCc.of("XYZ").value();

  private final Session session;
  private final RecordingProcedure procedure = new RecordingProcedure("0123456789");

  MessageRulesTest(Session.Manager manager) {
    session = new Session(manager);
  }

  /** A message with its parameters and some fields of MMIOINFO. */
  private record Received(int message, long lParam1, long lParam2, int diskOffset, int word0) {}

  private final List<Received> received = new ArrayList<>();

  /** Returns the address of a procedure that records messages and gives all but OPEN one answer. */
  private long recorder(long answer) {
    return Transport.current()
        .stub(
            (lpmmioinfo, message, lParam1, lParam2) -> {
              MmioInfo info = MmioInfo.at(lpmmioinfo);
              received.add(
                  new Received(message, lParam1, lParam2, info.diskOffset(), info.info(0)));
              return message == MMIOM_OPEN ? 0 : answer;
            });
  }

  private long openRecorded(long answer) throws Exception {
    session.info.ioProc(recorder(answer));
    session.info.info(0, 4711);
    session.info.diskOffset(99);
    return session.open("name", session.info, 0);
  }

  @Test
  @DisplayName("at OPEN, adwInfo has the application's words, and lDiskOffset is 0")
  void open() throws Exception {
    openRecorded(0);
    assertThat(received).hasSize(1);
    assertThat(received.get(0).message()).isEqualTo(MMIOM_OPEN);
    assertThat(received.get(0).word0()).isEqualTo(4711);
    assertThat(received.get(0).diskOffset()).isEqualTo(0);
  }

  @Test
  @DisplayName("after OPEN, the application sees the words that the procedure put into adwInfo")
  void words() throws Exception {
    MmioInfo asked = session.by(procedure, 0);
    asked.info(0, 41);
    asked.info(2, 7);
    MmioInfo info = session.info(session.open("x", asked, 0));
    assertThat(List.of(info.info(0), info.info(1), info.info(2)))
        .containsExactly(41, 42, 7)
        .inOrder();
  }

  @ParameterizedTest
  @ValueSource(longs = {257, 259, 272, 1, 65536})
  @DisplayName(
      "if the answer to OPEN is an error code, mmioOpen returns NULL and sets wErrorRet to it")
  void openFails(long code) throws Exception {
    procedure.failing.put(MMIOM_OPEN, code);
    session.install(XYZ, procedure);
    MmioInfo info = MmioInfo.allocate();
    assertThat(session.tryOpen("a.xyz+b", info, 0)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo((int) code);
    assertThat(session.remove(XYZ)).isEqualTo(procedure.address());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, -1, -7})
  @DisplayName("READ and WRITE have the caller's memory and count, and the answer is the result")
  void readAndWrite(long answer) throws Exception {
    long file = openRecorded(answer);
    long address = session.address() + 3;
    assertThat(session.mmio.mmioRead(file, address, 5)).isEqualTo((int) answer);
    assertThat(session.mmio.mmioWrite(file, address, 5)).isEqualTo((int) answer);
    assertThat(received.get(1)).isEqualTo(new Received(MMIOM_READ, address, 5, 0, 4711));
    assertThat(received.get(2)).isEqualTo(new Received(MMIOM_WRITE, address, 5, 0, 4711));
  }

  @Test
  @DisplayName("only the procedure maintains lDiskOffset")
  void diskOffset() throws Exception {
    long file = openRecorded(5);
    session.mmio.mmioRead(file, session.address(), 5);
    session.mmio.mmioWrite(file, session.address(), 5);
    session.seek(file, 5, SEEK_SET);
    assertThat(session.info(file).diskOffset()).isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({
    "5, SEEK_SET, 5",
    "-2, SEEK_CUR, -1",
    "-3, SEEK_END, 7",
    "3, SEEK_END, 13",
    "0, SEEK_END, 10",
    "-1, SEEK_SET, -1"
  })
  @DisplayName("SEEK has the application's offset, of either sign, and the answer is the result")
  void seek(int offset, Session.Origin origin, int answer) throws Exception {
    long file = session.open("x", session.by(procedure, 0), 0);
    procedure.taken();
    assertThat(session.seek(file, offset, origin.number)).isEqualTo(answer);
    assertThat(procedure.taken())
        .containsExactly("SEEK " + offset + "," + origin.number + " -> " + answer);
  }

  @Test
  @DisplayName("CLOSE has mmioClose's flags; even if it fails, the handle is invalid afterwards")
  void close() throws Exception {
    procedure.failing.put(MMIOM_CLOSE, 260L);
    long file = session.open("x", session.by(procedure, 0), 0);
    assertThat(session.mmio.mmioClose(file, MMIO_FHOPEN)).isEqualTo(CANNOT_CLOSE.code());
    assertThat(procedure.taken()).contains("CLOSE flags 10 -> 260");
    assertThat(session.mmio.mmioClose(file, 0)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 257})
  @DisplayName("RENAME has the old and the new name, and the answer is 0 or an error code")
  void rename(long answer) throws Exception {
    procedure.failing.put(MMIOM_RENAME, answer);
    var from = AnsiText.encode("a.xyz+b");
    var to = AnsiText.encode("a.xyz+c");
    assertThat(session.mmio.mmioRename(from, to, session.by(procedure, 0), 0))
        .isEqualTo((int) answer);
    assertThat(procedure.taken().get(0)).startsWith("RENAME a.xyz+b a.xyz+c");
  }

  @Test
  @DisplayName(
      "messages from MMIOM_USER up belong to the application, and the answer is the result")
  void own() throws Exception {
    long file = session.open("x", session.by(procedure, 0), 0);
    assertThat(session.mmio.mmioSendMessage(file, MMIOM_USER, 40, 2)).isEqualTo(42);
    assertThat(session.mmio.mmioSendMessage(file, 0x7FFFFFFF, -40, -2)).isEqualTo(-42);
    procedure.taken();
    assertThat(session.mmio.mmioSendMessage(file, MMIOM_USER - 1, 1, 2)).isEqualTo(11);
    assertThat(procedure.taken()).isEmpty();
  }

  @Test
  @DisplayName("a count of -1, and 0 bytes at NULL, are sent as they are")
  void careless() throws Exception {
    long file = openRecorded(0);
    session.mmio.mmioRead(file, session.address(), -1);
    session.mmio.mmioRead(file, 0, 0);
    session.mmio.mmioWrite(file, 0, 0);
    assertThat(received.stream().map(Received::lParam2).toList())
        .containsExactly(0L, -1L, 0L, 0L)
        .inOrder();
    assertThat(received.get(2).lParam1()).isEqualTo(0);
  }

  @Test
  @DisplayName("mmioSetInfo can overwrite adwInfo and lDiskOffset")
  void setInfo() throws Exception {
    long file = openRecorded(0);
    MmioInfo info = session.info(file);
    info.info(0, -1);
    info.diskOffset(-5);
    assertThat(session.mmio.mmioSetInfo(file, info)).isEqualTo(0);
    session.mmio.mmioRead(file, session.address(), 1);
    assertThat(received.get(1).word0()).isEqualTo(-1);
    assertThat(received.get(1).diskOffset()).isEqualTo(-5);
  }

  @Test
  @DisplayName("a name is sent as bytes in the ANSI code page")
  void ansi() throws Exception {
    String name = "\u00fc.xyz+\u00e9";
    Charset codePage = Charset.forName(System.getProperty("native.encoding", "US-ASCII"));
    assumeTrue(codePage.newEncoder().canEncode(name), codePage.name());
    byte[] bytes = new byte[name.getBytes(codePage).length + 1];
    procedure.onOpen = address -> view(address, bytes);
    session.open(name, session.by(procedure, 0), 0);
    assertThat(new String(bytes, codePage)).isEqualTo(name + "\0");
  }

  private static void view(long address, byte[] target) {
    Transport.current().memory().view(address, target.length).get(0, target);
  }

  @Test
  @DisplayName("a procedure runs on the thread that calls mmio")
  void threads() throws Exception {
    List<Thread> threads = new ArrayList<>();
    procedure.onOpen = name -> threads.add(Thread.currentThread());
    FutureTask<Long> task = new FutureTask<>(() -> session.open("x", session.by(procedure, 0), 0));
    Thread caller = new Thread(task, "caller");
    caller.start();
    session.close(task.get());
    assertThat(threads).containsExactly(caller);
  }
}
