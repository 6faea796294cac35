package com.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes two plain files: the tone, and a short sound to play. */
final class WritePlain {

  private WritePlain() {}

  public static void main(String[] files) throws IOException {
    Files.write(Path.of(files[0]), Tone.wav(8000).array());
    Files.write(Path.of(files[1]), Tone.wav(400).array());
  }
}
