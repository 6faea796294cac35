package org.ioproc.hostile;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.ioproc.InstalledIoProc;
import org.ioproc.OpenRequest;
import org.ioproc.glue.FullGlue;
import org.ioproc.internal.transport.Transport;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.OpenParameters;

/**
 * An application with its own class loader. It installs a procedure, uses it in one of several
 * ways, uninstalls it, and returns an object for its caller to keep.
 */
public final class UnloadedApplication
    implements BiFunction<Mmio, UnloadedApplication.Use, Object> {

  /** What the application leaves behind. The test uses this enum, so its class loader loads it. */
  public enum Use {
    NOTHING,
    ITS_INSTALLATION,
    AN_OPEN_FILE,
    AN_UNREAD_FAILURE
  }

  @Override
  public Object apply(Mmio mmio, Use use) {
    try {
      InstalledIoProc installed = mmio.install(new Glue());
      long address = mmio.findIoProc(installed.code());
      installed.trace(message -> assertThat(message.file()).isNotNull());
      useIt(mmio);
      MmioFile file = mmio.open("f", OpenParameters.byProcedure(address), READ);
      if (use != Use.AN_OPEN_FILE) {
        file.close();
      }
      if (use == Use.AN_UNREAD_FAILURE) {
        failUnnoticed(address);
      }
      installed.close();
      assertThat(mmio.findIoProc(installed.code())).isEqualTo(0);
      return use == Use.ITS_INSTALLATION ? installed : file;
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static void useIt(Mmio mmio) throws Exception {
    try (MmioFile file = mmio.open("a.gone+f", READ, WRITE)) {
      assertThat(read(file)).isEqualTo("0123456789");
      assertThrows(Exception.class, () -> file.write(ByteBuffer.allocateDirect(1)));
    }
    assertThat(mmio.exists("a.gone+absent")).isFalse();
  }

  private static void failUnnoticed(long address) {
    assertThat(Transport.current().call(address, 0, MMIOM_READ, 1, 1)).isEqualTo(-1);
  }

  /** Returns the content of a file. */
  static String read(MmioFile file) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocateDirect(20);
    file.read(buffer);
    return StandardCharsets.US_ASCII.decode(buffer.flip()).toString();
  }

  /** An exception that only this application's class loader knows. */
  private static final class OwnException extends Exception {
    private static final long serialVersionUID = 1;
  }

  private static final class Glue extends FullGlue<byte[]> {

    Glue() {
      super("GONE");
    }

    @Override
    protected byte[] onOpen(OpenRequest request) throws OwnException {
      if (request.rawName().endsWith("absent")) {
        throw new OwnException();
      }
      return "0123456789".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    protected int onRead(byte[] file, ByteBuffer buffer, long position) {
      int count = Math.min(buffer.remaining(), file.length - (int) position);
      buffer.put(file, (int) position, count);
      return count;
    }

    @Override
    protected int onWrite(byte[] file, ByteBuffer buffer, long position) throws OwnException {
      throw new OwnException();
    }
  }
}
