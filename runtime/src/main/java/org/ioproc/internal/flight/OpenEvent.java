package org.ioproc.internal.flight;

import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A program opened, deleted or looked for a file. */
@Label("Open")
@Name("org.ioproc.Open")
final class OpenEvent extends FileEvent {

  private static final OpenEvent PROBE = new OpenEvent();

  static @Nullable RecordedMessage begun() {
    return PROBE.isEnabled() ? EventRecorder.begin(new OpenEvent()) : null;
  }
}
