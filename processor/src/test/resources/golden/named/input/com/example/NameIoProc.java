package com.example;

import java.io.IOException;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;

/** Opens a path as the program asks, and needs only the name for that. */
@IoProc("NAME")
public class NameIoProc {

  /** Creates one. */
  public NameIoProc() {}

  @OnOpen
  Path open(MmioName name) throws IOException {
    return name.containerPath().resolve(name.element());
  }
}
