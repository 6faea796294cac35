package com.example;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/**
 * A record, with a constructor beside its own.
 *
 * @param folder where the files are
 */
@IoProc("FLDR")
public record FolderIoProc(Path folder) {

  /** Opens files of the working directory. */
  public FolderIoProc() {
    this(Path.of(""));
  }

  @OnOpen
  Path open(OpenRequest request) {
    return folder.resolve(request.rawName());
  }
}
