package com.example;

import java.nio.file.Path;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;

/** Lombok generates a no-argument constructor, so installAll finds the class. */
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
