package org.ioproc.samples;

import java.nio.file.StandardOpenOption;
import org.ioproc.OpenRequest;

/** What a program asks for, without a program. */
final class Request {

  private Request() {}

  static OpenRequest toRead(Object name) {
    return OpenRequest.of(name.toString(), StandardOpenOption.READ);
  }

  static OpenRequest toWrite(Object name) {
    return OpenRequest.of(name.toString(), StandardOpenOption.WRITE);
  }

  static OpenRequest toMake(Object name) {
    return OpenRequest.of(
        name.toString(),
        StandardOpenOption.WRITE,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }
}
