package org.ioproc.wrapper.tool;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.ioproc.wrapper.tool.jar.Failures;

/**
 * Moves files from a temporary folder to their places, after it has copied what is there. If a move
 * fails, puts the copies back. Does not touch files that already have the new content, so that
 * another program may use them.
 */
final class Replacement {

  /** The new files, in the temporary folder. */
  static final String NEW = "new";

  /** Copies of the files to replace, in the temporary folder. */
  private static final String OLD = "old";

  private final Path folder;
  private final Path temporary;
  private final CreatedFolders created;
  private final List<String> changed = new ArrayList<>();
  private final Deque<String> done = new ArrayDeque<>();

  Replacement(Path folder, Path temporary, CreatedFolders created) {
    this.folder = folder;
    this.temporary = temporary;
    this.created = created;
  }

  /**
   * Adds a file, unless its place has the content already.
   *
   * @param isOwned whether the tool wrote what is there
   */
  void plan(String name, boolean isOwned) throws WrapException, IOException {
    Path target = folder.resolve(name);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      if (Files.isRegularFile(target) && Files.mismatch(target, replacing(name)) < 0) {
        return;
      }
      if (!isOwned) {
        throw new WrapException(
            ("The tool replaces only files that it wrote. %s comes from elsewhere. Delete it,"
                        + " or choose")
                    .formatted(target)
                + " another --output.");
      }
      if (!Files.isWritable(target)) {
        throw new WrapException(
            "%s cannot be replaced: it is read-only. Make it writable, or choose another --output."
                .formatted(target));
      }
    }
    changed.add(name);
  }

  /** Replaces the files, and deletes stale ones. */
  void run(Collection<String> stale) throws WrapException, IOException {
    List<String> deleted =
        stale.stream().filter(name -> Files.isRegularFile(folder.resolve(name))).toList();
    for (String name : changed) {
      backUp(name);
    }
    for (String name : deleted) {
      backUp(name);
    }
    try {
      for (String name : changed) {
        replace(name);
      }
      for (String name : deleted) {
        delete(name);
      }
    } catch (WrapException failure) {
      undo(failure);
      throw failure;
    }
    deleted.forEach(this::deleteEmptyParents);
  }

  private void backUp(String name) throws IOException {
    Path target = folder.resolve(name);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(old(name).getParent());
      Files.copy(target, old(name), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private void replace(String name) throws WrapException {
    Path target = folder.resolve(name);
    try {
      for (Path parent : FileTrees.parents(folder, name)) {
        created.create(parent);
      }
      done.push(name);
      move(replacing(name), target);
    } catch (IOException failure) {
      throw failed("replaced", target, failure);
    }
  }

  private void delete(String name) throws WrapException {
    Path target = folder.resolve(name);
    try {
      done.push(name);
      Files.delete(target);
    } catch (IOException failure) {
      throw failed("deleted", target, failure);
    }
  }

  private static WrapException failed(String verb, Path target, IOException failure) {
    String remedy =
        failure instanceof AccessDeniedException
            ? "Another program may have loaded it, or you may lack the rights. Close the"
                + " program, or"
                + " choose another --output."
            : "Choose another --output.";
    return new WrapException(
        "%s could not be %s: %s. %s".formatted(target, verb, Failures.reason(failure), remedy),
        failure);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherVolume) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void undo(WrapException failure) {
    while (!done.isEmpty()) {
      String name = done.pop();
      try {
        if (Files.exists(old(name), LinkOption.NOFOLLOW_LINKS)) {
          move(old(name), folder.resolve(name));
        } else {
          Files.deleteIfExists(folder.resolve(name));
        }
      } catch (IOException second) {
        failure.addSuppressed(second);
      }
    }
  }

  private void deleteEmptyParents(String name) {
    for (Path parent : FileTrees.parents(folder, name)) {
      if (!FileTrees.deleteIfEmpty(parent)) {
        return;
      }
    }
  }

  private Path replacing(String name) {
    return temporary.resolve(NEW).resolve(name);
  }

  private Path old(String name) {
    return temporary.resolve(OLD).resolve(name);
  }
}
