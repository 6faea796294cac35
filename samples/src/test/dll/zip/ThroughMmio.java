package com.example;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioOption;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;

/** Uses mmio in a handler, as any program does. */
final class ThroughMmio {

  private ThroughMmio() {}

  /** Reads a plain file. */
  static ByteBuffer plain() throws IOException {
    return read("plain.wav");
  }

  /** Reads a file through a procedure that the handler installs. */
  static ByteBuffer installed() throws IOException {
    try (InstalledIoProc installed = TarIoProcInstaller.install(Mmio.system(), new TarIoProc())) {
      return read("music.tar+tone.wav");
    }
  }

  private static ByteBuffer read(String name) throws IOException {
    try (MmioFile file = Mmio.system().open(name, MmioOption.BUFFERED)) {
      ByteBuffer content = ByteBuffer.allocate((int) file.size());
      file.read(content);
      return content.flip();
    }
  }
}
