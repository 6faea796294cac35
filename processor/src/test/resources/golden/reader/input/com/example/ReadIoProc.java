package com.example;

import java.nio.ByteBuffer;
import java.util.Map;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OpenRequest;

/** Only reads; its files have a generic type. */
@IoProc("READ")
final class ReadIoProc {

  @OnOpen
  Map<String, ? extends Number[]> open(OpenRequest request) {
    return Map.of();
  }

  @OnRead
  int read(Map<String, ?> file, ByteBuffer buffer, long position) {
    return -1;
  }
}
