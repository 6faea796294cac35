package com.example;

import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;

/** Opens any element as a tone whose reading does to Java what the element's name says. */
@IoProc("BAD ")
public final class FaultyIoProc {

  @OnOpen
  FaultyChannel open(MmioName name) {
    return new FaultyChannel(name.element());
  }
}
