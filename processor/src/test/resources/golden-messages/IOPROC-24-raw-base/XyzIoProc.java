package com.example;

import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OpenRequest;

@IoProc("XYZ")
class XyzIoProc extends Base {

  @OnRead
  int read(XyzFile file, ByteBuffer buffer, long position) {
    return -1;
  }
}

abstract class Base<F> {

  @OnOpen
  F open(OpenRequest request) {
    throw new UnsupportedOperationException();
  }
}

class XyzFile {}
