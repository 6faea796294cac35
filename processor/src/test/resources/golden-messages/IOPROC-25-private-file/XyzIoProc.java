package com.example;

import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OpenRequest;

@IoProc("XYZ")
class XyzIoProc {

  @OnOpen
  XyzFile open(OpenRequest request) {
    return new XyzFile();
  }

  @OnRead
  int read(XyzFile file, ByteBuffer buffer, long position) {
    return -1;
  }

  private static class XyzFile {}
}
