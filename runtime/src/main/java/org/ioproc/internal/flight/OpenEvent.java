package org.ioproc.internal.flight;

import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import org.jspecify.annotations.Nullable;

/** A program opened, deleted or looked for a file. */
@Label("Open")
@Name("org.ioproc.Open")
@Registered
final class OpenEvent extends FileEvent {

  private static final OpenEvent PROBE = new OpenEvent();

  static @Nullable RecordedMessage begun() {
    if (!PROBE.isEnabled()) {
      return null;
    }
    OpenEvent event = new OpenEvent();
    event.begin();
    return event;
  }
}
