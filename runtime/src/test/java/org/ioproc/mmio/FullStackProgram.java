package org.ioproc.mmio;

import static java.nio.file.StandardOpenOption.READ;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.ioproc.internal.transport.StackRoom;
import org.ioproc.internal.transport.Transport;

/**
 * Uses the system's manager from each of the last frames that the stack has room for, and prints
 * every wrong result. It is a program, because a class that an overflow has damaged stays so until
 * the process ends, and because FFM ends the process.
 */
final class FullStackProgram {

  /** The sizes of stacks in bytes. The first is the smallest that this system has. */
  private static final int[] SIZES = {1, 192 * 1024};

  /** An overflow costs Wine a hundred times what it costs Linux. */
  private static final int FRAMES = File.separatorChar == '/' ? 500 : 100;

  /** Answers every message with a constant, except for positions. */
  private static final long PROCEDURE =
      Transport.current()
          .stub((info, message, p1, p2) -> message >= 0x8000 ? 7 : message == 2 ? p1 : 0);

  private final ByteBuffer memory = ByteBuffer.allocateDirect(8);
  private final AtomicInteger lies = new AtomicInteger();
  private int framesLeft;

  private FullStackProgram() {}

  public static void main(String[] arguments) throws Exception {
    compileTheCheck();
    FullStackProgram program = new FullStackProgram();
    program.fromEachFrame("load", () -> Mmio.system() != null);
    try (MmioFile file = program.open()) {
      for (Map.Entry<String, Use> use : program.uses(file).entrySet()) {
        program.fromEachFrame(use.getKey(), use.getValue());
        require(use.getKey() + " afterwards", use.getValue().isRight());
      }
    }
    System.out.println("done");
  }

  /** The JVM compiles what has run so often, if it may. */
  private static void compileTheCheck() {
    for (int i = 0; i < 30_000; i++) {
      StackRoom.require(1);
    }
  }

  private interface Use {
    boolean isRight() throws IOException;
  }

  private Map<String, Use> uses(MmioFile file) {
    Map<String, Use> uses = new LinkedHashMap<>();
    uses.put("seek", () -> file.seek(5, SeekOrigin.START) == 5);
    uses.put("send", () -> file.sendMessage(0x8000, 1, 2) == 7);
    uses.put("read", () -> file.read(memory.clear()) == -1);
    uses.put("info", () -> file.buffer().state().bufferSize() == 0);
    uses.put("open", this::isOpened);
    return uses;
  }

  private boolean isOpened() throws IOException {
    MmioFile file = open();
    boolean right = file.seek(3, SeekOrigin.START) == 3;
    file.close();
    return right;
  }

  private MmioFile open() throws IOException {
    return Mmio.system().open("any", OpenParameters.byProcedure(PROCEDURE), READ);
  }

  private void fromEachFrame(String what, Use use) throws InterruptedException {
    for (int size : SIZES) {
      framesLeft = FRAMES;
      lies.set(0);
      Thread thread = new Thread(null, () -> descend(use), "small", size);
      thread.start();
      thread.join();
      require(what + " on a full stack", lies.get() == 0);
    }
  }

  /** Calls itself as often as possible, then uses the manager from each frame on the way back. */
  private void descend(Use use) {
    try {
      descend(use);
    } catch (StackOverflowError full) {
      // This is as deep as possible.
    }
    if (framesLeft > 0) {
      framesLeft--;
      attempt(use);
    }
  }

  private void attempt(Use use) {
    try {
      if (!use.isRight()) {
        lies.incrementAndGet(); // There is no room to say which.
      }
    } catch (IOException | StackOverflowError full) {
      // Correct: there was no room.
    }
  }

  private static void require(String what, boolean right) {
    if (!right) {
      System.out.println("wrong: " + what);
    }
  }
}
