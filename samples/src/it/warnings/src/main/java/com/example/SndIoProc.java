package com.example;

import java.io.IOException;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Opens the element of a name as a file. */
@IoProc("SND ")
public final class SndIoProc {
  /** Creates the procedure. */
  public SndIoProc() {}

  /**
   * Opens the element as a file.
   *
   * @param request what the program asks for
   * @return the element
   * @throws IOException if there is no such file
   */
  @OnOpen
  public Path open(OpenRequest request) throws IOException {
    return Path.of(request.name().orElseThrow().element());
  }
}
