package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ioproc.MmioException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Share modes of many open files, each under all its names. */
@Tag("not-on-windows") // Java has no key of a file there, and Wine creates no links.
final class RandomSharingTest {

  @TempDir Path folder;

  private final Mmio mmio = Mmio.newEmbedded();

  /** Compares random openings by random names with the documentation of the flags. */
  @Test
  void randomOpeningsObeyTheShareModes() throws IOException {
    String[] shares = {"EXCLUSIVE", "DENY_WRITE", "DENY_READ", "DENY_NONE"};
    String[] modes = {"READ", "WRITE", "READ WRITE"};
    List<Path> names = new ArrayList<>();
    Path file = Files.writeString(folder.resolve("file"), "0123456789");
    Path link = SharingTest.Way.LINKED_FOLDER.to(file).getParent();
    for (int i = 0; i < 2; i++) {
      Path name = Files.writeString(folder.resolve("f" + i), "0123456789");
      names.addAll(List.of(name, link.resolve("f" + i)));
      names.add(Files.createLink(folder.resolve("h" + i), name));
      names.add(Files.createSymbolicLink(folder.resolve("s" + i), name));
    }
    Random random = new Random(12);
    Map<MmioFile, int[]> open = new HashMap<>();
    for (int i = 0; i < 2000; i++) {
      int name = random.nextInt(names.size());
      int share = random.nextInt(shares.length);
      int mode = random.nextInt(modes.length);
      int[] asked = {name / 4, share, mode};
      boolean allowed = open.values().stream().noneMatch(held -> collide(held, asked));
      String options = shares[share] + " " + modes[mode];
      String text = names.get(name) + " " + options;
      try {
        MmioFile opened = mmio.open(names.get(name).toString(), Requests.options(options));
        open.put(opened, asked);
        assertWithMessage("%s: %s", i, text).that(allowed).isTrue();
      } catch (MmioException denied) {
        assertWithMessage("%s: %s, %s", i, text, denied.error()).that(allowed).isFalse();
      }
      if (random.nextBoolean() && !open.isEmpty()) {
        MmioFile closing = open.keySet().iterator().next();
        closing.close();
        open.remove(closing);
      }
    }
    for (MmioFile left : open.keySet()) {
      left.close();
    }
  }

  private static boolean collide(int[] one, int[] other) {
    return one[0] == other[0] && (denies(one, other) || denies(other, one));
  }

  private static boolean denies(int[] holder, int[] other) {
    boolean reads = other[2] != 1;
    boolean writes = other[2] != 0;
    return switch (holder[1]) {
      case 0 -> true;
      case 1 -> writes;
      case 2 -> reads;
      default -> false;
    };
  }
}
