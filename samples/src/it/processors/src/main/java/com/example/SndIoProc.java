package com.example;

import java.nio.file.Path;
import javax.inject.Inject;
import lombok.RequiredArgsConstructor;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;

/** Lombok writes its constructor, Dagger calls it. */
@IoProc("SND ")
@RequiredArgsConstructor(onConstructor_ = @Inject)
public final class SndIoProc {
  private final Folder folder;

  @OnOpen
  Path open(MmioName name) {
    return folder.path().resolve(name.element());
  }
}
