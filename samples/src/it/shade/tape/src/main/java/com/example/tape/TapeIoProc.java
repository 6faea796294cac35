package com.example.tape;

import java.io.IOException;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

@IoProc("TAPE")
public final class TapeIoProc {
  @OnOpen
  Path open(OpenRequest request) throws IOException {
    return Path.of(request.name().orElseThrow().element());
  }
}
