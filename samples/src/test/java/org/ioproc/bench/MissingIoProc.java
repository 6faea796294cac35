package org.ioproc.bench;

import java.nio.file.NoSuchFileException;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** No file at all. */
@IoProc("MISS")
final class MissingIoProc {

  @OnOpen
  byte[] open(OpenRequest request) throws NoSuchFileException {
    throw new NoSuchFileException(request.rawName());
  }
}
