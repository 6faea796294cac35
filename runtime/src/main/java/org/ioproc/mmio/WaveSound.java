package org.ioproc.mmio;

import java.io.IOException;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Opens the sound in a file with {@code javax.sound}. A program that uses this class must have the
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
 * <p>Threads: as for {@link MmioFile}, but only one thread at a time may read the stream.
 */
public final class WaveSound {

  private WaveSound() {}

  /**
   * Returns the sound that begins at the file's position. If its samples begin more than 8192 bytes
   * after that position, the procedure must be able to seek.
   *
   * @param file a file in a format that {@code javax.sound} supports
   * @return its samples; closing the stream closes the file
   * @throws IOException if reading fails
   * @throws UnsupportedAudioFileException if {@code javax.sound} does not support the format
   */
  public static AudioInputStream of(MmioFile file)
      throws IOException, UnsupportedAudioFileException {
    return AudioSystem.getAudioInputStream(new SoundInput(file));
  }
}
