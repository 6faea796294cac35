package org.ioproc.samples.remote;

import java.io.IOException;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/** A failure after which the same request may succeed. */
final class LostConnectionException extends IOException {

  private static final long serialVersionUID = 1;

  LostConnectionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Returns the failure for the program after the last try. */
  MmioException last() {
    return new MmioException(MmioError.NETWORK_ERROR, String.valueOf(getMessage()), this);
  }
}
