package com.example;

import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.MmioException;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/**
 * Opens any file as the tone; one whose name begins with "large" has 64 MiB. This is the procedure
 * of a second DLL.
 */
@IoProc("TAR ")
public final class TarIoProc {

  @OnOpen
  ByteBuffer open(OpenRequest request) throws MmioException {
    return request.name().element().startsWith("large") ? Large.WAV.duplicate() : Tone.wav(8000);
  }

  private static final class Large {

    static final ByteBuffer WAV = Tone.wav((64 << 20) - 44);
  }
}
