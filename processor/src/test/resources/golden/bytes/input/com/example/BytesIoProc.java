package com.example;

import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Its files are in memory. */
@IoProc("BYT")
public class BytesIoProc {

  /** Makes one. */
  public BytesIoProc() {}

  @OnOpen
  byte[] open(OpenRequest request) {
    return new byte[4];
  }
}
