package com.example;

import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OnWrite;

/** Its files can be written, but not created. */
@IoProc("TAPE")
public class TapeIoProc {

  /** Creates one. */
  public TapeIoProc() {}

  @OnOpen
  String open(MmioName name) {
    return name.element();
  }

  @OnRead
  int read(String file, ByteBuffer buffer, long position) {
    return -1;
  }

  @OnWrite
  int write(String file, ByteBuffer buffer, long position) {
    return 0;
  }
}
