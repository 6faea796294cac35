package com.example;

import java.io.IOException;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

@IoProc("SND ")
public final class SndIoProc {
  @OnOpen
  Path open(OpenRequest request) throws IOException {
    return Path.of(request.name().orElseThrow().element());
  }
}
