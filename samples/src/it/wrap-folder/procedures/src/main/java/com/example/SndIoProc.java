package com.example;

import com.example.sounds.Sounds;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;

@IoProc("SND ")
public final class SndIoProc {
  @OnOpen
  Path open(MmioName name) {
    return Sounds.file(name.element());
  }
}
