package org.ioproc.samples.remote;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.ioproc.samples.remote.FaultyServer.serving;
import static org.ioproc.samples.remote.FaultyServer.status;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.samples.remote.FaultyServer.Behaviour;
import org.ioproc.samples.remote.FaultyServer.Request;
import org.junit.jupiter.api.Test;

/** Random reads on several threads, from a server that fails at random and replaces its file. */
final class RandomServerTest {

  private static final int READERS = 6;
  private static final int READS = 150;
  private static final int SIZE = 12 * Block.SIZE + 777;

  private final long seed = System.nanoTime();
  private final Random faults = new Random(seed);
  private final AtomicInteger version = new AtomicInteger();
  private final AtomicInteger successes = new AtomicInteger();
  private final RemoteFiles files =
      new RemoteFiles(new Limits(5 * Block.SIZE, Duration.ofSeconds(5)));

  /** Each version has another size, too. */
  private static byte[] content(int version) {
    return RandomContent.of(SIZE + version, version);
  }

  private void answer(Request request, OutputStream out) throws IOException, InterruptedException {
    int current = version.get();
    Behaviour good = serving(content(current), "\"" + current + '"');
    int number;
    synchronized (faults) {
      number = faults.nextInt(20);
    }
    switch (number) {
      case 0 -> FaultyServer.HANG_UP.answer(request, out);
      case 1 -> status("503 Busy").answer(request, out);
      case 2 -> good.answer(request, new Cut(out, 1000));
      case 3 -> {
        Thread.sleep(30);
        good.answer(request, out);
      }
      default -> good.answer(request, out);
    }
  }

  /** Closes the connection in the middle of an answer. */
  private static final class Cut extends OutputStream {

    private final OutputStream out;
    private int left;

    Cut(OutputStream out, int length) {
      this.out = out;
      this.left = length;
    }

    @Override
    public void write(int b) throws IOException {
      if (left-- == 0) {
        out.flush();
        throw new IOException("cut");
      }
      out.write(b);
    }
  }

  private Void read(FaultyServer server, int reader) throws IOException {
    Random random = new Random(seed + reader);
    for (int done = 0; done < READS; done += 15) {
      int before = version.get();
      RemoteFile file;
      try {
        file = files.open(server.address());
      } catch (MmioException lost) {
        assertThat(lost.error()).isEqualTo(MmioError.NETWORK_ERROR);
        continue;
      }
      try (file) {
        int opened = (int) file.size() - SIZE;
        assertThat(opened).isIn(List.of(before, before + 1));
        byte[] expected = content(opened);
        for (int i = 0; i < 15; i++) {
          readPiece(file, expected, random);
        }
      } catch (MmioException replaced) {
        assertThat(replaced.error()).isAnyOf(MmioError.CANNOT_READ, MmioError.NETWORK_ERROR);
      }
    }
    return null;
  }

  private void readPiece(RemoteFile file, byte[] expected, Random random) throws IOException {
    int position = random.nextInt(4) == 0 ? random.nextInt(SIZE) : (int) file.position();
    ByteBuffer piece = ByteBuffer.allocate(1 + random.nextInt(60_000));
    file.position(position);
    int count = file.read(piece);
    int end = Math.min(position + piece.capacity(), expected.length);
    assertThat(count).isEqualTo(position == expected.length ? -1 : end - position);
    assertThat(Arrays.copyOf(piece.array(), piece.position()))
        .isEqualTo(Arrays.copyOfRange(expected, position, Math.max(position, end)));
    successes.incrementAndGet();
  }

  @Test
  void programsGetTheBytesOfOneVersionOrAnError() throws Exception {
    try (FaultyServer server = new FaultyServer(this::answer)) {
      ExecutorService threads = Executors.newFixedThreadPool(READERS);
      List<Future<Void>> running = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        int reader = i;
        running.add(threads.submit(() -> read(server, reader)));
      }
      while (successes.get() < READERS * READS / 4 && running.stream().noneMatch(Future::isDone)) {
        Thread.sleep(1);
      }
      version.set(1);
      for (Future<Void> one : running) {
        one.get();
      }
      threads.shutdown();
    } catch (Exception failure) {
      throw new AssertionError("seed " + seed, failure);
    }
    assertWithMessage("seed %s", seed).that(successes.get()).isAtLeast(READERS * READS / 2);
  }
}
