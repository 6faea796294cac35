package org.ioproc.samples.remote;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Tests what a program finds that reads the same bytes again. */
final class BlockCacheTest {

  /** A program may read again before the cache has removed the block that did not come. */
  @Test
  void whatHasFailedIsNotFoundAgain() {
    BlockCache cache = new BlockCache(1 << 20);
    Block block = new Block("a", new ObjectVersion(Block.SIZE, "\"1\"", null), 0);
    CompletableFuture<byte[]> coming = cache.announce(block);
    List<Object> results = new ArrayList<>();
    // The last listener is called first.
    CompletableFuture<byte[]> unused =
        coming.whenComplete(
            (content, failure) -> {
              results.add(cache.find(block) == null);
              results.add(cache.announce(block) != null);
            });

    assertThat(cache.find(block)).isSameInstanceAs(coming);
    coming.completeExceptionally(new IOException("lost"));

    assertThat(results).containsExactly(true, true);
    assertThat(cache.find(block)).isNotNull();
  }
}
