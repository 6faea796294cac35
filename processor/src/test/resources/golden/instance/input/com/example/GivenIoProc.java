package com.example;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Cannot be made without a folder, so there is nothing for a host to call. */
@Deprecated
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
