package com.example;

import java.nio.file.Path;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Lombok generates a no-argument constructor, so installAll finds the class. */
@IoProc("PLAI")
@NoArgsConstructor
public final class PlainIoProc {
  @Getter private int opened;

  @OnOpen
  Path open(OpenRequest request) {
    opened++;
    return Path.of(request.name().orElseThrow().element());
  }
}
