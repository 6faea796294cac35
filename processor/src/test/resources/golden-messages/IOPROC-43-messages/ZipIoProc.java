package com.example;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.MmioMessage;
import org.ioproc.OnMessage;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

@IoProc("ZIP")
class ZipIoProc {

  @OnOpen
  Path open(OpenRequest request) {
    return Path.of(request.rawName());
  }

  // 1001 times: @OnMessage(0x8000 + #) long m#(SeekableByteChannel file, MmioMessage message) { return #; }
}
