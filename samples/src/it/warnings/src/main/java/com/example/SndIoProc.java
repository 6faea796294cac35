package com.example;

import java.io.IOException;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;

/** Opens the element of a name as a file. */
@IoProc("SND ")
public final class SndIoProc {
  /** Creates the procedure. */
  public SndIoProc() {}

  /**
   * Opens the element as a file.
   *
   * @param name the name that the program opens
   * @return the path of the element
   * @throws IOException if there is no such file
   */
  @OnOpen
  public Path open(MmioName name) throws IOException {
    return Path.of(name.element());
  }
}
