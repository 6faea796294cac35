package com.example.tape;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;

@IoProc("TAPE")
public final class TapeIoProc {
  @OnOpen
  Path open(MmioName name) {
    return Path.of(name.element());
  }
}
