package com.example;

import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

@IoProc("ZIP")
class ZipIoProc {

  @OnOpen
  void open(OpenRequest request) {}
}
