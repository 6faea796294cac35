package org.ioproc.testing;

import java.util.List;
import org.ioproc.mmio.Mmio;

/** The ways in which programs' calls reach a procedure. */
enum Way {
  STRAIGHT("straight"),
  NATIVE("at the native address"),
  WINMM("through winmm");

  private final String text;

  Way(String text) {
    this.text = text;
  }

  /** Returns the ways that this system has. */
  static List<Way> available() {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return windows ? List.of(values()) : List.of(STRAIGHT, NATIVE);
  }

  Mmio manager() {
    return switch (this) {
      case STRAIGHT -> Mmio.newEmbedded();
      case NATIVE -> Mmio.newEmbeddedNative();
      case WINMM -> Mmio.system();
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
