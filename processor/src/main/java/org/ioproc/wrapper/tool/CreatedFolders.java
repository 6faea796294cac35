package org.ioproc.wrapper.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The folders that a run creates, which it deletes again if it fails. */
final class CreatedFolders {

  private final Deque<Path> created = new ArrayDeque<>();

  /** Creates a folder and those that it is in, unless they exist. */
  void create(Path folder) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    @Nullable Path next = folder.toAbsolutePath();
    while (next != null && !Files.exists(next)) {
      missing.push(next);
      next = next.getParent();
    }
    Files.createDirectories(folder);
    missing.forEach(created::push);
  }

  /** Deletes the created folders, except those that are no longer empty. */
  void undo() {
    while (!created.isEmpty()) {
      FileTrees.deleteIfEmpty(created.pop());
    }
  }
}
