package org.ioproc.mmio;

import java.io.IOException;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * The sound in a file, for {@code javax.sound}. A program that uses this class has the module
 * {@code java.desktop}.
 *
 * <pre>{@code
 * try (MmioFile file = Mmio.system().open("music.zip+track.wav", MmioFlag.ALLOCBUF);
 *     AudioInputStream sound = WaveSound.of(file)) {
 *   clip.open(sound);
 * }
 * }</pre>
 */
public final class WaveSound {

  private WaveSound() {}

  /**
   * The sound that begins at the file's position. If its samples begin after the first 8192 bytes,
   * the procedure must be able to seek.
   *
   * @param file a file of a format that {@code javax.sound} knows; closing the stream closes it
   * @return its samples
   * @throws IOException if it cannot be read
   * @throws UnsupportedAudioFileException if {@code javax.sound} does not know its format
   */
  public static AudioInputStream of(MmioFile file)
      throws IOException, UnsupportedAudioFileException {
    return AudioSystem.getAudioInputStream(new SoundInput(file));
  }
}
