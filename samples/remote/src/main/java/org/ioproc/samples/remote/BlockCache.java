package org.ioproc.samples.remote;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The blocks that all open files share, in a limited number of bytes.
 *
 * <p>A quarter of the memory holds the latest blocks, whatever they are: the large cache prefers
 * what has been used often, and might discard a block before a program has read all of it. Blocks
 * on their way weigh nothing: each of the {@link Workers} brings one at a time.
 */
final class BlockCache {

  private final AsyncCache<Block, byte[]> cache;
  private final AtomicReferenceArray<byte @Nullable []> latest;
  private final AtomicLong count = new AtomicLong();

  /** Finds blocks that something still refers to: the latest, and those of running reads. */
  private final Cache<Block, byte[]> alive = Caffeine.newBuilder().weakValues().build();

  BlockCache(long bytes) {
    long forLatest = bytes / 4;
    cache =
        Caffeine.newBuilder()
            .maximumWeight(bytes - forLatest)
            .weigher((Block block, byte[] content) -> content.length)
            .executor(Runnable::run)
            .buildAsync();
    latest = new AtomicReferenceArray<>((int) Math.max(1, forLatest / Block.SIZE));
  }

  /** Returns a block that is here, or on its way, or null. */
  @Nullable CompletableFuture<byte[]> find(Block block) {
    CompletableFuture<byte[]> found = cache.getIfPresent(block);
    if (found != null && found.isCompletedExceptionally()) { // The cache is about to remove it.
      cache.asMap().remove(block, found);
    } else if (found != null) {
      return found;
    }
    byte[] kept = alive.getIfPresent(block);
    return kept == null ? null : CompletableFuture.completedFuture(kept);
  }

  /**
   * Announces a block.
   *
   * @return what must be completed, or null if the block is here or on its way
   */
  @Nullable CompletableFuture<byte[]> announce(Block block) {
    if (alive.getIfPresent(block) != null) {
      return null;
    }
    CompletableFuture<byte[]> coming = new CompletableFuture<>();
    return cache.asMap().putIfAbsent(block, coming) == null ? coming : null;
  }

  /** Puts a block into the cache. */
  void put(Block block, byte[] content) {
    cache.put(block, CompletableFuture.completedFuture(content));
    keep(block, content);
  }

  /** Keeps a block that has arrived, or is used again, among the latest. */
  void keep(Block block, byte[] content) {
    latest.set((int) (count.getAndIncrement() % latest.length()), content);
    alive.put(block, content);
  }

  /** Returns the number of bytes that the cache holds. For tests. */
  long bytes() {
    long sum = 0;
    cache.synchronous().cleanUp();
    for (byte[] content : cache.synchronous().asMap().values()) {
      sum += content.length;
    }
    for (int i = 0; i < latest.length(); i++) {
      byte[] content = latest.get(i);
      sum += content == null ? 0 : content.length;
    }
    return sum;
  }
}
