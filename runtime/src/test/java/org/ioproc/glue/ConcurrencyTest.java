package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.ioproc.OpenRequest;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.junit.jupiter.api.Test;

/** Tests one procedure with many files and threads. */
class ConcurrencyTest {

  @Test
  void manyFilesKeepTheirContents() throws Exception {
    NumberGlue glue = new NumberGlue();
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Caller caller = new Caller(Way.DIRECT, glue);
      assertThat(caller.open(Integer.toString(i), 0)).isEqualTo(0);
      callers.add(caller);
    }
    assertThat(glue.openFiles()).isEqualTo(10_000);
    for (int i = 0; i < callers.size(); i++) {
      assertThat(callers.get(i).read(5)).isEqualTo(String.format("%05d", i));
    }
    for (Caller caller : callers) {
      assertThat(caller.close()).isEqualTo(0);
    }
    assertThat(glue.openFiles()).isEqualTo(0);
  }

  @Test
  void atMost65536FilesCanBeOpen() throws Exception {
    OpenFiles<String> files = new OpenFiles<>();
    for (int i = 0; i < 65_536; i++) {
      OpenFile<String> file = files.add("f", "f");
      assertThat(file.token()).isNotEqualTo(0);
    }
    try {
      files.add("f", "f");
      throw new AssertionError("one file too many");
    } catch (org.ioproc.MmioException e) {
      assertThat(e.error().code()).isEqualTo(271);
    }
  }

  @Test
  void threadsOpenReadAndCloseFilesAtTheSameTime() throws Exception {
    NumberGlue glue = new NumberGlue();
    inParallel(
        8,
        () -> {
          for (int i = 0; i < 500; i++) {
            Caller caller = new Caller(Way.DIRECT, glue);
            assertThat(caller.open(Integer.toString(i), 0)).isEqualTo(0);
            assertThat(caller.read(5)).isEqualTo(String.format("%05d", i));
            assertThat(caller.close()).isEqualTo(0);
          }
        });
    assertThat(glue.openFiles()).isEqualTo(0);
  }

  @Test
  void aFilesHandlersDoNotOverlapAndItIsClosedOnce() throws Exception {
    NumberGlue glue = new NumberGlue();
    for (int round = 0; round < 50; round++) {
      Caller caller = new Caller(Way.DIRECT, glue);
      assertThat(caller.open("1", 0)).isEqualTo(0);
      int token = caller.info.info(2);
      inParallel(
          4,
          () -> {
            for (int i = 0; i < 20; i++) {
              caller.read(5);
            }
            caller.info.info(2, token);
            caller.close();
          });
      assertThat(glue.closed.getAndSet(0)).isEqualTo(1);
      assertThat(glue.openFiles()).isEqualTo(0);
    }
    assertThat(glue.overlaps.get()).isEqualTo(0);
  }

  private static void inParallel(int threads, ThrowingRunnable work) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Callable<Boolean> task =
          () -> {
            work.run();
            return true;
          };
      List<Callable<Boolean>> tasks = java.util.Collections.nCopies(threads, task);
      for (Future<Boolean> result : executor.invokeAll(tasks)) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      executor.shutdown();
    }
  }

  private interface ThrowingRunnable {
    void run() throws Exception;
  }

  /** Glue whose files contain their number in five digits. Counts handlers that overlap. */
  private static final class NumberGlue extends FullGlue<AtomicInteger> {

    final AtomicInteger overlaps = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    private final java.util.Map<AtomicInteger, byte[]> contents =
        new java.util.concurrent.ConcurrentHashMap<>();

    NumberGlue() {
      super("NUM");
    }

    @Override
    protected AtomicInteger onOpen(OpenRequest request) {
      AtomicInteger users = new AtomicInteger();
      String content = String.format("%05d", Integer.parseInt(request.rawName()));
      contents.put(users, content.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return users;
    }

    @Override
    protected int onRead(AtomicInteger users, ByteBuffer buffer, long position) {
      overlaps.addAndGet(users.getAndIncrement());
      byte[] content = contents.get(users);
      int count = (int) Math.max(0, Math.min(buffer.remaining(), content.length - position));
      if (count > 0) {
        buffer.put(content, (int) position, count);
      }
      Thread.yield();
      users.decrementAndGet();
      return count;
    }

    @Override
    protected void onClose(AtomicInteger users) {
      overlaps.addAndGet(users.get());
      closed.incrementAndGet();
      contents.remove(users);
    }
  }
}
