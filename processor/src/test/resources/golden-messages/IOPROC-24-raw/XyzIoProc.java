package com.example;

import java.nio.ByteBuffer;
import java.util.List;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OpenRequest;

@IoProc("XYZ")
class XyzIoProc {

  @OnOpen
  List open(OpenRequest request) {
    return List.of();
  }

  @OnRead
  int read(List file, ByteBuffer buffer, long position) {
    return -1;
  }
}
