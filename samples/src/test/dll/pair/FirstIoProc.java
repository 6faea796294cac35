package com.example;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** A procedure whose constructor does what the C program asks. */
@IoProc("ONE ")
public final class FirstIoProc {

  FirstIoProc() throws IOException, InterruptedException {
    Rendezvous.construct("First");
  }

  @OnOpen
  ByteBuffer open(OpenRequest request) {
    return Tone.wav(8000);
  }
}
