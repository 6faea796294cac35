package com.example;

import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

@IoProc("XYZ")
class XyzIoProc {

  @OnOpen
  XyzFile open(OpenRequest request) {
    return new XyzFile();
  }
}

class XyzFile {}
