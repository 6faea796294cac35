package com.example;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.IoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Opens tone.wav in any container, and fails in the ways that SMOKE_FAIL asks for. */
@IoProc("ZIP ")
public final class ZipIoProc {

  private static final int SAMPLES = 8000;

  static {
    fail("initializer");
  }

  ZipIoProc() {
    fail("constructor");
  }

  @OnOpen
  ByteBuffer open(OpenRequest request) throws IOException {
    String element = request.name().map(name -> name.element()).orElse(request.rawName());
    return switch (element) {
      case "tone.wav" -> tone();
      case "threads" -> throw new MmioException(MmioError.CANNOT_OPEN, clients() + " attached");
      case "deep.wav" -> ByteBuffer.allocate(deep(1));
      default -> throw new MmioException(
          MmioError.FILE_NOT_FOUND, "entry " + element + " not in music.zip");
    };
  }

  /** How many of the program's threads are attached. */
  private static long clients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("mmio client"))
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

  private static ByteBuffer tone() {
    ByteBuffer wav = ByteBuffer.allocate(44 + SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes()).putInt(36 + SAMPLES).put("WAVEfmt ".getBytes()).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(8000);
    wav.putShort((short) 1).putShort((short) 8).put("data".getBytes()).putInt(SAMPLES);
    for (int i = 0; i < SAMPLES; i++) {
      wav.put((byte) (i * 7));
    }
    return wav.flip();
  }
}
