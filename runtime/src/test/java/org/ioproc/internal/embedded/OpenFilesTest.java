package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioError.CANNOT_SEEK;
import static org.ioproc.MmioError.CHUNK_NOT_FOUND;
import static org.ioproc.MmioError.OUT_OF_MEMORY;
import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_PARSE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_INSTALLPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_REMOVEPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Renaming, the uses of mmioOpen that leave nothing open, and the handles of open files. */
final class OpenFilesTest {

  private static final int XYZ = FourCc.of("XYZ").value();

  private final MmioFunctions mmio = EmbeddedMmio.direct();
  private final RecordingProcedure first = new RecordingProcedure("first");
  private final MmioInfo info = MmioInfo.allocate();

  @Test
  void deletingSendsOpenAndLeavesNothingOpen() throws Exception {
    install(XYZ, first);
    assertThat(mmio.mmioOpen(AnsiText.encode("a.xyz+b"), info, MMIO_DELETE)).isEqualTo(1);
    assertThat(first.taken()).containsExactly("OPEN a.xyz+b");
    assertThat(first.opened).startsWith("flags " + Integer.toHexString(MMIO_DELETE) + " ");
    assertThat(remove(XYZ)).isEqualTo(first.address());
  }

  @Test
  void testingForExistenceClosesTheFile() throws Exception {
    install(XYZ, first);
    assertThat(mmio.mmioOpen(AnsiText.encode("a.xyz+b"), info, MMIO_EXIST)).isEqualTo(1);
    assertThat(first.taken()).containsExactly("OPEN a.xyz+b", "CLOSE").inOrder();
    assertThat(remove(XYZ)).isEqualTo(first.address());
  }

  @Test
  void parsingReturnsTheFullPathIfThereIsRoom() {
    ByteBuffer name = ByteBuffer.allocateDirect(4096).put(0, (byte) 'q');
    assertThat(mmio.mmioOpen(name, info, MMIO_PARSE)).isEqualTo(1);
    assertThat(name.get(0)).isNotEqualTo((byte) 'q');
    ByteBuffer tight = ByteBuffer.allocateDirect(2).put(0, (byte) 'q');
    assertThat(mmio.mmioOpen(tight, info, MMIO_PARSE)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(11);
  }

  @Test
  void renamingChoosesTheProcedureAsOpeningDoes() throws Exception {
    install(XYZ, first);
    assertThat(mmio.mmioRename(AnsiText.encode("a.xyz+b"), AnsiText.encode("c"), null, 0))
        .isEqualTo(0);
    assertThat(first.taken()).containsExactly("RENAME a.xyz+b c");
    info.fccIoProc(FourCc.of("ABC").value());
    assertThat(mmio.mmioRename(AnsiText.encode("a"), AnsiText.encode("c"), info, 0)).isEqualTo(11);
  }

  @Test
  void anInvalidHandleReturnsTheDocumentedErrors() throws Exception {
    install(XYZ, first);
    long closed = open("a.xyz+b", null);
    mmio.mmioClose(closed, 0);
    long again = open("a.xyz+b", null);
    for (long handle : new long[] {0, 1, closed, again + (1L << 16), -1}) {
      assertThat(mmio.mmioClose(handle, 0)).isEqualTo(5);
      assertThat(mmio.mmioRead(handle, 0, 0)).isEqualTo(-1);
      assertThat(mmio.mmioWrite(handle, 0, 0)).isEqualTo(-1);
      assertThat(mmio.mmioSeek(handle, 0, SEEK_SET)).isEqualTo(-1);
      assertThat(mmio.mmioFlush(handle, 0)).isEqualTo(5);
      assertThat(mmio.mmioGetInfo(handle, info)).isEqualTo(5);
      assertThat(mmio.mmioSendMessage(handle, MMIOM_USER, 0, 0)).isEqualTo(5);
      assertThat(mmio.mmioDescend(handle, new MmckInfo(), null, 0))
          .isEqualTo(CHUNK_NOT_FOUND.code());
      assertThat(mmio.mmioAscend(handle, new MmckInfo(), 0)).isEqualTo(CANNOT_SEEK.code());
    }
  }

  @Test
  void manyFilesHaveDifferentHandles() throws Exception {
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
  void theStateHasTheProcedureAndTheHandle() throws Exception {
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
    assertThat(mmio.mmioSendMessage(handle, MMIOM_USER + 1, 40, 2)).isEqualTo(42);
  }

  @Test
  void aBufferOfNegativeSizeIsRefused() throws Exception {
    install(XYZ, first);
    info.bufferLength(-1);
    assertThat(open("a.xyz+b", info)).isEqualTo(0);
    assertThat(info.errorRet()).isEqualTo(OUT_OF_MEMORY.code());
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

  private long open(@Nullable String name, @Nullable MmioInfo info) throws Exception {
    return mmio.mmioOpen(name == null ? null : AnsiText.encode(name), info, 0);
  }
}
