package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioError.CANNOT_CLOSE;
import static org.ioproc.MmioError.CANNOT_OPEN;
import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_INSTALLPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_REMOVEPROC;

import java.util.List;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing and removing procedures in the embedded manager. */
final class ProceduresTest {

  private static final int XYZ = FourCc.of("XYZ").value();
  private static final int DOS = FourCc.DOS.value();

  private final MmioFunctions mmio = EmbeddedMmio.direct();
  private final RecordingProcedure first = new RecordingProcedure("first");
  private final RecordingProcedure second = new RecordingProcedure("second");
  private final MmioInfo info = MmioInfo.allocate();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a.xyz+b,              true
          folder\\a.xyz+b,      true
          folder/a.XyZ+b,       true
          file+name.xyz+one.two, true
          a.xyz+,               true
          .xyz+b,               true
          a.xyz,                false
          a.xyz.b+c,            false
          a.xyz\\b+c,           false
          a.xyz/b+c,            false
          +a.xyz,               false
          a.xy+b,               false
          a.xyza+b,             false
          """)
  void theContainersExtensionSelectsTheProcedure(String name, boolean custom) throws Exception {
    install(XYZ, first);
    long handle = open(name, null);
    assertThat(first.taken()).isEqualTo(custom ? List.of("OPEN " + name) : List.of());
    assertThat(handle != 0).isEqualTo(custom);
  }

  @Test
  void extensionsAreCutToFourCharacters() throws Exception {
    install(FourCc.of("VWXY").value(), first);
    assertThat(open("a.vwxyz+b", null)).isNotEqualTo(0);
    assertThat(first.opened).isEqualTo("flags 0 code 59585756 buffer 0 pIOProc 0");
  }

  @Test
  void anAddressPrecedesACodeAndACodePrecedesAName() throws Exception {
    install(XYZ, first);
    info.fccIoProc(XYZ);
    open("a.abc+b", info);
    assertThat(first.taken()).containsExactly("OPEN a.abc+b");
    info.ioProc(second.address());
    open(null, info);
    assertThat(second.taken()).containsExactly("OPEN NULL");
    assertThat(first.taken()).isEmpty();
  }

  @Test
  void anUnknownCodeIsAnError() throws Exception {
    info.fccIoProc(XYZ);
    assertThat(open("a", info)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(CANNOT_OPEN.code());
  }

  @Test
  void theErrorOfAFailedOpenIsReportedAndSuccessClearsIt() throws Exception {
    install(XYZ, first);
    first.failing.put(MMIOM_OPEN, 65536L);
    assertThat(open("a.xyz+b", info)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(65536);
    first.failing.clear();
    assertThat(open("a.xyz+b", info)).isNotEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(0);
  }

  @Test
  void theNewestProcedureIsFoundAndRemovedFirst() {
    install(XYZ, first);
    install(XYZ, second);
    assertThat(find(XYZ)).isEqualTo(second.address());
    assertThat(remove(XYZ)).isEqualTo(second.address());
    assertThat(remove(XYZ)).isEqualTo(first.address());
    assertThat(remove(XYZ)).isEqualTo(0);
    assertThat(find(XYZ)).isEqualTo(0);
  }

  @Test
  void aProcedureInstalledTwiceMustBeRemovedTwice() {
    install(XYZ, first);
    install(XYZ, first);
    remove(XYZ);
    assertThat(find(XYZ)).isEqualTo(first.address());
  }

  @Test
  void aNullProcedureIsNotInstalled() {
    assertThat(mmio.mmioInstallIOProc(XYZ, 0, MMIO_INSTALLPROC)).isEqualTo(0);
    assertThat(find(XYZ)).isEqualTo(0);
  }

  @Test
  void aProcedureStaysWhileItsFilesAreOpen() throws Exception {
    install(XYZ, first);
    install(XYZ, second);
    long handle = open("a.xyz+b", null);
    long other = open("a.xyz+b", null);
    mmio.mmioClose(handle, 0);
    assertThat(remove(XYZ)).isEqualTo(0);
    mmio.mmioClose(other, 0);
    assertThat(remove(XYZ)).isEqualTo(second.address());
  }

  @Test
  void aProcedureStaysWhileItsFileIsBeingClosed() throws Exception {
    install(XYZ, first);
    long handle = open("a.xyz+b", null);
    first.onClose = () -> assertThat(remove(XYZ)).isEqualTo(0);
    assertThat(mmio.mmioClose(handle, 0)).isEqualTo(0);
    assertThat(remove(XYZ)).isEqualTo(first.address());
  }

  @Test
  void aFailedOpenOrCloseDoesNotKeepTheProcedure() throws Exception {
    install(XYZ, first);
    first.failing.put(MMIOM_OPEN, 257L);
    open("a.xyz+b", null);
    first.failing.clear();
    long handle = open("a.xyz+b", null);
    first.failing.put(MMIOM_CLOSE, 260L);
    assertThat(mmio.mmioClose(handle, 0)).isEqualTo(CANNOT_CLOSE.code());
    assertThat(mmio.mmioClose(handle, 0)).isEqualTo(5);
    assertThat(remove(XYZ)).isEqualTo(first.address());
  }

  @Test
  void filesOpenedByAddressDoNotKeepTheProcedure() throws Exception {
    install(XYZ, first);
    info.ioProc(first.address());
    open(null, info);
    assertThat(remove(XYZ)).isEqualTo(first.address());
  }

  @Test
  void theProcedureForOrdinaryFilesIsReplacedOnlyByCodeAndByExtension() throws Exception {
    long predefined = find(DOS);
    assertThat(remove(DOS)).isEqualTo(0);
    install(DOS, first);
    assertThat(find(DOS)).isEqualTo(first.address());
    assertThat(open("missing", null)).isEqualTo(0);
    assertThat(open("a.abc+b", null)).isEqualTo(0);
    assertThat(open("x.dos+y", null)).isNotEqualTo(0);
    info.fccIoProc(DOS);
    assertThat(open("missing", info)).isNotEqualTo(0);
    assertThat(String.join("; ", first.taken()))
        .isEqualTo(
            "OPEN x.dos+y; SEEK 0,1; SEEK 0,2 -> 5; SEEK 0,0; "
                + "OPEN missing; SEEK 0,1; SEEK 0,2 -> 5; SEEK 0,0");
    install(DOS, second);
    assertThat(remove(DOS)).isEqualTo(second.address());
    assertThat(predefined).isNotEqualTo(0);
  }

  private void install(int code, RecordingProcedure procedure) {
    assertThat(mmio.mmioInstallIOProc(code, procedure.address(), MMIO_INSTALLPROC))
        .isEqualTo(procedure.address());
  }

  private long remove(int code) {
    return mmio.mmioInstallIOProc(code, 0, MMIO_REMOVEPROC);
  }

  private long find(int code) {
    return mmio.mmioInstallIOProc(code, 0, MMIO_FINDPROC);
  }

  private long open(@Nullable String name, @Nullable MmioInfo info) throws Exception {
    return mmio.mmioOpen(name == null ? null : AnsiText.encode(name), info, 0);
  }
}
