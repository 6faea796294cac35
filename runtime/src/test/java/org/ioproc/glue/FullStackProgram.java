package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.MmioMessage;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Transport;
import org.ioproc.support.LogRecords;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages from each of the last frames that fit on the stack, and prints wrong answers. It
 * needs its own process, because an overflow may break classes for good or, with FFM, crash it.
 */
final class FullStackProgram {

  /** The sizes of the stacks, in bytes. The first selects the system's smallest stack. */
  private static final int[] SIZES = {1, 192 * 1024, 401_000};

  /** The documented stack size, in bytes, with which a procedure works and logs. */
  private static final int SUFFICIENT = 256 * 1024;

  /** An overflow takes a hundred times longer under Wine than on Linux. */
  private static final int FRAMES = File.separatorChar == '/' ? 500 : 100;

  private static final Transport TRANSPORT = Transport.current();
  private static final RememberingGlue GLUE = new RememberingGlue();
  private static final long STUB = TRANSPORT.stub(GLUE::callback);
  private static final MmioInfo INFO = MmioInfo.allocate();
  private static final ByteBuffer MEMORY =
      ByteBuffer.allocateDirect(16).put(0, "a.full+b".getBytes(StandardCharsets.US_ASCII));
  private static final long NAME = TRANSPORT.memory().address(MEMORY);
  private static final long BUFFER = NAME + 12;

  private static final List<Message> MESSAGES =
      List.of(
          new Message("open", MMIOM_OPEN, 0, NAME, 0, 0),
          new Message("exist", MMIOM_OPEN, MMIO_EXIST, NAME, 0, 0),
          new Message("delete", MMIOM_OPEN, MMIO_DELETE, NAME, 0, 0),
          new Message("rename", MMIOM_RENAME, 0, NAME, NAME, 0),
          new Message("read", MMIOM_READ, 0, BUFFER, 1, 1),
          new Message("seek", MMIOM_SEEK, 0, 3, 2, 4),
          new Message("custom", MMIOM_USER, 0, 0, 0, 7),
          new Message("close", MMIOM_CLOSE, 0, 0, 0, 0));

  private final List<String> wrong = new ArrayList<>();
  private int expectedOpen;
  private int token;
  private int framesLeft;
  private int wrongAnswers;
  private long lastWrongAnswer;

  private FullStackProgram() {}

  public static void main(String[] arguments) throws Exception {
    FullStackProgram program = new FullStackProgram();
    for (int size : SIZES) {
      program.failFirst(size);
    }
    for (int size : SIZES) {
      for (Message message : MESSAGES) {
        program.open();
        run(size, () -> program.sendFromEachFrame(message));
      }
    }
    run(SUFFICIENT, program::requireService);
    program.wrong.stream().distinct().forEach(System.out::println);
    System.out.println("done");
  }

  private static void run(int stackSize, Runnable task) throws InterruptedException {
    Thread thread = new Thread(null, task, "small", stackSize);
    thread.start();
    thread.join();
  }

  /** Fails before the classes that handle failures are loaded. */
  private void failFirst(int size) throws InterruptedException {
    GLUE.failure = new IllegalStateException("a fault");
    run(size, () -> sendFromEachFrame(MESSAGES.get(0)));
    GLUE.failure = null;
  }

  /** Opens the file for the messages that need one. */
  private void open() {
    INFO.flags(0);
    require("open", send(MMIOM_OPEN, NAME, 0), 0);
    token = INFO.info(2);
    expectedOpen++;
  }

  private void sendFromEachFrame(Message message) {
    framesLeft = FRAMES;
    wrongAnswers = 0;
    descend(message);
    require("wrong answers to " + message.name + ", last " + lastWrongAnswer, wrongAnswers, 0);
  }

  /** Recurses as deep as possible, then sends the message from each frame on the way back. */
  private void descend(Message message) {
    try {
      descend(message);
    } catch (StackOverflowError full) {
      // The deepest frame.
    }
    if (framesLeft > 0) {
      framesLeft--;
      try {
        attempt(message);
      } catch (StackOverflowError full) {
        // The message was not sent.
      }
    }
  }

  private void attempt(Message message) {
    INFO.flags(message.flags);
    INFO.info(2, message.number == MMIOM_OPEN ? 0 : token);
    INFO.diskOffset(0);
    GLUE.ran = null;
    long answer = send(message.number, message.lParam1, message.lParam2);
    boolean succeeded = answer == message.answer && GLUE.ran != null;
    if (!succeeded && !isFailure(message.number, answer)) {
      wrongAnswers++; // The stack has no room to describe it.
      lastWrongAnswer = answer;
    } else if (succeeded && message.number == MMIOM_OPEN && message.flags == 0) {
      expectedOpen++;
    } else if (message.number == MMIOM_CLOSE && GLUE.ran != null) {
      expectedOpen--;
    }
  }

  private static boolean isFailure(int message, long answer) {
    return switch (message) {
      case MMIOM_OPEN, MMIOM_CLOSE, MMIOM_RENAME -> answer > 0;
      default -> answer == -1;
    };
  }

  /** Requires that files open, and that failures return their codes and are logged. */
  private void requireService() {
    LogRecords log = new LogRecords();
    log.open();
    open();
    INFO.info(2, token);
    require("close", send(MMIOM_CLOSE, 0, 0), 0);
    expectedOpen--;
    GLUE.failure = new IllegalStateException("a fault");
    require("an open that fails", send(MMIOM_OPEN, NAME, 0), 259);
    require("a rename that fails", send(MMIOM_RENAME, NAME, NAME), 259);
    require("records", log.records().size(), 2);
    require("open files", GLUE.openFiles(), expectedOpen);
    log.close();
  }

  private void require(String what, long found, long expected) {
    if (found != expected) {
      wrong.add(what + ": " + found + ", not " + expected);
    }
  }

  private static long send(int message, long lParam1, long lParam2) {
    return TRANSPORT.call(STUB, INFO.address(), message, lParam1, lParam2);
  }

  private record Message(
      String name, int number, int flags, long lParam1, long lParam2, long answer) {}

  /** Glue that remembers which of its handlers ran last. */
  private static final class RememberingGlue extends FullGlue<String> {

    @Nullable String ran;
    @Nullable RuntimeException failure;

    RememberingGlue() {
      super("FULL");
    }

    @Override
    protected boolean handles(int message) {
      return message == MMIOM_USER;
    }

    private void ran(String handler) {
      ran = handler;
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    protected String onOpen(OpenRequest request) {
      ran("open");
      return "file";
    }

    @Override
    protected int onRead(String file, ByteBuffer buffer, long position) {
      ran("read");
      buffer.put((byte) 1);
      return 1;
    }

    @Override
    protected long onSize(String file) {
      ran("size");
      return 7;
    }

    @Override
    protected void onClose(String file) {
      ran("close");
    }

    @Override
    protected void onRename(MmioName from, MmioName to) {
      ran("rename");
    }

    @Override
    protected void onDelete(MmioName file) {
      ran("delete");
    }

    @Override
    protected long onMessage(String file, MmioMessage message) {
      ran("message");
      return 7;
    }
  }
}
