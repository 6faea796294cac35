package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_INSTALLPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_REMOVEPROC;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioConstants;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.Transport;
import org.ioproc.internal.winmm.WinmmFunctions;
import org.jspecify.annotations.Nullable;

/** A program that calls the functions of a manager. */
final class Session {

  /** The manager under test. */
  enum Manager {
    DIRECT,
    NATIVE,
    WINMM
  }

  final MmioFunctions mmio;
  final MmioInfo info = MmioInfo.allocate();
  private final Manager manager;
  private final ByteBuffer data = ByteBuffer.allocateDirect(64 * 1024);

  Session(Manager manager) {
    this.manager = manager;
    this.mmio =
        switch (manager) {
          case DIRECT -> EmbeddedMmio.direct();
          case NATIVE -> EmbeddedMmio.viaNative();
          case WINMM -> WinmmFunctions.load();
        };
  }

  static Stream<Manager> managers() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return Stream.of(Manager.values()).filter(each -> windows || each != Manager.WINMM);
  }

  /** Returns whether the manager is winmm, which differs from its documentation (Wine 8.0). */
  boolean isWinmm() {
    return manager == Manager.WINMM;
  }

  /** Returns parameters that open a file by a procedure, which need not be installed. */
  MmioInfo by(RecordingProcedure procedure, int buffer) {
    info.ioProc(procedure.address());
    info.fccIoProc(0);
    info.bufferLength(buffer);
    return info;
  }

  MmioInfo byCode(int code) {
    info.ioProc(0);
    info.fccIoProc(code);
    return info;
  }

  long tryOpen(@Nullable String name, @Nullable MmioInfo parameters, int flags)
      throws MmioException {
    return mmio.mmioOpen(name == null ? null : AnsiText.encode(name), parameters, flags);
  }

  /** Opens a file for reading and writing, with the given flags added. */
  long open(@Nullable String name, @Nullable MmioInfo parameters, int flags) throws MmioException {
    long file = tryOpen(name, parameters, flags | MMIO_READWRITE);
    assertThat(file).isNotEqualTo(0);
    return file;
  }

  void close(long file) {
    assertThat(mmio.mmioClose(file, 0)).isEqualTo(0);
  }

  String read(long file, int count) {
    int read = mmio.mmioRead(file, address(), count);
    return read < 0 ? "" + read : at(0, read);
  }

  /** Returns bytes of the memory that the program reads to and writes from. */
  String at(int from, int count) {
    byte[] bytes = new byte[count];
    data.get(from, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  int write(long file, String text) {
    put(text);
    return mmio.mmioWrite(file, address(), text.length());
  }

  void put(String text) {
    data.put(0, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  long address() {
    return Transport.current().memory().address(data);
  }

  int seek(long file, int offset, int origin) {
    return mmio.mmioSeek(file, offset, origin);
  }

  /** The origins of mmioSeek by name, for tables. */
  enum Origin {
    SEEK_SET(MmioConstants.SEEK_SET),
    SEEK_CUR(MmioConstants.SEEK_CUR),
    SEEK_END(MmioConstants.SEEK_END);

    final int number;

    Origin(int number) {
      this.number = number;
    }
  }

  /** Returns a file's state by {@code mmioGetInfo}. */
  MmioInfo info(long file) {
    assertThat(mmio.mmioGetInfo(file, info)).isEqualTo(0);
    return info;
  }

  long install(int code, RecordingProcedure procedure) {
    return mmio.mmioInstallIOProc(code, procedure.address(), MMIO_INSTALLPROC);
  }

  long remove(int code) {
    return mmio.mmioInstallIOProc(code, 0, MMIO_REMOVEPROC);
  }

  long find(int code) {
    return mmio.mmioInstallIOProc(code, 0, MMIO_FINDPROC);
  }
}
