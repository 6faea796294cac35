package org.ioproc.internal.beside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.ioproc.MmioMessage;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;
import org.ioproc.glue.FullGlue;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.glue.IoProcProvider;

/** A procedure whose handlers do what the name of the file says. */
final class OddGlue extends FullGlue<String> {

  static final int NUMBERS = 0x8001;
  static final int MEMORY_1 = 0x8002;
  static final int MEMORY_2 = 0x8003;
  static final int FREE = 0x8004;

  /** Every file has as many bytes, each the position's lowest. */
  static final int SIZE = 10_000;

  /** From here, a bad file cannot be read. */
  static final int BAD = 6000;

  private static final int PIECE = 256 * 1024;

  private final List<byte[]> taken = new ArrayList<>();

  private OddGlue() {
    super("ODD ");
  }

  /** Creates the procedure. */
  public static final class Provider implements IoProcProvider {
    @Override
    public IoProcGlue<?> glue() {
      return new OddGlue();
    }
  }

  /** Creates a procedure whose constructor throws. */
  public static final class Throwing implements IoProcProvider {
    @Override
    public IoProcGlue<?> glue() throws IOException {
      throw new IOException("no licence");
    }
  }

  /** Creates a procedure that needs a class that is missing. */
  public static final class Incomplete implements IoProcProvider {
    @Override
    public IoProcGlue<?> glue() {
      throw new NoClassDefFoundError("com/example/Missing");
    }
  }

  @Override
  protected boolean handles(int message) {
    return message >= NUMBERS && message <= FREE;
  }

  @Override
  protected String onOpen(OpenRequest request) throws IOException {
    String element = MmioName.of(request.rawName()).element();
    if (element.equals("loader") && Thread.currentThread().getContextClassLoader() == null) {
      throw new IllegalStateException("no class loader");
    }
    return element;
  }

  @Override
  protected int onRead(String file, ByteBuffer buffer, long position) throws IOException {
    act(file);
    if (file.equals("bad") && position + buffer.remaining() > BAD) {
      throw new IOException("bad sector");
    }
    int start = buffer.position();
    for (long at = position; at < SIZE && buffer.hasRemaining(); at++) {
      buffer.put((byte) at);
    }
    return buffer.position() - start;
  }

  private void act(String file) throws IOException {
    switch (file) {
      case "wait" -> waitForever();
      case "print" -> System.out.println("printed by a handler");
      case "interrupt" -> Thread.currentThread().interrupt();
      case "no loader" -> Thread.currentThread().setContextClassLoader(null);
      case "exit" -> System.exit(3);
      case "halt" -> Runtime.getRuntime().halt(4);
      case "stack" -> act(file);
      case "memory" -> takeAllMemory();
      case "long text" -> throw new IOException("x".repeat(3_000_000));
      default -> {}
    }
  }

  private static void waitForever() throws IOException {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException unexpected) {
      throw new IOException(unexpected);
    }
  }

  private void takeAllMemory() {
    try {
      while (true) {
        taken.add(new byte[PIECE]);
      }
    } catch (OutOfMemoryError full) {
      taken.remove(0); // For small objects, which the test needs.
    }
  }

  @Override
  protected int onWrite(String file, ByteBuffer buffer, long position) {
    int count = buffer.remaining();
    buffer.position(buffer.limit());
    return count;
  }

  @Override
  protected long onMessage(String file, MmioMessage message) {
    return switch (message.number()) {
      case NUMBERS -> message.lParam1() * 31 + message.lParam2();
      case MEMORY_1 -> message.memory1(8).getLong();
      case MEMORY_2 -> message.memory2(8).getLong();
      default -> {
        taken.clear();
        yield 1;
      }
    };
  }
}
