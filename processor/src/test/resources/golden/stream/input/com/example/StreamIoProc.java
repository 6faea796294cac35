package com.example;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Its files are streams. */
@IoProc("STRM")
public class StreamIoProc {

  /** Creates one. */
  public StreamIoProc() {}

  @OnOpen
  InputStream open(OpenRequest request) {
    return new ByteArrayInputStream(new byte[4]);
  }
}
