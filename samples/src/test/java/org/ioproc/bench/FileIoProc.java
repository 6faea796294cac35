package org.ioproc.bench;

import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Opens one file on disk under any name. */
@SuppressWarnings("ioproc") // Only the benchmark creates it.
@IoProc("BFIL")
final class FileIoProc {

  private final Path path;

  FileIoProc(Path path) {
    this.path = path;
  }

  @OnOpen
  Path open(OpenRequest request) {
    return path;
  }
}
