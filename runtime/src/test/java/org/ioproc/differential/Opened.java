package org.ioproc.differential;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_INSTALLPROC;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_REMOVEPROC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;

/** A program's file, opened as its setup says. */
final class Opened implements AutoCloseable {

  private static final int CODE = FourCc.of("DIF").value();
  private static final int MEM = FourCc.of("MEM").value();

  private final MmioFunctions mmio;
  private final Setup setup;
  private final Path file;
  private final Memory memory;
  private final long procedure;
  private long handle;

  Opened(MmioFunctions mmio, Setup setup, Path folder, Memory memory, long procedure) {
    this.mmio = mmio;
    this.setup = setup;
    this.file = folder.resolve("file.bin");
    this.memory = memory;
    this.procedure = procedure;
  }

  boolean isOpen() {
    return handle != 0;
  }

  long handle() {
    return handle;
  }

  private boolean isInstalled() {
    return setup.kind() == Setup.Kind.CODE || setup.kind() == Setup.Kind.NAME;
  }

  /** Opens the file. Returns wErrorRet, encoded on failure so that it never looks like success. */
  long open(byte[] content) throws IOException {
    if (setup.kind() == Setup.Kind.DOS) {
      Files.write(file, content);
    }
    if (isInstalled()) {
      mmio.mmioInstallIOProc(CODE, procedure, MMIO_INSTALLPROC);
    }
    MmioInfo passed = passedInfo();
    String name = name();
    handle = mmio.mmioOpen(name == null ? null : AnsiText.encode(name), passed, setup.flags());
    return handle == 0 ? (passed.errorRet() + 1L) << 8 : passed.errorRet();
  }

  private MmioInfo passedInfo() {
    MmioInfo passed = MmioInfo.allocate();
    passed.errorRet(77);
    passed.bufferLength(setup.buffer());
    passed.buffer(setup.own() ? memory.own() : 0);
    passed.info(0, setup.word());
    passed.info(1, 5);
    switch (setup.kind()) {
      case ADDRESS -> passed.ioProc(procedure);
      case CODE -> passed.fccIoProc(CODE);
      case MEM -> passed.fccIoProc(MEM);
      default -> {}
    }
    return passed;
  }

  private String name() {
    return switch (setup.kind()) {
      case ADDRESS, CODE -> "x";
      case NAME -> "a.dif+b";
      case DOS -> file.toString();
      default -> null;
    };
  }

  /** Returns the stored bytes; none for a file in memory or if they cannot be read. */
  byte[] stored(ScriptedProcedure scripted) {
    try {
      return setup.kind() == Setup.Kind.MEM ? new byte[0] : content(scripted);
    } catch (IOException denied) {
      return new byte[0];
    }
  }

  byte[] content(ScriptedProcedure scripted) throws IOException {
    if (setup.kind() == Setup.Kind.MEM) {
      return memory.owned(setup.own() ? setup.buffer() : 0);
    }
    return setup.kind() == Setup.Kind.DOS ? Files.readAllBytes(file) : scripted.content();
  }

  @Override
  public void close() {
    if (isInstalled()) {
      mmio.mmioInstallIOProc(CODE, 0, MMIO_REMOVEPROC);
    }
  }
}
