package com.example;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/**
 * Opens tone.wav in any container. Other elements do in Java what their names say, and most then
 * fail: the failure's text is an answer to the C program. The variable SMOKE_FAIL makes the class
 * itself fail.
 */
@IoProc("ZIP ")
public final class ZipIoProc {

  /** The name that the wrapper gives the threads that it attaches. */
  private static final String CLIENT = "mmio client";

  /** The thread that a handler interrupted and whose priority it changed. */
  private static volatile Thread leaving = Thread.currentThread();

  static {
    fail("initializer");
  }

  ZipIoProc() {
    fail("constructor");
  }

  @OnOpen
  ByteBuffer open(OpenRequest request) throws Exception {
    String name = request.rawName();
    String element = MmioName.find(name).map(MmioName::element).orElse(name);
    return switch (element) {
      case "tone.wav" -> {
        requireOwnLoader();
        yield Tone.wav(8000);
      }
      case "short.wav" -> Tone.wav(400);
      case "threads" -> throw answer(clients() + " attached");
      case "allocated" -> throw answer("" + Threads.BEAN.getCurrentThreadAllocatedBytes());
      case "garbage" -> {
        Garbage.make();
        throw answer("collected");
      }
      case "noise" -> {
        Noise.make();
        throw answer("noise was made");
      }
      case "fault" -> throw new IllegalStateException("noise from a fault");
      case "exit" -> {
        System.exit(3);
        yield null;
      }
      case "crash" -> {
        Noise.crash();
        yield null;
      }
      case "leave" -> {
        leaving = Thread.currentThread();
        leaving.interrupt();
        leaving.setPriority(Thread.MAX_PRIORITY);
        throw answer("left");
      }
      case "left" -> throw answer(
          "interrupted: " + leaving.isInterrupted() + ", priority: " + leaving.getPriority());
      case "damage" -> {
        Damage.make();
        throw answer("damaged");
      }
      case "path" -> throw answer("" + MmioName.of(request.rawName()).containerPath());
      case "through-mmio" -> ThroughMmio.plain();
      case "through-another" -> ThroughMmio.installed();
      case "deep.wav" -> ByteBuffer.allocate(deep(1));
      default -> throw new MmioException(
          MmioError.FILE_NOT_FOUND, "entry " + element + " not in music.zip");
    };
  }

  /** Returns a failure whose text is an answer to the C program. */
  private static MmioException answer(String text) {
    return new MmioException(MmioError.CANNOT_OPEN, text);
  }

  /** Requires that the program's threads, even the first ones, have the DLL's class loader. */
  private static void requireOwnLoader() throws MmioException {
    Thread thread = Thread.currentThread();
    if (thread.getName().equals(CLIENT)
        && thread.getContextClassLoader() != ZipIoProc.class.getClassLoader()) {
      throw answer("the thread's class loader is " + thread.getContextClassLoader());
    }
  }

  /** Returns how many of the program's threads are attached. */
  private static long clients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(CLIENT))
        .count();
  }

  private static int deep(int depth) {
    return deep(depth + 1) + 1;
  }

  private static void fail(String where) {
    if (where.equals(System.getenv("SMOKE_FAIL"))) {
      throw new IllegalStateException("the " + where + " fails as SMOKE_FAIL says");
    }
  }

  /** Loads the bean late, because figures.exe measures the time of the first open. */
  private static final class Threads {
    static final ThreadMXBean BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  }
}
