package com.example.sounds;

import java.nio.file.Path;

public final class Sounds {
  private Sounds() {}

  public static Path file(String element) {
    return Path.of(element);
  }
}
