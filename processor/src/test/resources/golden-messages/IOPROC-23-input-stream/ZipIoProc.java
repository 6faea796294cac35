package com.example;

import java.io.InputStream;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

@IoProc("ZIP")
class ZipIoProc {

  @OnOpen
  InputStream open(OpenRequest request) {
    return ZipIoProc.class.getResourceAsStream(request.rawName());
  }
}
