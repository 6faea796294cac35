package org.ioproc.samples.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/** One version of an object, and its blocks. Any thread may use it. */
final class RemoteObject {

  /** A program, and a person, should hear soon that nothing is there. */
  private static final int TRIES_TO_OPEN = 3;

  private static final long FIRST_PAUSE = 100;

  /** Players ask again at once, up to three times, when a read has failed. */
  private static final Duration SUSPICION = Duration.ofSeconds(30);

  private final RemoteFiles files;
  private final Address address;
  private final ObjectVersion version;
  private final Block first;

  /** Until when the server is not waited for as long as usual, or null. */
  private volatile @Nullable Deadline suspicion;

  private RemoteObject(RemoteFiles files, Address address, ObjectVersion version) {
    this.files = files;
    this.address = address;
    this.version = version;
    this.first = new Block(address.toString(), version, 0);
  }

  static RemoteObject open(Address address, RemoteFiles files) throws IOException {
    Deadline deadline = files.deadline();
    return Waiting.retry(
        () -> Workers.start(() -> find(address, files, deadline)),
        TRIES_TO_OPEN,
        FIRST_PAUSE,
        RemoteErrors.reading(address),
        deadline);
  }

  private static RemoteObject find(Address address, RemoteFiles files, Deadline deadline)
      throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    ObjectVersion version = RangeRequest.get(address, 0, Block.SIZE, null, deadline, pieces::add);
    RemoteObject object = new RemoteObject(files, address, version);
    pieces.forEach(piece -> files.cache().put(object.first, piece));
    return object;
  }

  ObjectVersion version() {
    return version;
  }

  long size() {
    return version.size();
  }

  /** Returns whether a block is here or on its way. */
  boolean has(long index) {
    return files.cache().find(first.plus(index)) != null;
  }

  /**
   * Returns a block's bytes.
   *
   * @param count how many blocks to request at once if it is not here
   */
  byte[] read(long index, int count) throws IOException {
    Block block = first.plus(index);
    Deadline deadline = deadline();
    byte[] content = get(() -> findOrRequest(block, count, deadline), deadline);
    files.cache().keep(block, content);
    return content;
  }

  /** Waits for a result until the deadline, in as many attempts as there is time for. */
  <T> T get(Waiting.Attempt<T> attempt, Deadline deadline) throws IOException {
    try {
      return Waiting.retry(
          attempt, Integer.MAX_VALUE, FIRST_PAUSE, RemoteErrors.reading(address), deadline);
    } catch (MmioException failure) {
      suspicion = Deadline.in(SUSPICION);
      throw failure;
    }
  }

  /** Returns a short deadline if the last request has failed, so that players do not hang. */
  Deadline deadline() {
    Deadline suspected = suspicion;
    return suspected == null || suspected.isOver() ? files.deadline() : files.shortDeadline();
  }

  /** Ends the suspicion, because the server has answered. */
  void answered() {
    suspicion = null;
  }

  private CompletableFuture<byte[]> findOrRequest(Block block, int count, Deadline deadline) {
    while (true) {
      CompletableFuture<byte[]> coming = files.cache().find(block);
      if (coming != null) {
        return coming;
      }
      List<CompletableFuture<byte[]>> announced = announce(block, count);
      if (!announced.isEmpty()) { // Otherwise another thread has just requested it.
        Workers.run(() -> transfer(block, announced, deadline));
        return announced.get(0);
      }
    }
  }

  /**
   * Announces the blocks of one request: a block and those after it, up to one that is not missing.
   */
  private List<CompletableFuture<byte[]>> announce(Block block, int count) {
    List<CompletableFuture<byte[]>> announced = new ArrayList<>(count);
    for (Block next = block; announced.size() < count && next.exists(); next = next.plus(1)) {
      CompletableFuture<byte[]> coming = files.cache().announce(next);
      if (coming == null) {
        break;
      }
      announced.add(coming);
    }
    return announced;
  }

  private void transfer(Block block, List<CompletableFuture<byte[]>> announced, Deadline deadline) {
    Block last = block.plus(announced.size() - 1);
    int count = (int) (last.begin() + last.length() - block.begin());
    List<CompletableFuture<byte[]>> missing = new ArrayList<>(announced);
    try {
      RangeRequest.get(
          address,
          block.begin(),
          count,
          version,
          deadline,
          piece -> {
            files.cache().keep(block.plus(announced.size() - missing.size()), piece);
            missing.remove(0).complete(piece);
          });
      answered();
    } catch (Throwable failure) {
      missing.forEach(coming -> coming.completeExceptionally(failure));
    }
  }

  /** Requests bytes that a program will read in order. */
  RangeRequest request(long from, int count, Deadline deadline) throws IOException {
    return RangeRequest.open(address, from, count, version, deadline);
  }

  /**
   * Keeps bytes that have been read in order if the object is so small that its bytes do not push
   * out those of many others.
   */
  void offer(long from, byte[] bytes, int count) {
    if (size() > files.largestToKeep()) {
      return;
    }
    for (int begin = 0; begin < count; begin += Block.SIZE) {
      Block block = first.plus((from + begin) / Block.SIZE);
      files.cache().put(block, Arrays.copyOfRange(bytes, begin, begin + block.length()));
    }
  }
}
