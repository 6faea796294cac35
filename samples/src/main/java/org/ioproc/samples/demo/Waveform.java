package org.ioproc.samples.demo;

import java.nio.ByteBuffer;

/** The peaks and the loudness of a recording, for each column of a picture. */
final class Waveform {

  private final WaveFormat format;
  private final long frames;
  private final Column[][] columns;
  private long taken;

  /** The samples that one column of the picture shows. */
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

    /** Returns the root mean square of the samples. */
    float loudness() {
      return samples == 0 ? 0 : (float) Math.sqrt(squares / samples);
    }
  }

  /**
   * Creates a waveform without samples.
   *
   * @param format the format of the samples
   * @param size the total size of the samples, in bytes
   * @param width the number of columns
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

  /** Adds the frames from 0 to the buffer's limit. An incomplete last frame is ignored. */
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
