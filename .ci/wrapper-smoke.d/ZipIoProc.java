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

/** Opens tone.wav in any container, and fails in the ways that SMOKE_FAIL asks for. */
@IoProc("ZIP ")
public final class ZipIoProc {

  /** What the wrapper calls the threads that it attaches. */
  private static final String CLIENT = "mmio client";

  /** A thread on which a handler has left what it must not leave. */
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

  /** The text of a failure is how a handler can tell the C program something. */
  private static MmioException said(String text) {
    return new MmioException(MmioError.CANNOT_OPEN, text);
  }

  /** The program's threads find the library's classes, however early they came. */
  private static void requireOwnLoader() throws MmioException {
    Thread thread = Thread.currentThread();
    if (thread.getName().equals(CLIENT)
        && thread.getContextClassLoader() != ZipIoProc.class.getClassLoader()) {
      throw said("the thread's class loader is " + thread.getContextClassLoader());
    }
  }

  /** How many of the program's threads are attached. */
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
      throw new IllegalStateException("the " + where + " was told to fail");
    }
  }

  /** Not needed for the first file, whose time is measured. */
  private static final class Threads {
    static final ThreadMXBean BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  }
}
