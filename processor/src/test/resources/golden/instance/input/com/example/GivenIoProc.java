package com.example;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** An application creates it with a folder, which no host could supply. */
@Deprecated
@SuppressWarnings("ioproc")
@IoProc("GIVN")
class GivenIoProc {

  private final Path folder;

  GivenIoProc(Path folder) {
    this.folder = folder;
  }

  @OnOpen
  Path open(OpenRequest request) {
    return folder.resolve(request.rawName());
  }
}
