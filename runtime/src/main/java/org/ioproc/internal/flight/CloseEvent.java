package org.ioproc.internal.flight;

import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import org.jspecify.annotations.Nullable;

/** A program closed a file. */
@Label("Close")
@Name("org.ioproc.Close")
@Registered
final class CloseEvent extends FileEvent {

  private static final CloseEvent PROBE = new CloseEvent();

  static @Nullable RecordedMessage begun() {
    if (!PROBE.isEnabled()) {
      return null;
    }
    CloseEvent event = new CloseEvent();
    event.begin();
    return event;
  }
}
