package org.ioproc.internal.flight;

import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A program closed a file. */
@Label("Close")
@Name("org.ioproc.Close")
final class CloseEvent extends FileEvent {

  private static final CloseEvent PROBE = new CloseEvent();

  static @Nullable RecordedMessage begun() {
    return PROBE.isEnabled() ? EventRecorder.begin(new CloseEvent()) : null;
  }
}
