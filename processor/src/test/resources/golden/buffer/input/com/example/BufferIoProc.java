package com.example;

import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Its files are in memory. */
@IoProc("BUF")
public class BufferIoProc {

  /** Makes one. */
  public BufferIoProc() {}

  @OnOpen
  ByteBuffer open(OpenRequest request) {
    return ByteBuffer.allocate(4);
  }
}
