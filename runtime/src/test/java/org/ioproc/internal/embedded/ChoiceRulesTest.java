package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_GETTEMP;
import static org.ioproc.MmioMessages.MMIO_PARSE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_INSTALLPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_REMOVEPROC;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which procedure opens a file, rule by rule.
 *
 * <p>Source: Microsoft, "mmioOpen function" and "mmioInstallIOProc function", and Wine 8.0.
 */
@ParameterizedClass
@MethodSource("org.ioproc.internal.embedded.Session#managers")
final class ChoiceRulesTest {

  private static final int XYZ = FourCc.of("XYZ").value();
  private static final int NONE = FourCc.of("NONE").value();
  private static final int DOS = FourCc.DOS.value();
  private static final int MEM = FourCc.MEM.value();
  private static final int GLOBALPROC = 0x10000000;

  @TempDir Path folder;

  private final Session session;
  private final RecordingProcedure older = new RecordingProcedure("older");
  private final RecordingProcedure procedure = new RecordingProcedure("procedure");

  ChoiceRulesTest(Session.Manager manager) {
    session = new Session(manager);
  }

  @BeforeEach
  void install() {
    session.install(XYZ, older);
    session.install(XYZ, procedure);
  }

  @AfterEach
  void removeAll() {
    while (session.remove(XYZ) != 0) {
      // Until none is left.
    }
    assertThat(session.find(XYZ)).isEqualTo(0);
  }

  @Test
  @DisplayName("pIOProc set: that procedure, for this file only; MMIOINFO then has no code")
  void pIoProc() throws Exception {
    RecordingProcedure given = new RecordingProcedure("given");
    MmioInfo both = session.by(given, 0);
    both.fccIoProc(XYZ);
    session.close(session.open("a.xyz+b", both, 0));
    assertThat(given.taken()).containsExactly("OPEN a.xyz+b", "CLOSE").inOrder();
    both.fccIoProc(0);
    session.close(session.open("a", both, 0));
    assertThat(given.opened).endsWith("code 0 buffer 0 pIOProc 0");
    session.close(session.open("a.xyz+b", null, 0));
    assertThat(given.taken()).hasSize(2);
    assertThat(procedure.taken()).hasSize(2);
  }

  @Test
  @DisplayName("both set: the code is not the procedure's, and nothing is found under it")
  void pIoProcAndFccIoProc() throws Exception {
    RecordingProcedure given = new RecordingProcedure("given");
    MmioInfo both = session.by(given, 0);
    both.fccIoProc(NONE);
    long file = session.open("a", both, 0);
    int code = session.isWinmm() ? NONE : 0; // Wine 8.0 takes it for the procedure's.
    assertThat(given.opened).contains(" code " + Integer.toHexString(code) + " ");
    assertThat(session.info(file).fccIoProc()).isEqualTo(code);
    assertThat(session.find(NONE)).isEqualTo(session.isWinmm() ? given.address() : 0);
    session.close(file);
    assertThat(session.find(NONE)).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.abc+b", "plain", ""})
  @DisplayName("else fccIOProc set: the installed procedure of that code, whatever the name")
  void fccIoProc(String name) throws Exception {
    session.close(session.open(name, session.byCode(XYZ), 0));
    assertThat(procedure.taken()).containsExactly("OPEN " + name, "CLOSE").inOrder();
  }

  @Test
  @DisplayName("else fccIOProc set and nothing installed under it: an error")
  void unknownFccIoProc() throws Exception {
    MmioInfo info = session.byCode(NONE);
    info.errorRet(7);
    assertThat(session.tryOpen("a.xyz+b", info, 0)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(session.isWinmm() ? 7 : 259);
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder\\file.xyz+element", "f.xYz+e", "file+name.xyz+one.two"})
  @DisplayName("else the extension before the +, in capitals and padded with spaces, is the code")
  void byName(String name) throws Exception {
    session.close(session.open(name, null, 0));
    assertThat(procedure.taken()).containsExactly("OPEN " + name, "CLOSE").inOrder();
    assertThat(older.taken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.xyz", "a.none+b"})
  @DisplayName("no +, or nothing under that code: an ordinary file gets the whole name")
  void ordinary(String name) throws Exception {
    Path file = Files.writeString(folder.resolve(name), "ordinary");
    long handle = session.open(file.toString(), null, 0);
    assertThat(session.read(handle, 20)).isEqualTo("ordinary");
    session.close(handle);
    assertThat(procedure.taken()).isEmpty();
  }

  @Test
  @DisplayName("a missing ordinary file: MMIOERR_FILENOTFOUND in wErrorRet; success puts 0 there")
  void missing() throws Exception {
    MmioInfo info = MmioInfo.allocate();
    assertThat(session.tryOpen(folder.resolve("none").toString(), info, 0)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(257);
    session.close(session.open("a.xyz+b", info, 0));
    assertThat(info.errorRet()).isEqualTo(0);
  }

  @Test
  @DisplayName("the name NULL and fccIOProc MEM: a memory file over pchBuffer and cchBuffer")
  void memory() throws Exception {
    session.put("0123456789");
    MmioInfo info = session.byCode(MEM);
    info.buffer(session.address() + 2);
    info.bufferLength(5);
    long file = session.open(null, info, 0);
    byte[] read = new byte[5];
    var target = java.nio.ByteBuffer.allocateDirect(8);
    long address = org.ioproc.internal.transport.Transport.current().memory().address(target);
    assertThat(session.mmio.mmioRead(file, address, 8)).isEqualTo(5);
    target.get(0, read);
    assertThat(new String(read, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("23456");
    session.close(file);
  }

  @Test
  @DisplayName("with fccIOProc or pIOProc set the name that arrives may be NULL")
  void noName() throws Exception {
    session.close(session.open(null, session.byCode(XYZ), 0));
    session.close(session.open(null, session.by(procedure, 0), 0));
    assertThat(procedure.taken())
        .containsExactly("OPEN NULL", "CLOSE", "OPEN NULL", "CLOSE")
        .inOrder();
  }

  @Test
  @DisplayName("the last installed under a code is found first and removed first")
  void lastFirst() {
    assertThat(session.find(XYZ)).isEqualTo(procedure.address());
    assertThat(session.remove(XYZ)).isEqualTo(procedure.address());
    assertThat(session.find(XYZ)).isEqualTo(older.address());
  }

  @Test
  @DisplayName("installing twice needs removing twice")
  void twice() {
    session.install(XYZ, procedure);
    assertThat(session.remove(XYZ)).isEqualTo(procedure.address());
    assertThat(session.remove(XYZ)).isEqualTo(procedure.address());
    assertThat(session.remove(XYZ)).isEqualTo(older.address());
    assertThat(session.remove(XYZ)).isEqualTo(0);
  }

  @Test
  @DisplayName("each call returns the procedure's address, NULL on failure")
  void addresses() {
    RecordingProcedure newest = new RecordingProcedure("");
    assertThat(session.install(XYZ, newest)).isEqualTo(newest.address());
    assertThat(session.remove(XYZ)).isEqualTo(newest.address());
    assertThat(session.find(NONE)).isEqualTo(0);
    assertThat(session.remove(NONE)).isEqualTo(0);
    assertThat(session.mmio.mmioInstallIOProc(XYZ, 0, MMIO_INSTALLPROC)).isEqualTo(0);
    // Winmm has installed NULL (Wine 8.0).
    assertThat(session.find(XYZ)).isEqualTo(session.isWinmm() ? 0 : procedure.address());
    session.remove(XYZ);
  }

  @Test
  @DisplayName("MMIO_GLOBALPROC changes nothing in this process")
  void global() {
    long address = procedure.address();
    int flags = MMIO_INSTALLPROC | GLOBALPROC;
    assertThat(session.mmio.mmioInstallIOProc(XYZ, address, flags)).isEqualTo(address);
    assertThat(session.find(XYZ)).isEqualTo(address);
    assertThat(session.remove(XYZ)).isEqualTo(address);
  }

  @Test
  @DisplayName("REMOVEPROC ignores the procedure it is given and takes the newest of the code")
  void removeIgnoresThePointer() {
    long removed = session.mmio.mmioInstallIOProc(XYZ, older.address(), MMIO_REMOVEPROC);
    assertThat(removed).isEqualTo(procedure.address());
    assertThat(session.find(XYZ)).isEqualTo(older.address());
  }

  @Test
  @DisplayName("REMOVEPROC under code 0 takes the newest of the procedure, whatever its code")
  void removeUnderNoCode() {
    long before = session.find(0); // Winmm is one for all tests.
    session.install(0, older);
    session.install(0, procedure);
    assertThat(session.remove(0)).isEqualTo(0);
    assertThat(removeUnderNoCode(procedure)).isEqualTo(procedure.address());
    assertThat(session.find(0)).isEqualTo(older.address());
    assertThat(removeUnderNoCode(procedure)).isEqualTo(procedure.address());
    assertThat(session.find(XYZ)).isEqualTo(older.address());
    assertThat(removeUnderNoCode(procedure)).isEqualTo(0);
    assertThat(removeUnderNoCode(older)).isEqualTo(older.address());
    assertThat(session.find(0)).isEqualTo(before);
    long dos = session.find(DOS);
    assertThat(session.mmio.mmioInstallIOProc(0, dos, MMIO_REMOVEPROC)).isEqualTo(0);
    assertThat(session.find(DOS)).isEqualTo(dos);
  }

  private long removeUnderNoCode(RecordingProcedure removed) {
    return session.mmio.mmioInstallIOProc(0, removed.address(), MMIO_REMOVEPROC);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x30000, 0x50000, 0x60000, 0x70000, GLOBALPROC})
  @DisplayName("more than one of INSTALLPROC, REMOVEPROC and FINDPROC, or none: nothing, NULL")
  void unclear(int flags) {
    RecordingProcedure newest = new RecordingProcedure("");
    for (int code : new int[] {XYZ, NONE}) {
      assertThat(session.mmio.mmioInstallIOProc(code, newest.address(), flags)).isEqualTo(0);
    }
    assertThat(session.find(XYZ)).isEqualTo(procedure.address());
    assertThat(session.find(NONE)).isEqualTo(0);
  }

  @Test
  @DisplayName("REMOVEPROC: NULL while a file is open on the newest or is being closed")
  void busy() throws Exception {
    long file = session.open("a.xyz+b", null, 0);
    assertThat(session.remove(XYZ)).isEqualTo(0);
    assertThat(session.find(XYZ)).isEqualTo(procedure.address());
    long[] removed = {-1};
    procedure.onClose = () -> removed[0] = session.remove(XYZ);
    session.close(file);
    assertThat(removed[0]).isEqualTo(0);
    assertThat(session.remove(XYZ)).isEqualTo(procedure.address());
  }

  @Test
  @DisplayName("DOS and MEM can be covered: for opening by code, and as x.dos+y")
  void covered() throws Exception {
    for (int code : new int[] {DOS, MEM}) {
      session.install(code, procedure);
      session.close(session.open("name", session.byCode(code), 0));
      session.close(session.open(code == DOS ? "x.dos+y" : "x.mem+y", null, 0));
      assertThat(session.tryOpen(folder.resolve("none").toString(), null, 0)).isEqualTo(0);
      assertThat(session.remove(code)).isEqualTo(procedure.address());
      // Wine 8.0 also asks whatever covers DOS for the file's size.
      assertThat(procedure.taken().stream().filter(message -> message.startsWith("OPEN")).toList())
          .containsExactly("OPEN name", code == DOS ? "OPEN x.dos+y" : "OPEN x.mem+y")
          .inOrder();
      assertThat(session.remove(code)).isEqualTo(0);
      assertThat(session.find(code)).isNotEqualTo(0);
    }
  }

  @Test
  @DisplayName("MMIO_DELETE arrives as OPEN, with the flag and the name")
  void delete() throws Exception {
    long result = session.tryOpen("a.xyz+b", null, MMIO_DELETE);
    assertThat(result).isNotEqualTo(0);
    assertThat(procedure.taken()).containsExactly("OPEN a.xyz+b");
    assertThat(procedure.opened).startsWith("flags 200 ");
    if (session.remove(XYZ) == 0) { // Wine 8.0 leaves the file open.
      session.close(result);
    }
  }

  @Test
  @DisplayName("MMIO_GETTEMP arrives as OPEN; MMIO_PARSE never reaches a procedure")
  void getTempAndParse() throws Exception {
    session.close(session.tryOpen("a.xyz+b", null, MMIO_GETTEMP));
    assertThat(procedure.opened).startsWith("flags 20000 ");
    procedure.taken();
    var room = java.nio.ByteBuffer.allocateDirect(4096).put(AnsiText.encode("a.xyz+b")).rewind();
    assertThat(session.mmio.mmioOpen(room, null, MMIO_PARSE)).isEqualTo(1);
    assertThat(procedure.taken()).isEmpty();
  }

  @Test
  @DisplayName("MMIO_EXIST is TRUE for what a procedure can open, and leaves nothing open")
  void exist() throws Exception {
    boolean asks = !session.isWinmm(); // Wine 8.0 looks on the disk alone.
    assertThat(session.tryOpen("a.xyz+b", null, MMIO_EXIST)).isEqualTo(asks ? 1 : 0);
    assertThat(procedure.taken()).isEqualTo(asks ? List.of("OPEN a.xyz+b", "CLOSE") : List.of());
    procedure.failing.put(3, 257L);
    assertThat(session.tryOpen("a.xyz+b", null, MMIO_EXIST)).isEqualTo(0);
    assertThat(procedure.taken()).isEqualTo(asks ? List.of("OPEN a.xyz+b -> 257") : List.of());
  }
}
