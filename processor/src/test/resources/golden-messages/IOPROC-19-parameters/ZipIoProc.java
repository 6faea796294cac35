package com.example;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;

@IoProc("ZIP")
class ZipIoProc {

  @OnOpen
  Path open(String name) {
    return Path.of(name);
  }
}
