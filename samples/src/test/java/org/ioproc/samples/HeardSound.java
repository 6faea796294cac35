package org.ioproc.samples;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Whether a recording has a sound in it: both are 16 bit, mono, of the same rate. The arguments are
 * a WAV file, the recording without a header, and the fraction of the sound that was left out.
 *
 * <p>Where the sound begins is found by its loudest part. There all of it is compared by the
 * normalised correlation: 1 is the sound itself, at any volume; 0 has nothing to do with it.
 */
final class HeardSound {

  static final double BOUND = 0.99;

  private static final int PART = 2048;

  private final double[] sound;
  private final double[] recording;

  HeardSound(double[] sound, double[] recording) {
    this.sound = sound;
    // A recording may end, or begin, inside the sound; what is missing is silence.
    this.recording = new double[recording.length + 2 * sound.length];
    System.arraycopy(recording, 0, this.recording, sound.length, recording.length);
  }

  public static void main(String[] arguments) throws IOException {
    double[] whole = samplesOf(new File(arguments[0]));
    int leftOut = (int) (whole.length * Double.parseDouble(arguments[2]));
    double[] recording = samples(Files.readAllBytes(Path.of(arguments[1])));
    double[] sound = Arrays.copyOfRange(whole, leftOut, whole.length);
    double correlation = new HeardSound(sound, recording).correlation();
    System.out.printf(Locale.ROOT, "correlation %.4f, must be at least %.2f%n", correlation, BOUND);
    if (!(correlation >= BOUND)) {
      System.exit(1);
    }
  }

  private static double[] samplesOf(File wave) throws IOException {
    try (AudioInputStream stream = AudioSystem.getAudioInputStream(wave)) {
      return samples(stream.readAllBytes());
    } catch (UnsupportedAudioFileException unknown) {
      throw new IOException(wave + " is no WAV file.", unknown);
    }
  }

  private static double[] samples(byte[] bytes) {
    ShortBuffer shorts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    double[] samples = new double[shorts.remaining()];
    Arrays.setAll(samples, shorts::get);
    return samples;
  }

  /** The normalised correlation of the sound with what is where it begins. */
  double correlation() {
    return correlation(0, start(), sound.length);
  }

  private int start() {
    int part = loudestPart();
    int count = Math.min(PART, sound.length);
    int best = part;
    double most = Double.NEGATIVE_INFINITY;
    for (int at = part; at <= recording.length - sound.length + part; at++) {
      double correlation = correlation(part, at, count);
      if (correlation > most) {
        most = correlation;
        best = at;
      }
    }
    return best - part;
  }

  private int loudestPart() {
    int loudest = 0;
    double most = -1;
    for (int at = 0; at + PART <= sound.length; at += PART) {
      double energy = product(sound, at, sound, at, PART);
      if (energy > most) {
        most = energy;
        loudest = at;
      }
    }
    return loudest;
  }

  /** 0 where one of them is silent. */
  private double correlation(int inSound, int inRecording, int count) {
    double energies =
        product(sound, inSound, sound, inSound, count)
            * product(recording, inRecording, recording, inRecording, count);
    return energies == 0
        ? 0
        : product(sound, inSound, recording, inRecording, count) / Math.sqrt(energies);
  }

  private static double product(double[] a, int inA, double[] b, int inB, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += a[inA + i] * b[inB + i];
    }
    return sum;
  }
}
