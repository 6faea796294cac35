package com.example;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnDelete;
import org.ioproc.OnOpen;
import org.ioproc.OnRename;
import org.ioproc.OpenRequest;

/** Leads to ordinary files, and has a constructor that throws. */
@IoProc("DIR ")
public class PathIoProc {

  /**
   * Makes one.
   *
   * @throws java.io.IOException never
   * @throws IllegalStateException never
   */
  public PathIoProc() throws java.io.IOException, IllegalStateException {}

  @OnOpen
  Path open(OpenRequest request) {
    return Path.of(request.rawName());
  }

  @OnRename
  void rename(MmioName from, MmioName to) {}

  @OnDelete
  void delete(MmioName file) {}
}
