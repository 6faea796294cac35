package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Memory that a manager knows by its address alone is not freed as long as it does. */
class HeldMemoryTest {

  private static final int WARM = 20_000;

  /** Memory of the program's, which no longer refers to it. */
  private WeakReference<ByteBuffer> given = new WeakReference<>(null);

  private final List<Boolean> there = new ArrayList<>();
  private boolean collects;

  private interface Use {
    void with(MmioFile file, HeldMemoryTest test) throws IOException;
  }

  /** Uses of a file that has the program's memory as its buffer, or of memory given for a call. */
  private enum Uses {
    READ((file, test) -> file.read(ByteBuffer.allocate(4))),
    READ_DIRECT((file, test) -> file.read(test.given(16))),
    WRITE_DIRECT((file, test) -> file.write(test.given(40))),
    FLUSH(
        (file, test) -> {
          file.write(ByteBuffer.allocate(4));
          file.flush();
        }),
    ADVANCE((file, test) -> file.advance(file.info(), MmioFlag.READ)),
    ANOTHER_BUFFER(
        (file, test) -> {
          file.setBuffer(test.given(16));
          file.read(ByteBuffer.allocate(4));
        }),
    MESSAGE((file, test) -> file.sendMessage(0x8000, 0, 0)),
    CLOSE((file, test) -> file.write(ByteBuffer.allocate(4)));

    private final Use use;

    Uses(Use use) {
      this.use = use;
    }
  }

  static Stream<Mmio> managers() {
    return Stream.of(CallPath.values()).map(Mmio::newEmbedded);
  }

  @ParameterizedTest
  @EnumSource
  void everyUse(Uses uses) throws IOException {
    for (CallPath path : CallPath.values()) {
      use(Mmio.newEmbedded(path), uses, procedure());
    }
    assertThat(there).isNotEmpty();
    assertThat(there).doesNotContain(false);
  }

  private void use(Mmio mmio, Uses uses, long procedure) throws IOException {
    collects = true;
    OpenParameters parameters = OpenParameters.byProcedure(procedure);
    try (MmioFile file = mmio.open("x", parameters.buffer(given(16)), MmioFlag.READWRITE)) {
      uses.use.with(file, this);
    }
    collects = false;
  }

  /** The manager has it open still. */
  @ParameterizedTest
  @MethodSource("managers")
  void theMemoryOfAFileThatTheProgramHasLost(Mmio mmio) throws IOException {
    lose(mmio, OpenParameters.byProcedure(procedure()).buffer(given(16)));
    System.gc();
    assertThat(given.get()).isNotNull();
  }

  @SuppressWarnings("MustBeClosed")
  private static void lose(Mmio mmio, OpenParameters parameters) throws IOException {
    MmioFile lost = mmio.open("x", parameters, MmioFlag.READWRITE);
    assertThat(lost.isOpen()).isTrue();
  }

  /** Compiled code knows best that a file is used no more. */
  @ParameterizedTest
  @MethodSource("managers")
  void compiledCodeToo(Mmio mmio) throws IOException {
    long procedure = procedure();
    for (int i = 0; i < WARM; i++) {
      collects = i % (WARM / 10) == WARM / 10 - 1;
      writeAndClose(mmio, procedure);
    }
    assertThat(there).doesNotContain(false);
  }

  private void writeAndClose(Mmio mmio, long procedure) throws IOException {
    OpenParameters parameters = OpenParameters.byProcedure(procedure);
    try (MmioFile file = mmio.open("x", parameters.buffer(given(16)), MmioFlag.READWRITE)) {
      file.write(ByteBuffer.wrap(new byte[4]));
    }
  }

  /** Reads and writes all that it is asked to; looks whether the program's memory is there. */
  private long procedure() {
    return Transport.current()
        .stub(
            (lpmmioinfo, message, lParam1, lParam2) -> {
              if (collects) {
                System.gc();
                there.add(given.get() != null);
              }
              return message == 0 || message == 1 ? lParam2 : 0;
            });
  }

  private ByteBuffer given(int bytes) {
    ByteBuffer memory = ByteBuffer.allocateDirect(bytes);
    given = new WeakReference<>(memory);
    return memory;
  }

  /** Once in some ten thousand calls, the name was freed and other memory in its place. */
  @Test
  void namesBesideCollections() throws Exception {
    Mmio mmio = Mmio.newEmbedded(CallPath.STRAIGHT);
    String name = "n".repeat(1000);
    String full = Path.of(name).toAbsolutePath().normalize().toString();
    AtomicBoolean done = new AtomicBoolean();
    Thread collector =
        new Thread(
            () -> {
              while (!done.get()) {
                System.gc();
                for (int i = 0; i < 100; i++) {
                  ByteBuffer.allocateDirect(4096).put(0, new byte[] {'x', 'y', 0});
                }
              }
            });
    collector.start();
    try {
      for (int i = 0; i < 20_000; i++) {
        assertThat(mmio.fullName(name)).isEqualTo(full);
      }
    } finally {
      done.set(true);
      collector.join();
    }
  }
}
