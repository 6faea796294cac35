package com.example;

import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OpenRequest;

@IoProc("ZIP")
class ZipIoProc<F> {

  @OnOpen
  F open(OpenRequest request) {
    throw new UnsupportedOperationException();
  }

  @OnRead
  int read(F file, ByteBuffer buffer, long position) {
    return -1;
  }
}
