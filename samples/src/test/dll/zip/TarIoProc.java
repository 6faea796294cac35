package com.example;

import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Opens any file as the tone. This is the procedure of a second DLL. */
@IoProc("TAR ")
public final class TarIoProc {

  @OnOpen
  ByteBuffer open(OpenRequest request) {
    return Tone.wav(8000);
  }
}
