package com.example;

import java.nio.file.Path;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;

/** Lombok writes a constructor without arguments, so that installAll finds the class. */
@IoProc("PLAI")
@NoArgsConstructor
public final class PlainIoProc {
  @Getter private int opened;

  @OnOpen
  Path open(MmioName name) {
    opened++;
    return Path.of(name.element());
  }
}
