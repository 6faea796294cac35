package org.ioproc.samples.clips;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Creates {@code cvid.avi}, {@code cram.avi} and {@code tune.mid} in a folder, and adds them to the
 * folder's {@code music.zip}. The argument is the folder. Beside each, a file with the extension
 * {@code .result} contains the pictures that a decoder must show, or the messages that a MIDI
 * device must get.
 */
final class Clips {

  private static final int FRAMES = 12;
  private static final int FRAMES_PER_SECOND = 10;
  private static final int KEY_FRAME_EVERY = 8;

  private final Path folder;

  private Clips(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    Clips clips = new Clips(Path.of(arguments[0]));
    clips.addVideo("cvid", new CinepakEncoder());
    clips.addVideo("cram", new CramEncoder());
    clips.add("tune", ".mid", Tune.content(), Tune.messages());
  }

  private void addVideo(String name, VideoEncoder encoder) throws IOException {
    AviFile file = new AviFile(encoder, Scene.WIDTH, Scene.HEIGHT, FRAMES_PER_SECOND);
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    for (int i = 0; i < FRAMES; i++) {
      boolean key = i % KEY_FRAME_EVERY == 0;
      file.add(encoder.encode(Scene.draw(i), key), key);
      pictures.writeBytes(encoder.shown().bitmap());
    }
    add(name, ".avi", file.content(), pictures.toByteArray());
  }

  private void add(String name, String extension, byte[] content, byte[] result)
      throws IOException {
    Files.write(folder.resolve(name + extension), content);
    Files.write(folder.resolve(name + ".result"), result);
    try (FileSystem archive = FileSystems.newFileSystem(folder.resolve("music.zip"))) {
      Files.write(archive.getPath(name + extension), content);
    }
  }
}
