package com.example;

import java.nio.file.Path;
import javax.inject.Inject;
import lombok.RequiredArgsConstructor;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Lombok generates the constructor, and Dagger calls it. */
@IoProc("SND ")
@RequiredArgsConstructor(onConstructor_ = @Inject)
public final class SndIoProc {
  private final Folder folder;

  @OnOpen
  Path open(OpenRequest request) {
    return folder.path().resolve(request.name().orElseThrow().element());
  }
}
