package org.ioproc.samples.remote;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what is read from a server with the content, and counts the requests. */
final class RemoteFileTest {

  private static final int MIB = 1 << 20;
  private static final Limits LIMITS = new Limits(64 * MIB, Duration.ofSeconds(10));

  private FaultyServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = new FaultyServer((request, out) -> {});
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  private byte[] serve(int size) {
    byte[] content = RandomContent.of(size);
    server.behave(FaultyServer.serving(content, "\"1\""));
    return content;
  }

  private RemoteFile open(RemoteFiles files) throws IOException {
    return files.open(server.address());
  }

  private static byte[] read(RemoteFile file, long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    file.position(position);
    int read = file.read(buffer);
    assertThat(read).isEqualTo(buffer.position() == 0 && count > 0 ? -1 : buffer.position());
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private static byte[] expected(byte[] content, long position, int count) {
    int from = (int) Math.min(position, content.length);
    return Arrays.copyOfRange(content, from, (int) Math.min(from + (long) count, content.length));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Block.SIZE - 1, Block.SIZE, Block.SIZE + 1, 9 * Block.SIZE + 77})
  void anyPieceIsWhatTheServerHas(int size) throws IOException {
    byte[] content = serve(size);
    Random random = new Random(size);
    try (RemoteFile file = open(new RemoteFiles(new Limits(4 * Block.SIZE, LIMITS.patience())))) {
      assertThat(file.size()).isEqualTo(size);
      for (int i = 0; i < 300; i++) {
        long position = random.nextInt(size + 100);
        int count = random.nextInt(1 << random.nextInt(20));
        assertThat(read(file, position, count)).isEqualTo(expected(content, position, count));
      }
      assertThat(read(file, Long.MAX_VALUE, 10)).isEmpty();
    }
  }

  @Test
  void readingInOrderAsksForEachByteOnceInFewRequests() throws IOException {
    byte[] content = serve(16 * MIB + 5);
    try (RemoteFile file = open(new RemoteFiles(LIMITS))) {
      ByteBuffer buffer = ByteBuffer.allocate(8192);
      int total = 0;
      for (int count = file.read(buffer); count > 0; count = file.read(buffer)) {
        assertThat(Arrays.copyOf(buffer.array(), count)).isEqualTo(expected(content, total, count));
        total += count;
        buffer.clear();
      }
      assertThat(total).isEqualTo(content.length);
    }
    assertThat(moved()).isEqualTo(content.length);
    assertThat(server.requests().size()).isAtMost(6);
  }

  private long moved() {
    return server.requests().stream().mapToLong(r -> r.to() + 1 - r.from()).sum();
  }

  @Test
  void readingAtRandomMovesFewBytesThatNobodyWants() throws IOException {
    byte[] content = serve(128 * MIB);
    Random random = new Random(1);
    int count = 64 * 1024;
    try (RemoteFile file = open(new RemoteFiles(new Limits(8 * MIB, LIMITS.patience())))) {
      for (int i = 0; i < 300; i++) {
        int position = random.nextInt(content.length - count);
        assertThat(read(file, position, count)).isEqualTo(expected(content, position, count));
      }
    }
    assertThat(moved()).isAtMost(4L * 300 * count);
  }

  @Test
  void aSecondFileFindsWhatTheFirstHasRead() throws IOException {
    byte[] content = serve(3 * Block.SIZE);
    RemoteFiles files = new RemoteFiles(LIMITS);
    for (int i = 0; i < 2; i++) {
      try (RemoteFile file = open(files)) {
        assertThat(read(file, 0, content.length)).isEqualTo(content);
      }
    }
    assertThat(moved()).isEqualTo(content.length + Block.SIZE); // Opening asks for the first block.
  }

  @Test
  void aReplacedObjectIsAnotherOneWhenItIsOpenedAgain() throws IOException {
    byte[] first = serve(2 * Block.SIZE);
    RemoteFiles files = new RemoteFiles(LIMITS);
    try (RemoteFile file = open(files)) {
      assertThat(read(file, 0, first.length)).isEqualTo(first);
    }
    byte[] second = first.clone();
    second[first.length - 1]++;
    server.behave(FaultyServer.serving(second, "\"2\""));
    try (RemoteFile file = open(files)) {
      assertThat(read(file, 0, second.length)).isEqualTo(second);
    }
  }

  @Test
  void manyOpenFilesKeepNoMoreMemoryThanTheCache() throws IOException {
    byte[] content = serve(4 * MIB);
    long limit = 2 * MIB;
    RemoteFiles files = new RemoteFiles(new Limits(limit, LIMITS.patience()));
    List<RemoteFile> open = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      RemoteFile file = open(files);
      open.add(file);
      int position = i * 40_000;
      assertThat(read(file, position, 1000)).isEqualTo(expected(content, position, 1000));
      assertThat(files.cache().bytes()).isAtMost(limit);
    }
    for (RemoteFile file : open) {
      file.close();
    }
  }

  /** The limit has room for four streams. */
  @Test
  void manyFilesThatAreReadInOrderTakeTurns() throws IOException {
    byte[] content = serve(MIB);
    RemoteFiles files = new RemoteFiles(new Limits(2 * MIB, LIMITS.patience()));
    List<RemoteFile> open = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      open.add(open(files));
    }
    int count = 24_000;
    for (int position = 0; position < content.length; position += count - 5000) { // Steps back.
      for (RemoteFile file : open) {
        assertThat(read(file, position, count)).isEqualTo(expected(content, position, count));
      }
      assertThat(files.cache().bytes()).isAtMost(2 * MIB);
    }
    for (RemoteFile file : open) {
      file.close();
    }
    int streams = 0;
    while (files.tryOpenStream()) {
      streams++;
    }
    assertThat(streams).isEqualTo(4);
  }

  @Test
  void threadsShareAFileAndTheCache() throws Exception {
    byte[] content = serve(20 * Block.SIZE);
    RemoteFiles files = new RemoteFiles(new Limits(8 * Block.SIZE, LIMITS.patience()));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int seed = i;
      running.add(threads.submit(() -> readAtRandom(files, content, seed)));
    }
    for (Future<?> thread : running) {
      thread.get();
    }
    threads.shutdown();
  }

  private Void readAtRandom(RemoteFiles files, byte[] content, int seed) throws IOException {
    Random random = new Random(seed);
    try (RemoteFile file = open(files)) {
      for (int i = 0; i < 100; i++) {
        int position = random.nextInt(content.length);
        assertThat(read(file, position, 50_000)).isEqualTo(expected(content, position, 50_000));
      }
    }
    return null;
  }

  @Test
  void anInterruptIsRememberedAndHarmsNothing() throws IOException {
    byte[] content = serve(2 * Block.SIZE);
    Thread.currentThread().interrupt();
    try (RemoteFile file = open(new RemoteFiles(LIMITS))) {
      assertThat(read(file, 0, content.length)).isEqualTo(content);
    }
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aChannelKeepsTheRulesOfChannels() throws IOException {
    serve(100);
    RemoteFile file = open(new RemoteFiles(LIMITS));
    assertThat(file.read(ByteBuffer.allocate(0))).isEqualTo(0);
    assertThrows(IllegalArgumentException.class, () -> file.position(-1));
    assertThrows(NonWritableChannelException.class, () -> file.write(ByteBuffer.allocate(1)));
    assertThrows(NonWritableChannelException.class, () -> file.truncate(0));
    file.close();
    file.close();
    assertThat(file.isOpen()).isFalse();
    assertThrows(ClosedChannelException.class, () -> file.read(ByteBuffer.allocate(1)));
    assertThrows(ClosedChannelException.class, file::size);
  }
}
