package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ioproc.glue.AwkwardStream.Fault;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests files over streams: what programs see, and how far the streams are read. */
class StreamChannelTest {

  @TempDir Path folder;

  static Stream<Arguments> models() {
    List<Arguments> models = new ArrayList<>();
    for (int inMemory : new int[] {0, 1, 50, 300, 100_000}) {
      for (Fault fault : Fault.values()) {
        models.add(Arguments.of(inMemory, fault));
      }
    }
    return models.stream();
  }

  /** Reads and seeks at random, as a program does. An array defines what it must see. */
  @ParameterizedTest
  @MethodSource("models")
  void programsSeeTheStreamsBytes(int inMemory, Fault fault) throws Exception {
    for (int seed = 0; seed < 40; seed++) {
      new Model(inMemory, fault, new Random(seed)).run("seed " + seed);
    }
    assertThat(files()).isEmpty();
  }

  private final class Model {

    private final Random random;
    private final byte[] content;
    private final int end;
    private final AwkwardStream stream;
    private final Caller caller;
    private int position;
    private int needed;

    Model(int inMemory, Fault fault, Random random) {
      this.random = random;
      content = new byte[random.nextInt(random.nextInt(10) == 0 ? 50_000 : 600)];
      random.nextBytes(content);
      int failing = random.nextInt(content.length + 1);
      stream = new AwkwardStream(content, fault, failing, random);
      end = fault == Fault.NONE ? Integer.MAX_VALUE : failing;
      StreamChannel channel =
          new StreamChannel(stream, new KeptBytes(inMemory, folder.toString()), Integer.MAX_VALUE);
      caller = new Caller(Way.DIRECT, new OpenerGlue("STRM", request -> channel));
    }

    void run(String name) throws Exception {
      assertThat(caller.open("x", 0)).isEqualTo(0);
      for (int i = 0; i < 30; i++) {
        String step = name + ", step " + i;
        switch (random.nextInt(4)) {
          case 0 -> seek(step, random.nextInt(content.length + 20));
          case 1 -> seekFromEnd(step, random.nextInt(content.length + 1));
          default -> read(step, random.nextInt(content.length + 20));
        }
        if (stream.faults == 0) {
          assertWithMessage(step).that(stream.taken).isAtMost(needed);
        }
      }
      assertThat(caller.close()).isEqualTo(0);
      assertThat(stream.closed).isEqualTo(1);
    }

    private void seek(String step, int target) {
      assertWithMessage(step).that(caller.seek(target, 0)).isEqualTo(target);
      position = target;
    }

    private void seekFromEnd(String step, int offset) {
      needed = content.length;
      boolean known = end > content.length;
      int target = content.length - offset;
      long answer = caller.seek(offset, 2);
      assertWithMessage(step).that(answer).isEqualTo(known ? target : -1);
      position = known ? target : position;
    }

    private void read(String step, int count) {
      needed = Math.min(Math.max(needed, count == 0 ? 0 : position + count), content.length);
      String read = caller.read(count);
      boolean reached = position + count > Math.max(end, stream.taken);
      if (count > 0 && end <= content.length && reached) {
        assertWithMessage(step).that(read).isEqualTo("-1");
        return;
      }
      int from = Math.min(position, content.length);
      byte[] expected = Arrays.copyOfRange(content, from, Math.min(from + count, content.length));
      assertWithMessage(step)
          .that(read)
          .isEqualTo(new String(expected, StandardCharsets.ISO_8859_1));
      position += expected.length;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 10})
  void aFailedStreamIsNotReadAgain(int inMemory) throws Exception {
    byte[] content = "0123456789".getBytes(StandardCharsets.US_ASCII);
    AwkwardStream stream = new AwkwardStream(content, Fault.IO, 5, new Random(1));
    Caller caller = caller(stream, inMemory, Integer.MAX_VALUE);

    assertThat(caller.read(10)).isEqualTo("-1");
    assertThat(LastFailure.take()).hasMessageThat().isEqualTo("cut off");
    int kept = stream.taken;
    assertThat(kept).isAtLeast(5);
    assertThat(caller.read(10)).isEqualTo("-1");
    assertThat(LastFailure.take())
        .hasMessageThat()
        .isEqualTo(
            "A stream that has failed must not be read again; this one failed after "
                + kept
                + " bytes.");
    assertThat(caller.seek(0, 2)).isEqualTo(-1);
    assertThat(stream.faults).isEqualTo(1);
    assertThat(caller.seek(2, 0)).isEqualTo(2);
    assertThat(caller.read(3)).isEqualTo("234");
    assertThat(caller.close()).isEqualTo(0);
  }

  @Test
  void aStreamMayEndWhereMmiosPositionsEnd() throws Exception {
    Caller caller = caller(new ByteArrayInputStream(new byte[100]), 10, 100);
    assertThat(caller.seek(0, 2)).isEqualTo(100);
    assertThat(caller.read(1)).isEmpty();
    assertThat(caller.close()).isEqualTo(0);
  }

  @Test
  void aLongerStreamFailsAtTheLastPosition() throws Exception {
    Caller caller = caller(new ByteArrayInputStream(new byte[101]), 10, 100);
    assertThat(caller.seek(0, 2)).isEqualTo(-1);
    assertThat(caller.read(100)).hasLength(100);
    assertThat(LastFailure.take())
        .hasMessageThat()
        .isEqualTo(
            "mmio's positions end at 2147483647; the file's stream has more than 100 bytes.");
    assertThat(caller.read(1)).isEqualTo("-1");
    assertThat(caller.seek(90, 0)).isEqualTo(90);
    assertThat(caller.read(10)).hasLength(10);
    assertThat(caller.close()).isEqualTo(0);
  }

  /** A stream may block forever if more is read than the program needs. */
  @Test
  void noMoreThanNeededIsReadFromAStream() throws Exception {
    InputStream waiting =
        new InputStream() {
          private int left = 4;

          @Override
          public int read() {
            throw new AssertionError("not needed");
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            left -= length;
            assertThat(left).isAtLeast(0);
            Arrays.fill(target, offset, offset + length, (byte) 'x');
            return length;
          }
        };
    Caller caller = caller(waiting, 3, Integer.MAX_VALUE);
    assertThat(caller.seek(1_000_000, 0)).isEqualTo(1_000_000);
    assertThat(caller.seek(1, 0)).isEqualTo(1);
    assertThat(caller.read(3)).isEqualTo("xxx");
    assertThat(caller.seek(0, 0)).isEqualTo(0);
    assertThat(caller.read(4)).isEqualTo("xxxx");
    assertThat(caller.close()).isEqualTo(0);
  }

  /** A stream's read() may send messages to its own file, on the thread that holds it. */
  @ParameterizedTest
  @ValueSource(strings = {"read", "known", "seek", "close"})
  void aStreamThatUsesItsOwnFileHarmsNothing(String use) throws Exception {
    Caller[] caller = new Caller[1];
    String[] answer = new String[1];
    InputStream inner =
        new ByteArrayInputStream("0123456789".getBytes(StandardCharsets.US_ASCII)) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            if (pos == 4 && answer[0] == null) {
              answer[0] = "";
              caller[0].seek(use.equals("known") ? 0 : 2, 0);
              answer[0] =
                  switch (use) {
                    case "close" -> "" + caller[0].close();
                    case "seek" -> "" + caller[0].seek(0, 2);
                    default -> caller[0].read(4);
                  };
            }
            return super.read(target, offset, length);
          }
        };
    KeptBytes kept = new KeptBytes(4, folder.toString());
    caller[0] = caller(inner, kept, Integer.MAX_VALUE);
    assertThat(caller[0].read(4)).isEqualTo("0123");
    String read = caller[0].read(4);
    assertThat(answer[0])
        .isEqualTo(use.equals("close") ? "0" : use.equals("known") ? "0123" : "-1");
    assertThat(read).isEqualTo(use.equals("close") ? "-1" : "4567");
    if (!use.equals("close")) {
      assertThat(caller[0].seek(0, 0)).isEqualTo(0);
      assertThat(caller[0].read(20)).isEqualTo("0123456789");
      assertThat(caller[0].close()).isEqualTo(0);
    }
    assertThat(kept.size()).isEqualTo(0);
    assertThat(files()).isEmpty();
  }

  @Test
  void aStreamThatReadsNothingFails() throws Exception {
    Caller caller = caller(counting(0), 10, Integer.MAX_VALUE);
    assertThat(caller.read(4)).isEqualTo("-1");
    assertThat(LastFailure.take()).hasMessageThat().contains("this one read none 1000 times");
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 5, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void aStreamThatMiscountsFails(int count) throws Exception {
    Caller caller = caller(counting(count), 10, Integer.MAX_VALUE);
    assertThat(caller.read(4)).isEqualTo("-1");
    assertThat(LastFailure.take()).hasMessageThat().contains("this one returned " + count);
  }

  private static InputStream counting(int count) {
    return new InputStream() {
      @Override
      public int read() {
        return 'x';
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        return count;
      }
    };
  }

  @Test
  void bytesThatDoNotFitIntoMemoryCanBeReadAgain() throws Exception {
    byte[] content = new byte[3_000_000];
    new Random(1).nextBytes(content);
    StreamChannel channel = new StreamChannel(new ByteArrayInputStream(content));
    assertThat(channel.size()).isEqualTo(content.length);
    ByteBuffer read = ByteBuffer.allocate(content.length);
    channel.position(500_000);
    while (channel.read(read) > 0) {}
    assertThat(read.flip()).isEqualTo(ByteBuffer.wrap(content, 500_000, 2_500_000).slice());
    channel.close();
  }

  @Test
  void aFailureToKeepBytesFailsTheStream() throws Exception {
    Files.delete(folder);
    Caller caller = caller(new ByteArrayInputStream(new byte[10]), 4, Integer.MAX_VALUE);
    assertThat(caller.read(4)).hasLength(4);
    assertThat(caller.read(4)).isEqualTo("-1");
    Files.createDirectory(folder);
    assertThat(caller.read(4)).isEqualTo("-1");
    assertThat(LastFailure.take()).hasMessageThat().contains("this one failed after 4 bytes");
    assertThat(caller.close()).isEqualTo(0);
  }

  @Test
  void aFileThatFitsIntoMemoryNeedsNoFolder() throws Exception {
    AwkwardStream stream = new AwkwardStream(new byte[10], Fault.NONE, 0, new Random(1));
    Caller caller = caller(stream, new KeptBytes(4, "not a path\0"), Integer.MAX_VALUE);
    assertThat(caller.read(4)).hasLength(4);
    assertThat(caller.read(4)).isEqualTo("-1");
    assertThat(caller.close()).isEqualTo(0);
    assertThat(stream.closed).isEqualTo(1);
  }

  /** An interrupt that arrives while a stream waits must not close the temporary file. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 10})
  void anInterruptDuringAReadLosesNoBytes(int inMemory) throws Exception {
    InputStream interrupting =
        new ByteArrayInputStream("0123456789".getBytes(StandardCharsets.US_ASCII)) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            Thread.currentThread().interrupt();
            return super.read(target, offset, Math.min(length, 2));
          }
        };
    Caller caller = caller(interrupting, inMemory, Integer.MAX_VALUE);
    assertThat(caller.read(7)).isEqualTo("0123456");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(caller.seek(1, 0)).isEqualTo(1);
    assertThat(caller.read(20)).isEqualTo("123456789");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(caller.close()).isEqualTo(0);
    assertThat(files()).isEmpty();
  }

  @Test
  void theTemporaryFileIsDeletedEvenIfTheStreamCannotBeClosed() throws Exception {
    InputStream unclosable =
        new ByteArrayInputStream(new byte[10]) {
          @Override
          public void close() throws IOException {
            throw new IOException("still open");
          }
        };
    Caller caller = caller(unclosable, 4, Integer.MAX_VALUE);
    assertThat(caller.seek(0, 2)).isEqualTo(10);
    assertThat(caller.close()).isEqualTo(260);
    assertThat(files()).isEmpty();
  }

  @Test
  void onlyTheOwnerCanUseTheTemporaryFile() throws Exception {
    Path file = TemporaryFile.create(folder);
    AclFileAttributeView rights = Files.getFileAttributeView(file, AclFileAttributeView.class);
    if (rights == null) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    } else {
      assertThat(rights.getAcl().stream().map(AclEntry::principal).toList())
          .contains(rights.getOwner());
      assertThat(rights.getAcl().stream().map(entry -> entry.principal().getName()).toList())
          .containsNoneOf("Everyone", "BUILTIN\\Users", "NT AUTHORITY\\Authenticated Users");
    }
    assertThat(files()).containsExactly(file);
  }

  @Test
  void theChannelRefusesInvalidUses() throws Exception {
    StreamChannel channel = new StreamChannel(new ByteArrayInputStream(new byte[10]));
    assertThrows(IllegalArgumentException.class, () -> channel.position(-1));
    assertThrows(NonWritableChannelException.class, () -> channel.write(ByteBuffer.allocate(1)));
    assertThrows(NonWritableChannelException.class, () -> channel.truncate(1));
    assertThat(channel.position(4).position()).isEqualTo(4);
    assertThat(channel.position(Long.MAX_VALUE).read(ByteBuffer.allocate(9))).isEqualTo(-1);
    assertThat(channel.isOpen()).isTrue();
    channel.close();
    channel.close();
    assertThat(channel.isOpen()).isFalse();
    assertThrows(ClosedChannelException.class, channel::size);
    assertThrows(ClosedChannelException.class, () -> channel.read(ByteBuffer.allocate(1)));
  }

  private Caller caller(InputStream stream, int inMemory, long limit) throws Exception {
    return caller(stream, new KeptBytes(inMemory, folder.toString()), limit);
  }

  private static Caller caller(InputStream stream, KeptBytes kept, long limit) throws Exception {
    StreamChannel channel = new StreamChannel(stream, kept, limit);
    Caller caller = new Caller(Way.DIRECT, new OpenerGlue("STRM", request -> channel));
    assertThat(caller.open("x", 0)).isEqualTo(0);
    return caller;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
