package com.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnClose;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Opens files that it deletes when they are closed. */
@IoProc("TEMP")
public class TempIoProc {

  /** Creates one. */
  public TempIoProc() {}

  @OnOpen
  Path open(OpenRequest request) throws IOException {
    return Files.createTempFile("temp", null);
  }

  @OnClose
  void close(Path file) throws IOException {
    Files.delete(file);
  }
}
