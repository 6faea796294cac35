package com.example;

import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

@IoProc("ZIP")
class ZipIoProc {

  @OnOpen
  <T> T open(OpenRequest request) {
    throw new UnsupportedOperationException();
  }
}
