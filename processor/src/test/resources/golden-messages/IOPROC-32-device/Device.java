package com.example;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

@IoProc("ZIP")
class Con {

  @OnOpen
  Path open(OpenRequest request) {
    return Path.of(request.rawName());
  }
}
