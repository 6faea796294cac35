package com.example;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

@IoProc("ZIP")
class ZipIoProc {

  private final Path folder;

  ZipIoProc(Path folder) {
    this.folder = folder;
  }

  @OnOpen
  Path open(OpenRequest request) {
    return folder.resolve(request.rawName());
  }
}
