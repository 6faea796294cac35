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
 * every wrong result. It is a program, because an overflow can damage a class for the rest of the
 * process, and because FFM can end the process.
 */
final class FullStackProgram {

  /** Stack sizes in bytes. The first means the smallest that the system allows. */
  private static final int[] SIZES = {1, 192 * 1024};

  /** An overflow takes Wine a hundred times as long as Linux. */
  private static final int FRAMES = File.separatorChar == '/' ? 500 : 100;

  /** Answers a seek with the position, and every other message with a constant. */
  private static final long PROCEDURE =
      Transport.current()
          .stub((info, message, p1, p2) -> message >= 0x8000 ? 7 : message == 2 ? p1 : 0);

  private final ByteBuffer memory = ByteBuffer.allocateDirect(8);
  private final AtomicInteger wrongResults = new AtomicInteger();
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

  /** Runs the check so often that the JVM compiles it, if it may. */
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
      wrongResults.set(0);
      Thread thread = new Thread(null, () -> descend(use), "small", size);
      thread.start();
      thread.join();
      require(what + " on a full stack", wrongResults.get() == 0);
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
        wrongResults.incrementAndGet(); // There is no room to say which.
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
