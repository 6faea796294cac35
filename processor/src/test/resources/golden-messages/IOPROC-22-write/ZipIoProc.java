package com.example;

import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OnWrite;
import org.ioproc.OpenRequest;

@IoProc("ZIP")
class ZipIoProc {

  @OnOpen
  byte[] open(OpenRequest request) {
    return new byte[1024];
  }

  @OnWrite
  int write(byte[] file, ByteBuffer buffer, long position) {
    return buffer.remaining();
  }
}
