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
 * Opens tone.wav in any container. Other elements do in Java what their names say, and then fail:
 * the failure's text carries an answer to the C program. The variable SMOKE_FAIL makes the class
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
    String element = MmioName.find(request.rawName()).map(MmioName::element).orElse(request.rawName());
    return switch (element) {
      case "tone.wav" -> {
        requireOwnLoader();
        yield Tone.wav(8000);
      }
      case "short.wav" -> Tone.wav(400);
      case "threads" -> throw said(clients() + " attached");
      case "allocated" -> throw said("" + Threads.BEAN.getCurrentThreadAllocatedBytes());
      case "garbage" -> {
        Garbage.make();
        throw said("collected");
      }
      case "noise" -> {
        Noise.make();
        throw said("noise was made");
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
        throw said("left");
      }
      case "left" -> throw said(
          "interrupted: " + leaving.isInterrupted() + ", priority: " + leaving.getPriority());
      case "path" -> throw said("" + MmioName.of(request.rawName()).containerPath());
      case "through-mmio" -> ThroughMmio.plain();
      case "through-another" -> ThroughMmio.installed();
      case "deep.wav" -> ByteBuffer.allocate(deep(1));
      default -> throw new MmioException(
          MmioError.FILE_NOT_FOUND, "entry " + element + " not in music.zip");
    };
  }

  /** A failure whose text is an answer to the C program. */
  private static MmioException said(String text) {
    return new MmioException(MmioError.CANNOT_OPEN, text);
  }

  /** Requires that a thread of the program's, however early it came, finds the DLL's classes. */
  private static void requireOwnLoader() throws MmioException {
    Thread thread = Thread.currentThread();
    if (thread.getName().equals(CLIENT)
        && thread.getContextClassLoader() != ZipIoProc.class.getClassLoader()) {
      throw said("the thread's class loader is " + thread.getContextClassLoader());
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

  /** Loaded late, because the time of the first open is measured. */
  private static final class Threads {
    static final ThreadMXBean BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  }
}
