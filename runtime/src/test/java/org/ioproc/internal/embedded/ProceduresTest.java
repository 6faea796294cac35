package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_PARSE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_INSTALLPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_REMOVEPROC;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProceduresTest {

  private static final int XYZ = FourCc.of("XYZ").value();
  private static final int DOS = FourCc.DOS.value();

  private final MmioFunctions mmio = EmbeddedMmio.straight();
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
  void theContainersExtensionNamesTheProcedure(String name, boolean custom) throws Exception {
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
  void theAddressGoesBeforeTheCodeAndTheCodeBeforeTheName() throws Exception {
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
    assertThat(info.errorRet()).isEqualTo(259);
  }

  @Test
  void aFailingOpensAnswerIsTheErrorAndSuccessClearsIt() throws Exception {
    install(XYZ, first);
    first.failing.put(MMIOM_OPEN, 65536L);
    assertThat(open("a.xyz+b", info)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(65536);
    first.failing.clear();
    assertThat(open("a.xyz+b", info)).isNotEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(0);
  }

  @Test
  void theNewestIsFoundAndRemovedFirst() {
    install(XYZ, first);
    install(XYZ, second);
    assertThat(find(XYZ)).isEqualTo(second.address());
    assertThat(remove(XYZ)).isEqualTo(second.address());
    assertThat(remove(XYZ)).isEqualTo(first.address());
    assertThat(remove(XYZ)).isEqualTo(0);
    assertThat(find(XYZ)).isEqualTo(0);
  }

  @Test
  void installingTwiceNeedsRemovingTwice() {
    install(XYZ, first);
    install(XYZ, first);
    remove(XYZ);
    assertThat(find(XYZ)).isEqualTo(first.address());
  }

  @Test
  void thereIsNoProcedureAtZero() {
    assertThat(mmio.mmioInstallIOProc(XYZ, 0, MMIO_INSTALLPROC)).isEqualTo(0);
    assertThat(find(XYZ)).isEqualTo(0);
  }

  @Test
  void theNewestStaysWhileItsFilesAreOpen() throws Exception {
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
  void itStaysDuringClose() throws Exception {
    install(XYZ, first);
    long handle = open("a.xyz+b", null);
    first.onClose = () -> assertThat(remove(XYZ)).isEqualTo(0);
    assertThat(mmio.mmioClose(handle, 0)).isEqualTo(0);
    assertThat(remove(XYZ)).isEqualTo(first.address());
  }

  @Test
  void neitherAFailedOpenNorAFailedCloseKeepsIt() throws Exception {
    install(XYZ, first);
    first.failing.put(MMIOM_OPEN, 257L);
    open("a.xyz+b", null);
    first.failing.clear();
    long handle = open("a.xyz+b", null);
    first.failing.put(MMIOM_CLOSE, 260L);
    assertThat(mmio.mmioClose(handle, 0)).isEqualTo(260);
    assertThat(mmio.mmioClose(handle, 0)).isEqualTo(5);
    assertThat(remove(XYZ)).isEqualTo(first.address());
  }

  @Test
  void filesOpenedByAddressDoNotKeepIt() throws Exception {
    install(XYZ, first);
    info.ioProc(first.address());
    open(null, info);
    assertThat(remove(XYZ)).isEqualTo(first.address());
  }

  @Test
  void ordinaryFilesAreCoveredByCodeAndByExtensionOnly() throws Exception {
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

  @Test
  void deletingIsAnOpenThatLeavesNothingOpen() throws Exception {
    install(XYZ, first);
    assertThat(mmio.mmioOpen(AnsiText.encode("a.xyz+b"), info, MMIO_DELETE)).isEqualTo(1);
    assertThat(first.taken()).containsExactly("OPEN a.xyz+b");
    assertThat(first.opened).startsWith("flags 200 ");
    assertThat(remove(XYZ)).isEqualTo(first.address());
  }

  @Test
  void aTestForExistenceIsClosedAgain() throws Exception {
    install(XYZ, first);
    assertThat(mmio.mmioOpen(AnsiText.encode("a.xyz+b"), info, MMIO_EXIST)).isEqualTo(1);
    assertThat(first.taken()).containsExactly("OPEN a.xyz+b", "CLOSE").inOrder();
    assertThat(remove(XYZ)).isEqualTo(first.address());
  }

  @Test
  void parsingGivesTheFullPathWhereItFits() {
    ByteBuffer name = ByteBuffer.allocateDirect(4096).put(0, (byte) 'q');
    assertThat(mmio.mmioOpen(name, info, MMIO_PARSE)).isEqualTo(1);
    assertThat(name.get(0)).isNotEqualTo((byte) 'q');
    ByteBuffer tight = ByteBuffer.allocateDirect(2).put(0, (byte) 'q');
    assertThat(mmio.mmioOpen(tight, info, MMIO_PARSE)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(11);
  }

  @Test
  void renamingChoosesAsOpeningDoes() throws Exception {
    install(XYZ, first);
    assertThat(mmio.mmioRename(AnsiText.encode("a.xyz+b"), AnsiText.encode("c"), null, 0))
        .isEqualTo(0);
    assertThat(first.taken()).containsExactly("RENAME a.xyz+b c");
    info.fccIoProc(FourCc.of("ABC").value());
    assertThat(mmio.mmioRename(AnsiText.encode("a"), AnsiText.encode("c"), info, 0)).isEqualTo(11);
  }

  @Test
  void aHandleThatIsNoneGivesTheDocumentedErrors() throws Exception {
    install(XYZ, first);
    long closed = open("a.xyz+b", null);
    mmio.mmioClose(closed, 0);
    long again = open("a.xyz+b", null);
    for (long handle : new long[] {0, 1, closed, again + (1L << 16), -1}) {
      assertThat(mmio.mmioClose(handle, 0)).isEqualTo(5);
      assertThat(mmio.mmioRead(handle, 0, 0)).isEqualTo(-1);
      assertThat(mmio.mmioWrite(handle, 0, 0)).isEqualTo(-1);
      assertThat(mmio.mmioSeek(handle, 0, 0)).isEqualTo(-1);
      assertThat(mmio.mmioFlush(handle, 0)).isEqualTo(5);
      assertThat(mmio.mmioGetInfo(handle, info)).isEqualTo(5);
      assertThat(mmio.mmioSendMessage(handle, 0x8000, 0, 0)).isEqualTo(5);
      assertThat(mmio.mmioDescend(handle, new MmckInfo(), null, 0)).isEqualTo(265);
      assertThat(mmio.mmioAscend(handle, new MmckInfo(), 0)).isEqualTo(263);
    }
  }

  @Test
  void manyFilesHaveTheirOwnHandles() throws Exception {
    install(XYZ, first);
    Set<Long> handles = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      handles.add(open("a.xyz+b", null));
    }
    assertThat(handles).hasSize(100);
    assertThat(handles).containsNoneOf(0L, 1L);
    for (long handle : handles) {
      assertThat(mmio.mmioClose(handle, 0)).isEqualTo(0);
    }
  }

  @Test
  void theInfoShowsTheProcedureAndTheHandle() throws Exception {
    install(XYZ, first);
    long handle = open("a.xyz+b", null);
    mmio.mmioGetInfo(handle, info);
    assertThat(info.ioProc()).isEqualTo(first.address());
    assertThat(info.handle()).isEqualTo(handle);
    assertThat(info.fccIoProc()).isEqualTo(XYZ);
  }

  @Test
  void messagesBelowUserAreNotSent() throws Exception {
    install(XYZ, first);
    long handle = open("a.xyz+b", null);
    first.taken();
    assertThat(mmio.mmioSendMessage(handle, MMIOM_CLOSE, 0, 0)).isEqualTo(11);
    assertThat(first.taken()).isEmpty();
    assertThat(mmio.mmioSendMessage(handle, 0x8001, 40, 2)).isEqualTo(42);
  }

  @Test
  void noBufferOfNegativeSize() throws Exception {
    install(XYZ, first);
    info.bufferLength(-1);
    assertThat(open("a.xyz+b", info)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(258);
    assertThat(first.taken()).isEmpty();
    assertThat(remove(XYZ)).isEqualTo(first.address());
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
