package org.ioproc.internal.beside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.ioproc.MmioMessage;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;
import org.ioproc.glue.FullGlue;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.glue.IoProcProvider;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.transport.Transport;

/** A procedure whose handlers do what the name of the file says. */
final class OddGlue extends FullGlue<String> {

  static final int NUMBERS = 0x8001;
  static final int MEMORY_1 = 0x8002;
  static final int MEMORY_2 = 0x8003;
  static final int FREE = 0x8004;

  /** Every file but a long one has as many bytes, each the position's lowest. */
  static final int SIZE = 10_000;

  private static final int LONG_SIZE = 2 * Protocol.LARGEST_DATA;

  /** As many reads of files with this name wait for each other. */
  static final int TOGETHER = 40;

  static final String PROVIDER = OddGlue.class.getName() + "$Provider";

  /** From here, a bad file cannot be read. */
  static final int BAD = 6000;

  /** The length of the text before that of an exception. */
  private static final int PREFIX = "java.io.IOException: ".length();

  private static final int PIECE = 256 * 1024;

  private final List<byte[]> taken = new ArrayList<>();
  private final CyclicBarrier together = new CyclicBarrier(TOGETHER);

  private OddGlue() {
    super("ODD ");
  }

  /** Returns what a file contains. */
  static byte[] bytes(int from, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (from + i);
    }
    return bytes;
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

  /** Cannot be created itself, because memory has run out. */
  public static final class Exhausted implements IoProcProvider {
    public Exhausted() {
      throw new OutOfMemoryError("full");
    }

    @Override
    public IoProcGlue<?> glue() {
      return new OddGlue();
    }
  }

  /** Creates a procedure slowly, and only one. */
  public static final class Slow implements IoProcProvider {

    private static final AtomicInteger CREATED = new AtomicInteger();

    @Override
    public IoProcGlue<?> glue() throws Exception {
      Thread.sleep(500);
      if (CREATED.incrementAndGet() > 1) {
        throw new IOException("created twice");
      }
      return new OddGlue();
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
    if (element.equals("fresh")) {
      requireFreshThread();
    }
    return element;
  }

  private static void requireFreshThread() {
    Thread thread = Thread.currentThread();
    if (!OddGlue.class.getClassLoader().equals(thread.getContextClassLoader())
        || thread.getPriority() != Thread.NORM_PRIORITY
        || thread.isInterrupted()) {
      throw new IllegalStateException("changed by another handler");
    }
  }

  @Override
  protected int onRead(String file, ByteBuffer buffer, long position) throws IOException {
    act(file);
    if (file.equals("bad") && position + buffer.remaining() > BAD) {
      throw new IOException("bad sector");
    }
    int start = buffer.position();
    int size = file.equals("long") ? LONG_SIZE : SIZE;
    for (long at = position; at < size && buffer.hasRemaining(); at++) {
      buffer.put((byte) at);
    }
    return buffer.position() - start;
  }

  private void act(String file) throws IOException {
    switch (file) {
      case "wait" -> waitForever();
      case "together" -> waitForOthers();
      case "nested" -> LastFailure.set(new IOException("of another message"));
      case "print" -> System.out.println("printed by a handler");
      case "interrupt" -> Thread.currentThread().interrupt();
      case "no loader" -> Thread.currentThread().setContextClassLoader(null);
      case "loader" ->
          Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
      case "priority" -> Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
      case "input" -> requireNoInput();
      case "exit" -> System.exit(3);
      case "halt" -> Runtime.getRuntime().halt(4);
      case "ask" -> throw new IOException("path: " + Transport.current().fullPath("a"));
      case "stack" -> act(file);
      case "memory" -> takeAllMemory();
      case "long text" -> throw new IOException("x".repeat(3_000_000));
      case "long pair" ->
          throw new IOException("x".repeat(Protocol.LONGEST_FAILURE - PREFIX - 1) + "\ud83c\udfb5");
      default -> {}
    }
  }

  private static void requireNoInput() throws IOException {
    if (System.in.read() != -1) {
      throw new IOException("a part of a request");
    }
  }

  private static void waitForever() throws IOException {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException unexpected) {
      throw new IOException(unexpected);
    }
  }

  private void waitForOthers() throws IOException {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException unexpected) {
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
