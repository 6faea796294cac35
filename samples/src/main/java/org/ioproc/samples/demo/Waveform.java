package org.ioproc.samples.demo;

import java.nio.ByteBuffer;

/** A recording, summed up in as many columns as a picture has: its peaks and its loudness. */
final class Waveform {

  private final WaveFormat format;
  private final long frames;
  private final Column[][] columns;
  private long taken;

  /** What is drawn in one place. */
  static final class Column {
    float lowest;
    float highest;
    private double squares;
    private int samples;

    private void add(float sample) {
      lowest = Math.min(lowest, sample);
      highest = Math.max(highest, sample);
      squares += sample * sample;
      samples++;
    }

    /** The root of the samples' mean square. */
    float loudness() {
      return samples == 0 ? 0 : (float) Math.sqrt(squares / samples);
    }
  }

  /**
   * A waveform that nothing was added to.
   *
   * @param format how the samples are written
   * @param size of all samples, in bytes
   * @param width in columns
   */
  Waveform(WaveFormat format, long size, int width) {
    this.format = format;
    this.frames = size / format.frameSize();
    this.columns = new Column[format.channels()][width];
    for (Column[] channel : columns) {
      for (int i = 0; i < width; i++) {
        channel[i] = new Column();
      }
    }
  }

  /** Adds the frames from 0 to the buffer's limit; what is less than a frame is left out. */
  void add(ByteBuffer samples) {
    int bytes = format.sampleSize();
    for (int at = 0; at + format.frameSize() <= samples.limit() && taken < frames; taken++) {
      int column = (int) (taken * columns[0].length / frames);
      for (Column[] channel : columns) {
        channel[column].add(format.sample(samples, at));
        at += bytes;
      }
    }
  }

  int channels() {
    return columns.length;
  }

  Column column(int channel, int index) {
    return columns[channel][index];
  }

  double seconds() {
    return (double) frames / format.rate();
  }
}
