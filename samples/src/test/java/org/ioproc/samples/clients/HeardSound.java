package org.ioproc.samples.clients;

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
 * Checks that a recording contains a sound. Both must be 16 bit, mono, and have the same rate. The
 * arguments are a WAV file, the recording without a header, and the fraction of the sound that the
 * player skipped.
 *
 * <p>It searches the recording for the loudest part of the sound. Then it aligns all parts one by
 * one, because a player on a busy machine pauses. The result is the normalized correlation of all
 * parts: 1 for the sound itself at any volume, 0 for an unrelated recording.
 */
final class HeardSound {

  static final double BOUND = 0.99;

  private static final int PART = 1024;
  private static final int MAX_PAUSE = 22050;
  private static final double CERTAIN = 0.999;
  private static final double LIKELY = 0.9;

  private final double[] sound;
  private final double[] recording;

  HeardSound(double[] sound, double[] recording) {
    this.sound = sound;
    // A recording may begin or end in the middle of the sound; the missing part counts as silence.
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
      throw new IOException(wave + " is not a WAV file.", unknown);
    }
  }

  private static double[] samples(byte[] bytes) {
    ShortBuffer shorts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    double[] samples = new double[shorts.remaining()];
    Arrays.setAll(samples, shorts::get);
    return samples;
  }

  /** Returns the normalized correlation of the sound with the aligned parts of the recording. */
  double correlation() {
    int loudest = loudestPart();
    int lag = best(loudest, 0, recording.length - sound.length);
    double product = 0;
    double energy = 0;
    for (int part = 0; part + PART <= sound.length; part += PART) {
      lag = lag(part, lag);
      product += product(sound, part, recording, part + lag, PART);
      energy += product(recording, part + lag, recording, part + lag, PART);
    }
    return energy == 0 ? 0 : product / Math.sqrt(energy * product(sound, 0, sound, 0, whole()));
  }

  private int whole() {
    return sound.length / PART * PART;
  }

  /** Returns how much later a part is in the recording: usually as much as the previous part. */
  private int lag(int part, int last) {
    if (correlation(part, part + last) >= CERTAIN) {
      return last;
    }
    int from = Math.max(0, last - MAX_PAUSE);
    int to = Math.min(recording.length - sound.length, last + MAX_PAUSE);
    int best = best(part, from, to);
    return correlation(part, part + best) >= LIKELY ? best : last;
  }

  private int best(int part, int from, int to) {
    int best = from;
    double most = Double.NEGATIVE_INFINITY;
    for (int lag = from; lag <= to; lag++) {
      double correlation = correlation(part, part + lag);
      if (correlation > most) {
        most = correlation;
        best = lag;
      }
    }
    return best;
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

  /** Returns the correlation of one part, or 0 if it is silent in either. */
  private double correlation(int inSound, int inRecording) {
    double energies =
        product(sound, inSound, sound, inSound, PART)
            * product(recording, inRecording, recording, inRecording, PART);
    return energies == 0
        ? 0
        : product(sound, inSound, recording, inRecording, PART) / Math.sqrt(energies);
  }

  private static double product(double[] a, int inA, double[] b, int inB, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += a[inA + i] * b[inB + i];
    }
    return sum;
  }
}
