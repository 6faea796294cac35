package com.example;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

class Player {

  @IoProc("ZIP")
  private static class ZipIoProc {

    @OnOpen
    Path open(OpenRequest request) {
      return Path.of(request.rawName());
    }
  }
}
