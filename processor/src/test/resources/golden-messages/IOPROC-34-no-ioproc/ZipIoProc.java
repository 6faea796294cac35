package com.example;

import java.nio.file.Path;
import org.ioproc.OpenRequest;

class ZipIoProc {

  Path open(OpenRequest request) {
    return Path.of(request.rawName());
  }
}
