package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioError.FILE_NOT_FOUND;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_GETTEMP;
import static org.ioproc.MmioMessages.MMIO_PARSE;

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
 * Choosing the procedure that opens a file, rule by rule.
 *
 * <p>Source: Microsoft, "mmioOpen function", and Wine 8.0.
 */
@ParameterizedClass
@MethodSource("org.ioproc.internal.embedded.Session#managers")
final class ChoiceRulesTest {

  private static final int XYZ = FourCc.of("XYZ").value();
  private static final int NONE = FourCc.of("NONE").value();
  private static final int DOS = FourCc.DOS.value();
  private static final int MEM = FourCc.MEM.value();

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
      // Repeat until none is left.
    }
    assertThat(session.find(XYZ)).isEqualTo(0);
  }

  @Test
  @DisplayName("pIOProc selects a procedure for this file only, and MMIOINFO has no code")
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
  @DisplayName("pIOProc and fccIOProc: the code is ignored, and no procedure is installed under it")
  void pIoProcAndFccIoProc() throws Exception {
    RecordingProcedure given = new RecordingProcedure("given");
    MmioInfo both = session.by(given, 0);
    both.fccIoProc(NONE);
    long file = session.open("a", both, 0);
    int code = session.isWinmm() ? NONE : 0; // Wine 8.0 uses the code.
    assertThat(given.opened).contains(" code " + Integer.toHexString(code) + " ");
    assertThat(session.info(file).fccIoProc()).isEqualTo(code);
    assertThat(session.find(NONE)).isEqualTo(session.isWinmm() ? given.address() : 0);
    session.close(file);
    assertThat(session.find(NONE)).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.abc+b", "plain", ""})
  @DisplayName("fccIOProc alone selects the procedure under that code, for any name")
  void fccIoProc(String name) throws Exception {
    session.close(session.open(name, session.byCode(XYZ), 0));
    assertThat(procedure.taken()).containsExactly("OPEN " + name, "CLOSE").inOrder();
  }

  @Test
  @DisplayName("fccIOProc alone, with no procedure under it, is an error")
  void unknownFccIoProc() throws Exception {
    MmioInfo info = session.byCode(NONE);
    info.errorRet(7);
    assertThat(session.tryOpen("a.xyz+b", info, 0)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(session.isWinmm() ? 7 : 259);
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder\\file.xyz+element", "f.xYz+e", "file+name.xyz+one.two"})
  @DisplayName(
      "without either, the code is the extension before the +, in upper case, padded with spaces")
  void byName(String name) throws Exception {
    session.close(session.open(name, null, 0));
    assertThat(procedure.taken()).containsExactly("OPEN " + name, "CLOSE").inOrder();
    assertThat(older.taken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.xyz", "a.none+b"})
  @DisplayName("without a + or a procedure under that code, the name is that of an ordinary file")
  void ordinary(String name) throws Exception {
    Path file = Files.writeString(folder.resolve(name), "ordinary");
    long handle = session.open(file.toString(), null, 0);
    assertThat(session.read(handle, 20)).isEqualTo("ordinary");
    session.close(handle);
    assertThat(procedure.taken()).isEmpty();
  }

  @Test
  @DisplayName("wErrorRet is MMIOERR_FILENOTFOUND if an ordinary file is missing, and 0 on success")
  void missing() throws Exception {
    MmioInfo info = MmioInfo.allocate();
    assertThat(session.tryOpen(folder.resolve("none").toString(), info, 0)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(FILE_NOT_FOUND.code());
    session.close(session.open("a.xyz+b", info, 0));
    assertThat(info.errorRet()).isEqualTo(0);
  }

  @Test
  @DisplayName("no name and the fccIOProc MEM open a file in memory: cchBuffer bytes at pchBuffer")
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
  @DisplayName("with an fccIOProc or a pIOProc, the name may be NULL")
  void noName() throws Exception {
    session.close(session.open(null, session.byCode(XYZ), 0));
    session.close(session.open(null, session.by(procedure, 0), 0));
    assertThat(procedure.taken())
        .containsExactly("OPEN NULL", "CLOSE", "OPEN NULL", "CLOSE")
        .inOrder();
  }

  @Test
  @DisplayName("procedures under DOS and MEM open files by that code, and as x.dos+y")
  void replaced() throws Exception {
    for (int code : new int[] {DOS, MEM}) {
      session.install(code, procedure);
      session.close(session.open("name", session.byCode(code), 0));
      session.close(session.open(code == DOS ? "x.dos+y" : "x.mem+y", null, 0));
      assertThat(session.tryOpen(folder.resolve("none").toString(), null, 0)).isEqualTo(0);
      assertThat(session.remove(code)).isEqualTo(procedure.address());
      // Wine 8.0 also asks the procedure under DOS for the file's size.
      assertThat(procedure.taken().stream().filter(message -> message.startsWith("OPEN")).toList())
          .containsExactly("OPEN name", code == DOS ? "OPEN x.dos+y" : "OPEN x.mem+y")
          .inOrder();
      assertThat(session.remove(code)).isEqualTo(0);
      assertThat(session.find(code)).isNotEqualTo(0);
    }
  }

  @Test
  @DisplayName("MMIO_DELETE is sent as OPEN, with the flag and the name")
  void delete() throws Exception {
    long result = session.tryOpen("a.xyz+b", null, MMIO_DELETE);
    assertThat(result).isNotEqualTo(0);
    assertThat(procedure.taken()).containsExactly("OPEN a.xyz+b");
    assertThat(procedure.opened).startsWith("flags " + Integer.toHexString(MMIO_DELETE) + " ");
    if (session.remove(XYZ) == 0) { // Wine 8.0 leaves the file open.
      session.close(result);
    }
  }

  @Test
  @DisplayName("MMIO_GETTEMP is sent as OPEN, and MMIO_PARSE is not sent")
  void getTempAndParse() throws Exception {
    session.close(session.tryOpen("a.xyz+b", null, MMIO_GETTEMP));
    assertThat(procedure.opened).startsWith("flags " + Integer.toHexString(MMIO_GETTEMP) + " ");
    procedure.taken();
    var room = java.nio.ByteBuffer.allocateDirect(4096).put(AnsiText.encode("a.xyz+b")).rewind();
    assertThat(session.mmio.mmioOpen(room, null, MMIO_PARSE)).isEqualTo(1);
    assertThat(procedure.taken()).isEmpty();
  }

  @Test
  @DisplayName("MMIO_EXIST returns TRUE if a procedure can open the file, and leaves nothing open")
  void exist() throws Exception {
    boolean asks = !session.isWinmm(); // Wine 8.0 looks only on the disk.
    assertThat(session.tryOpen("a.xyz+b", null, MMIO_EXIST)).isEqualTo(asks ? 1 : 0);
    assertThat(procedure.taken()).isEqualTo(asks ? List.of("OPEN a.xyz+b", "CLOSE") : List.of());
    procedure.failing.put(MMIOM_OPEN, 257L);
    assertThat(session.tryOpen("a.xyz+b", null, MMIO_EXIST)).isEqualTo(0);
    assertThat(procedure.taken()).isEqualTo(asks ? List.of("OPEN a.xyz+b -> 257") : List.of());
  }
}
