package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.mmio.Requests.ascii;
import static org.ioproc.mmio.Requests.error;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.ShareMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A share mode applies to the file, under each of its names. */
@SuppressWarnings("try") // A file only has to be open.
final class SharingTest {

  @TempDir Path folder;

  private final Mmio mmio = Mmio.newEmbedded();
  private final Mmio other = Mmio.newEmbeddedNative();
  private Path file;

  @BeforeEach
  void createFile() throws IOException {
    file = Files.writeString(folder.resolve("file"), "0123456789");
  }

  /** A way to name a file. On Windows, only administrators may create links. */
  enum Way {
    SAME,
    DOTS,
    SYMBOLIC,
    SYMBOLIC_FROM_ELSEWHERE,
    LINKED_FOLDER,
    LINK_TO_LINK,
    HARD,
    LINK_TO_HARD;

    Path to(Path file) throws IOException {
      Path folder = file.getParent();
      Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
      return switch (this) {
        case SAME -> file;
        case DOTS -> folder.resolve("elsewhere/../" + file.getFileName());
        case SYMBOLIC -> Files.createSymbolicLink(folder.resolve("symbolic"), file);
        case SYMBOLIC_FROM_ELSEWHERE ->
            Files.createSymbolicLink(elsewhere.resolve("x"), Path.of("../" + file.getFileName()));
        case LINKED_FOLDER ->
            Files.createSymbolicLink(elsewhere.resolve("in"), folder).resolve(file.getFileName());
        case LINK_TO_LINK -> Files.createSymbolicLink(folder.resolve("far"), SYMBOLIC.to(file));
        case HARD -> Files.createLink(folder.resolve("hard"), file);
        case LINK_TO_HARD -> Files.createSymbolicLink(folder.resolve("far"), HARD.to(file));
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  @Tag("not-on-windows") // Java has no key of a file there, and Wine creates no links.
  void exclusiveAppliesToEveryLink(Way way) throws IOException {
    assertExclusive(way.to(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "./file", "x/../file"})
  void exclusiveAppliesToEveryPath(String name) throws IOException {
    Files.createDirectories(folder.resolve("x"));
    assertExclusive(folder.resolve(name));
  }

  private void assertExclusive(Path name) throws IOException {
    for (Path first : List.of(file, name)) {
      Path second = first.equals(file) ? name : file;
      try (MmioFile held = mmio.open(first.toString(), ShareMode.EXCLUSIVE, READ, WRITE)) {
        for (Mmio manager : List.of(mmio, other)) {
          assertDenied(() -> manager.open(second.toString()).close());
          assertDenied(() -> manager.open(second.toString(), CREATE).close());
          assertDenied(() -> manager.delete(second.toString()));
          assertDenied(() -> manager.rename(second.toString(), folder.resolve("n").toString()));
        }
        assertThat(held.size()).isEqualTo(10);
      }
      other.open(second.toString(), ShareMode.EXCLUSIVE).close();
      assertThat(Files.readString(file)).isEqualTo("0123456789");
    }
  }

  private static void assertDenied(Request request) {
    assertThat(error(request::run)).isEqualTo(MmioError.SHARING_VIOLATION);
  }

  private interface Request {
    void run() throws IOException;
  }

  @Test
  @Tag("not-on-windows") // Windows refuses to rename and delete an open file.
  void theShareModeStaysWithTheFile() throws IOException {
    try (MmioFile held = mmio.open(file.toString(), ShareMode.EXCLUSIVE)) {
      Path moved = Files.move(file, folder.resolve("moved"));
      assertDenied(() -> mmio.open(moved.toString()).close());
      try (MmioFile created = mmio.open(file.toString(), CREATE, ShareMode.EXCLUSIVE)) {
        created.write(ascii("new"));
        assertThat(held.size()).isEqualTo(10);
        Files.delete(file);
        Files.writeString(file, "again");
        mmio.open(file.toString()).close();
      }
    }
  }

  @Test
  @Tag("not-on-windows") // Java has no key of a file there, and Wine creates no links.
  void creatingThroughALinkLocksItsTarget() throws IOException {
    Path target = folder.resolve("target");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    try (MmioFile created = mmio.open(link.toString(), CREATE, ShareMode.EXCLUSIVE)) {
      assertThat(created.size()).isEqualTo(0);
      assertDenied(() -> mmio.open(target.toString()).close());
    }
  }

  /** Java itself would report success, and leave both names. */
  @ParameterizedTest
  @EnumSource(names = {"SYMBOLIC", "HARD"})
  @Tag("not-on-windows") // Java has no key of a file there, and Wine creates no links.
  void renamingToAnotherNameOfTheFileIsRefused(Way way) throws IOException {
    Path taken = way.to(file);
    assertThat(error(() -> mmio.rename(file.toString(), taken.toString())))
        .isEqualTo(MmioError.ACCESS_DENIED);
    mmio.rename(file.toString(), file.toString());
    assertThat(Files.exists(file)).isTrue();
  }

  /** The threads open one file at the same time, under different names. */
  @Test
  void onlyOneThreadHasTheFileOpenAtATime() throws Exception {
    Path new1 = folder.resolve("new");
    Path new2 = folder.resolve("elsewhere/../new");
    Files.createDirectories(folder.resolve("elsewhere"));
    AtomicInteger holders = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger successes = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String name = (i % 2 == 0 ? new1 : new2).toString();
        Mmio manager = i < 2 ? mmio : other;
        Callable<Void> openings =
            () -> {
              for (int j = 0; j < 200; j++) {
                try (MmioFile held = manager.open(name, CREATE, ShareMode.EXCLUSIVE)) {
                  most.accumulateAndGet(holders.incrementAndGet(), Math::max);
                  held.write(ascii("mine"));
                  assertThat(held.size()).isEqualTo(4);
                  successes.incrementAndGet();
                  holders.decrementAndGet();
                } catch (MmioException denied) {
                  assertThat(denied.error()).isEqualTo(MmioError.SHARING_VIOLATION);
                }
              }
              return null;
            };
        all.add(threads.submit(openings));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(most.get()).isEqualTo(1);
    assertThat(successes.get()).isGreaterThan(0);
  }
}
