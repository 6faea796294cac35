package com.example;

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

  @OnMessage(0x8001)
  long isPlaying(Path file, MmioMessage message) {
    return 1;
  }
}
