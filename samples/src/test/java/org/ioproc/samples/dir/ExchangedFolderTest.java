package org.ioproc.samples.dir;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.ioproc.MmioName;
import org.ioproc.samples.testing.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another thread keeps replacing a subfolder with a link and back. Each request must affect the
 * subfolder or fail, but never affect the folder that the link leads to.
 */
@EnabledOnOs(OS.LINUX)
@Tag("not-on-windows")
final class ExchangedFolderTest {

  private static final int TRIES = 2500;

  @TempDir Path parent;
  private Path folder;
  private Path outside;
  private final DirIoProc procedure = new DirIoProc();

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final AtomicBoolean enough = new AtomicBoolean();
  private Future<?> exchanging;

  @BeforeEach
  void exchange() throws IOException {
    folder = Files.createDirectory(parent.resolve("music.dir"));
    outside = Files.createDirectory(parent.resolve("outside"));
    Files.createDirectory(folder.resolve("sub"));
    Files.write(folder.resolve("sub/file"), new byte[] {1});
    Files.write(outside.resolve("file"), new byte[] {2});
    Files.write(outside.resolve("other"), new byte[] {2});
    exchanging =
        thread.submit(
            () -> {
              Path sub = folder.resolve("sub");
              Path aside = folder.resolve("aside");
              while (!enough.get()) {
                Files.move(sub, aside);
                Files.createSymbolicLink(sub, outside);
                Files.delete(sub);
                Files.move(aside, sub);
              }
              return enough;
            });
  }

  @AfterEach
  void stop() throws Exception {
    enough.set(true);
    exchanging.get();
    thread.shutdown();
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files.map(path -> path.toFile().getName()).toList())
          .containsExactly("file", "other");
    }
    assertThat(Files.readAllBytes(outside.resolve("file"))).isEqualTo(new byte[] {2});
    assertThat(Files.readAllBytes(outside.resolve("other"))).isEqualTo(new byte[] {2});
  }

  private String name(String element) {
    return folder + "+" + element;
  }

  private interface Attempt {
    void run() throws IOException;
  }

  /** Repeats an attempt, at least until one succeeds; otherwise the test would prove nothing. */
  private void race(Attempt attempt) {
    int successes = 0;
    for (int i = 0; i < TRIES || successes == 0; i++) {
      assertThat(exchanging.isDone()).isFalse();
      try {
        attempt.run();
        successes++;
      } catch (IOException refusedOrMissing) {
        // Expected while the link is there.
      }
    }
  }

  @Test
  void nothingOutsideIsRead() {
    race(
        () -> {
          ByteBuffer read = ByteBuffer.allocate(1);
          try (SeekableByteChannel file = procedure.open(Request.toRead(name("sub/file")))) {
            assertThat(file.read(read)).isEqualTo(1);
          }
          assertWithMessage("1 is inside, 2 outside").that(read.get(0)).isEqualTo(1);
        });
  }

  @Test
  void nothingOutsideIsCreatedOrEmptied() {
    race(() -> create("sub/file"));
    race(() -> create("sub/new"));
  }

  @Test
  void nothingOutsideIsDeleted() {
    race(
        () -> {
          create("sub/other");
          procedure.delete(MmioName.of(name("sub/other")));
        });
  }

  @Test
  void nothingOutsideIsRenamed() {
    race(
        () -> {
          create("sub/other");
          procedure.rename(MmioName.of(name("sub/other")), MmioName.of(name("taken")));
          Files.delete(folder.resolve("taken"));
        });
  }

  @Test
  void nothingIsMovedOutside() {
    race(
        () -> {
          deleteIfThere("sub/moved"); // An attempt may have moved it and then failed.
          create("mine");
          procedure.rename(MmioName.of(name("mine")), MmioName.of(name("sub/moved")));
          procedure.delete(MmioName.of(name("sub/moved")));
        });
  }

  private void deleteIfThere(String element) {
    try {
      procedure.delete(MmioName.of(name(element)));
    } catch (IOException refusedOrMissing) {
      // The next attempt meets it.
    }
  }

  private void create(String element) throws IOException {
    procedure.open(Request.toCreate(name(element))).close();
  }
}
