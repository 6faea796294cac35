package org.ioproc.bench;

import java.nio.file.NoSuchFileException;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Every file that has a name is missing. */
@IoProc("MISS")
final class MissingIoProc {

  @OnOpen
  byte[] open(OpenRequest request) throws NoSuchFileException {
    if (request.rawName().isEmpty()) {
      return new byte[0];
    }
    throw new NoSuchFileException(request.rawName());
  }
}
