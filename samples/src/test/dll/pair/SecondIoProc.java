package com.example;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** A procedure whose constructor does what the C program asks. */
@IoProc("TWO ")
public final class SecondIoProc {

  SecondIoProc() throws IOException, InterruptedException {
    Rendezvous.construct("Second");
  }

  @OnOpen
  ByteBuffer open(OpenRequest request) {
    return Tone.wav(8000);
  }
}
