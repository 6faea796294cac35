package com.example;

import com.google.auto.value.AutoValue;
import java.nio.file.Path;

@AutoValue
abstract class Folder {
  static Folder of(Path path) {
    return new AutoValue_Folder(path);
  }

  abstract Path path();
}
