package org.ioproc.mmio;

import java.io.IOException;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Passes the sound in a file to {@code javax.sound}. A program that uses this class needs the
 * module {@code java.desktop}.
 *
 * <pre>{@code
 * try (MmioFile file = Mmio.system().open("music.zip+track.wav", MmioOption.BUFFERED);
 *     AudioInputStream sound = WaveSound.of(file);
 *     Clip clip = AudioSystem.getClip()) {
 *   clip.open(sound);
 * }
 * }</pre>
 *
 * <p>Threads: as for {@link MmioFile}; one thread at a time reads the stream.
 */
public final class WaveSound {

  private WaveSound() {}

  /**
   * Returns the sound that begins at the file's position. If its samples begin after the first 8192
   * bytes, the procedure must be able to seek.
   *
   * @param file a file in a format that {@code javax.sound} knows
   * @return its samples; closing the stream closes the file
   * @throws IOException if reading fails
   * @throws UnsupportedAudioFileException if {@code javax.sound} does not know its format
   */
  public static AudioInputStream of(MmioFile file)
      throws IOException, UnsupportedAudioFileException {
    return AudioSystem.getAudioInputStream(new SoundInput(file));
  }
}
