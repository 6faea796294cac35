package org.ioproc.samples.testing;

import java.nio.file.StandardOpenOption;
import org.ioproc.OpenRequest;

/** Creates requests to open a file, like those of a program. */
public final class Request {

  private Request() {}

  public static OpenRequest toRead(Object name) {
    return OpenRequest.of(name.toString(), StandardOpenOption.READ);
  }

  public static OpenRequest toWrite(Object name) {
    return OpenRequest.of(name.toString(), StandardOpenOption.WRITE);
  }

  public static OpenRequest toCreate(Object name) {
    return OpenRequest.of(
        name.toString(),
        StandardOpenOption.WRITE,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }
}
