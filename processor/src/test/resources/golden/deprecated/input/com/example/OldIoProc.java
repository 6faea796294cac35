package com.example;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** A procedure whose constructor throws what is about to go. */
@IoProc("OLD")
public final class OldIoProc {

  /**
   * Called by generated code.
   *
   * @throws OldException never
   */
  @SuppressWarnings("removal")
  public OldIoProc() throws OldException {}

  @OnOpen
  Path open(OpenRequest request) {
    return Path.of(".");
  }
}
