package org.ioproc.bench;

import java.nio.file.NoSuchFileException;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Reports every file that has a name as missing. */
@SuppressWarnings("ioproc") // Only the benchmark creates it.
@IoProc("MISS")
final class MissingIoProc {

  private final byte[] nameless;

  MissingIoProc(byte[] nameless) {
    this.nameless = nameless;
  }

  @OnOpen
  byte[] open(OpenRequest request) throws NoSuchFileException {
    if (request.rawName().isEmpty()) {
      return nameless;
    }
    throw new NoSuchFileException(request.rawName());
  }
}
