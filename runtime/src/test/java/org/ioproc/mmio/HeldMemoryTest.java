package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ioproc.MmioException;
import org.ioproc.internal.transport.Transport;
import org.ioproc.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Java does not free memory while a manager has its address. */
class HeldMemoryTest {

  private static final int READ = 0;
  private static final int WRITE = 1;
  private static final int CLOSE = 4;
  private static final int WARM = 20_000;

  /** Memory that the program passed on without keeping a reference. */
  private WeakReference<ByteBuffer> given = new WeakReference<>(null);

  private final List<Boolean> stillAllocated = new ArrayList<>();
  private int collectsAt = -1;

  interface Use {
    void with(MmioFile file, HeldMemoryTest test) throws IOException;
  }

  /** The calls on a file that has the program's memory as its buffer. */
  enum Uses {
    READ_BUFFERED(CLOSE, (file, test) -> file.read(ByteBuffer.allocate(4))),
    READ_DIRECT(READ, (file, test) -> file.read(test.given(16))),
    WRITE_DIRECT(WRITE, (file, test) -> file.write(test.given(40))),
    WRITE_BUFFERED(WRITE, (file, test) -> file.write(ByteBuffer.allocate(4))),
    ADVANCE(
        READ,
        (file, test) -> file.buffer().advance(file.buffer().state(), StandardOpenOption.READ)),
    ANOTHER_BUFFER(CLOSE, (file, test) -> file.buffer().setBuffer(test.given(16))),
    MESSAGE(0x8000, (file, test) -> file.sendMessage(0x8000, 0, 0));

    /** The message during which the program's memory must exist. */
    private final int message;

    private final Use use;

    Uses(int message, Use use) {
      this.message = message;
      this.use = use;
    }
  }

  static Stream<Mmio> managers() {
    return Stream.of(CallPath.values()).map(CallPath::newManager);
  }

  @ParameterizedTest
  @EnumSource
  void memoryStaysDuringEveryUse(Uses uses) throws IOException {
    for (CallPath path : CallPath.values()) {
      use(path.newManager(), uses, procedure());
    }
    assertThat(stillAllocated).isNotEmpty();
    assertThat(stillAllocated).doesNotContain(false);
  }

  private void use(Mmio mmio, Uses uses, long procedure) throws IOException {
    collectsAt = uses.message;
    OpenParameters parameters = OpenParameters.byProcedure(procedure);
    try (MmioFile file =
        mmio.open(
            "x", parameters.buffer(given(16)), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      uses.use.with(file, this);
    }
  }

  /** The manager still has the file open. */
  @ParameterizedTest
  @MethodSource("managers")
  void aFileThatTheProgramHasLostKeepsItsMemory(Mmio mmio) throws IOException {
    lose(mmio, OpenParameters.byProcedure(procedure()).buffer(given(16)));
    System.gc();
    assertThat(given.get()).isNotNull();
  }

  @SuppressWarnings("MustBeClosed")
  private static void lose(Mmio mmio, OpenParameters parameters) throws IOException {
    MmioFile lost = mmio.open("x", parameters, StandardOpenOption.READ, StandardOpenOption.WRITE);
    assertThat(lost.isOpen()).isTrue();
  }

  /** Compiled code can release a file right after its last use. */
  @ParameterizedTest
  @MethodSource("managers")
  void compiledCodeKeepsTheMemory(Mmio mmio) throws IOException {
    long procedure = procedure();
    for (int i = 0; i < WARM; i++) {
      collectsAt = i % (WARM / 2) == WARM / 2 - 1 ? WRITE : -1;
      writeAndClose(mmio, procedure);
    }
    assertThat(stillAllocated).doesNotContain(false);
  }

  private void writeAndClose(Mmio mmio, long procedure) throws IOException {
    OpenParameters parameters = OpenParameters.byProcedure(procedure);
    try (MmioFile file =
        mmio.open(
            "x", parameters.buffer(given(16)), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[4]));
    }
  }

  /** Returns a procedure that checks whether the program's memory is still allocated. */
  private long procedure() {
    return Transport.current()
        .stub(
            (lpmmioinfo, message, lParam1, lParam2) -> {
              if (message == collectsAt) {
                System.gc();
                stillAllocated.add(given.get() != null);
              }
              return message == READ || message == WRITE ? lParam2 : 0;
            });
  }

  private ByteBuffer given(int bytes) {
    ByteBuffer memory = ByteBuffer.allocateDirect(bytes);
    given = new WeakReference<>(memory);
    return memory;
  }

  /** Garbage collections are fast only in a small process. */
  @Test
  void namesSurviveCollections() throws Exception {
    List<String> options =
        new ArrayList<>(List.of("-Xmx64m", "-XX:+UseG1GC", "--enable-native-access=ALL-UNNAMED"));
    String transport = System.getProperty("org.ioproc.transport");
    if (transport != null) {
      options.add("-Dorg.ioproc.transport=" + transport);
    }
    assertThat(ChildJvm.run(options, Names.class)).contains("wrong names: 0");
  }

  /** Queries full names while the garbage collector would free their memory. */
  static final class Names {

    private Names() {}

    public static void main(String[] arguments) throws MmioException {
      Thread collector =
          new Thread(
              () -> {
                while (true) {
                  System.gc();
                  for (int i = 0; i < 100; i++) {
                    ByteBuffer.allocateDirect(4096).put(0, new byte[] {'x', 'y', 0});
                  }
                }
              });
      collector.setDaemon(true);
      collector.start();
      Mmio mmio = Mmio.newEmbedded();
      String name = "n".repeat(1000);
      String full = Path.of(name).toAbsolutePath().normalize().toString();
      int wrong = 0;
      for (int i = 0; i < 20_000; i++) {
        wrong += mmio.fullName(name).equals(full) ? 0 : 1;
      }
      System.out.println("wrong names: " + wrong);
    }
  }
}
