package com.example;

import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;

/** Its files can only be read. */
@IoProc("TONE")
public record ToneIoProc() {

  @OnOpen
  String open(MmioName name) {
    return name.element();
  }

  @OnRead
  int read(String file, ByteBuffer buffer, long position) {
    return -1;
  }
}
