package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_GLOBALPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_INSTALLPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_REMOVEPROC;

import org.ioproc.FourCc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Installing, finding and removing procedures, rule by rule.
 *
 * <p>Source: Microsoft, "mmioInstallIOProc function", and Wine 8.0.
 */
@ParameterizedClass
@MethodSource("org.ioproc.internal.embedded.Session#managers")
final class InstallRulesTest {

  private static final int XYZ = FourCc.of("XYZ").value();
  private static final int NONE = FourCc.of("NONE").value();
  private static final int DOS = FourCc.DOS.value();

  private final Session session;
  private final RecordingProcedure older = new RecordingProcedure("older");
  private final RecordingProcedure procedure = new RecordingProcedure("procedure");

  InstallRulesTest(Session.Manager manager) {
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
  @DisplayName("the procedure installed last under a code is found first and removed first")
  void lastFirst() {
    assertThat(session.find(XYZ)).isEqualTo(procedure.address());
    assertThat(session.remove(XYZ)).isEqualTo(procedure.address());
    assertThat(session.find(XYZ)).isEqualTo(older.address());
  }

  @Test
  @DisplayName("a procedure that is installed twice must be removed twice")
  void twice() {
    session.install(XYZ, procedure);
    assertThat(session.remove(XYZ)).isEqualTo(procedure.address());
    assertThat(session.remove(XYZ)).isEqualTo(procedure.address());
    assertThat(session.remove(XYZ)).isEqualTo(older.address());
    assertThat(session.remove(XYZ)).isEqualTo(0);
  }

  @Test
  @DisplayName("each call returns the procedure's address, or NULL on failure")
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
    int flags = MMIO_INSTALLPROC | MMIO_GLOBALPROC;
    assertThat(session.mmio.mmioInstallIOProc(XYZ, address, flags)).isEqualTo(address);
    assertThat(session.find(XYZ)).isEqualTo(address);
    assertThat(session.remove(XYZ)).isEqualTo(address);
  }

  @Test
  @DisplayName("REMOVEPROC ignores the given procedure, and removes the newest under the code")
  void removeIgnoresThePointer() {
    long removed = session.mmio.mmioInstallIOProc(XYZ, older.address(), MMIO_REMOVEPROC);
    assertThat(removed).isEqualTo(procedure.address());
    assertThat(session.find(XYZ)).isEqualTo(older.address());
  }

  @Test
  @DisplayName(
      "REMOVEPROC with code 0 removes the newest entry of the given procedure, under any code")
  void removeUnderNoCode() {
    long before = session.find(0); // All tests share winmm.
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
  @ValueSource(
      ints = {
        0,
        MMIO_INSTALLPROC | MMIO_REMOVEPROC,
        MMIO_INSTALLPROC | MMIO_FINDPROC,
        MMIO_REMOVEPROC | MMIO_FINDPROC,
        MMIO_INSTALLPROC | MMIO_REMOVEPROC | MMIO_FINDPROC,
        MMIO_GLOBALPROC
      })
  @DisplayName(
      "with none or several of INSTALLPROC, REMOVEPROC and FINDPROC, the call only returns NULL")
  void unclear(int flags) {
    RecordingProcedure newest = new RecordingProcedure("");
    for (int code : new int[] {XYZ, NONE}) {
      assertThat(session.mmio.mmioInstallIOProc(code, newest.address(), flags)).isEqualTo(0);
    }
    assertThat(session.find(XYZ)).isEqualTo(procedure.address());
    assertThat(session.find(NONE)).isEqualTo(0);
  }

  @Test
  @DisplayName(
      "REMOVEPROC returns NULL while a file of the newest procedure is open or being closed")
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
}
