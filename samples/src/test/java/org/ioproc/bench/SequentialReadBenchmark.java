package org.ioproc.bench;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.ioproc.FourCc;
import org.ioproc.MmioOption;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioChunk;
import org.ioproc.mmio.MmioFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures how long it takes to read a sound of 64 MiB from start to end, 4 KiB at a time, through
 * a buffered file of the embedded manager and a procedure in Java. The baseline is a {@link
 * BufferedInputStream} over a channel like the procedure's. Both buffers have 8192 bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class SequentialReadBenchmark {

  private static final int SIZE = 64 << 20;
  private static final int BLOCK = 4096;

  /** The number of JVMs for each benchmark. They take turns, so that a slow minute slows all. */
  private static final int TURNS = 3;

  private final Mmio mmio = Mmio.newEmbedded();
  private final byte[] block = new byte[BLOCK];
  private final ByteBuffer heap = ByteBuffer.wrap(block);
  private final ByteBuffer direct = ByteBuffer.allocateDirect(BLOCK);
  private Path file = Path.of("");

  /** Runs the benchmark; it takes no arguments. */
  public static void main(String[] arguments) throws RunnerException {
    String all = SequentialReadBenchmark.class.getSimpleName();
    List<RunResult> results = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      results.addAll(new Runner(new OptionsBuilder().include(all).forks(1).build()).run());
    }
    double baseline = score(results, "bufferedInputStream");
    for (String name : new String[] {"intoArray", "intoDirectBuffer", "asStream"}) {
      System.out.printf(
          Locale.ROOT, "%6.2f = %s / bufferedInputStream%n", score(results, name) / baseline, name);
    }
  }

  private static double score(List<RunResult> results, String name) {
    return results.stream()
        .filter(result -> result.getPrimaryResult().getLabel().equals(name))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .average()
        .orElseThrow();
  }

  /** Writes the sound. */
  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("ioproc-bench", ".wav");
    try (MmioFile sound = mmio.open(file.toString(), CREATE, READ, WRITE)) {
      MmioChunk riff = sound.chunks().createRiff(FourCc.of("WAVE"));
      MmioChunk data = sound.chunks().createChunk(FourCc.of("data"));
      for (int i = 0; i < SIZE / BLOCK; i++) {
        sound.write(direct.clear());
      }
      data.close();
      riff.close();
    }
    FileIoProcInstaller.install(mmio, new FileIoProc(file));
  }

  /** Deletes the sound. */
  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /** Reads through a BufferedInputStream: the baseline. */
  @Benchmark
  public long bufferedInputStream() throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        InputStream stream = new BufferedInputStream(Channels.newInputStream(channel))) {
      return readAll(stream);
    }
  }

  /** Reads into an array, as the baseline does. */
  @Benchmark
  public long intoArray() throws IOException {
    return readAll(heap);
  }

  /** Reads into native memory. */
  @Benchmark
  public long intoDirectBuffer() throws IOException {
    return readAll(direct);
  }

  /** Reads the file as a stream. */
  @Benchmark
  public long asStream() throws IOException {
    try (InputStream stream = open().inputStream()) {
      return readAll(stream);
    }
  }

  private long readAll(InputStream stream) throws IOException {
    long sum = 0;
    int read;
    while ((read = stream.read(block, 0, BLOCK)) > 0) {
      sum += read + block[0];
    }
    return sum;
  }

  private long readAll(ByteBuffer target) throws IOException {
    long sum = 0;
    try (MmioFile sound = open()) {
      int read;
      while ((read = sound.read(target.clear())) > 0) {
        sum += read + target.get(0);
      }
    }
    return sum;
  }

  private MmioFile open() throws IOException {
    return mmio.open("a.bfil+sound", READ, MmioOption.BUFFERED);
  }
}
