package com.example;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;

@IoProc("SND ")
public final class SndIoProc {
  @OnOpen
  Path open(MmioName name) {
    return Path.of(name.element());
  }
}
