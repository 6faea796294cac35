package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.OpenRequest;
import org.ioproc.glue.FullGlue;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(CallPath.class)
final class CustomFilesTest {

  private static final FourCc XYZ = FourCc.of("XYZ");

  private final CallPath callPath;
  private final Mmio mmio;

  CustomFilesTest(CallPath callPath) {
    this.callPath = callPath;
    mmio = callPath.newManager();
  }

  @Test
  void onlyTheNativeCallPathLeavesJava() throws IOException {
    List<String> callers = new ArrayList<>();
    long procedure =
        Transport.current()
            .stub(
                (lpmmioinfo, message, lParam1, lParam2) -> {
                  callers.add(callerOfProcedure());
                  return 0;
                });
    mmio.open("x", OpenParameters.byProcedure(procedure)).close();
    assertThat(callers).hasSize(2);
    String manager = EmbeddedMmio.class.getPackageName();
    assertThat(callers.get(0).startsWith(manager)).isEqualTo(callPath == CallPath.DIRECT);
  }

  private static String callerOfProcedure() {
    return StackWalker.getInstance()
        .walk(frames -> frames.skip(2).findFirst().orElseThrow().getClassName());
  }

  @Test
  void wordsArePassedInBothDirections() throws IOException {
    RecordingProcedure procedure = new RecordingProcedure("");
    mmio.installIoProc(XYZ, procedure.address());
    try (MmioFile file = mmio.open(null, OpenParameters.byCode(XYZ).word(0, 41).word(2, 7))) {
      assertThat(file.word(0)).isEqualTo(41);
      assertThat(file.word(1)).isEqualTo(42);
      assertThat(file.word(2)).isEqualTo(7);
      assertThat(file.sendMessage(0x8000, 40, 2)).isEqualTo(42);
      assertThrows(IllegalArgumentException.class, () -> file.sendMessage(3, 0, 0));
    }
  }

  @Test
  void aShortWriteThrowsAndMovesTheSource() throws IOException {
    RecordingProcedure procedure = new RecordingProcedure("");
    procedure.mostWritten = 3;
    OpenParameters parameters = OpenParameters.byProcedure(procedure.address());
    try (MmioFile file = mmio.open("x", parameters, WRITE)) {
      for (ByteBuffer source : List.of(ByteBuffer.allocate(5), ByteBuffer.allocateDirect(5))) {
        MmioException failure = assertThrows(MmioException.class, () -> file.write(source));
        assertThat(failure.error()).isEqualTo(MmioError.CANNOT_WRITE);
        assertThat(failure)
            .hasMessageThat()
            .startsWith("cannot write 5 bytes (3 were written) to \"x\"");
        assertThat(source.position()).isEqualTo(3);
      }
    }
  }

  @Test
  void anErrorThatMmioDoesNotDefineIsShownAsANumber() {
    RecordingProcedure procedure = new RecordingProcedure("");
    procedure.failing.put(3, -1L);
    OpenParameters parameters = OpenParameters.byProcedure(procedure.address());
    MmioException failure = assertThrows(MmioException.class, () -> mmio.open("x", parameters));
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo("cannot open \"x\": the procedure gave no reason (error 4294967295)");
  }

  @Test
  void theExceptionHasTheProceduresTextAndCause() throws IOException {
    try (InstalledIoProc installed = mmio.install(new Shelf())) {
      MmioException failure = assertThrows(MmioException.class, () -> mmio.open("music.xyz+x.wav"));
      assertThat(failure)
          .hasMessageThat()
          .isEqualTo(
              "cannot open \"music.xyz+x.wav\": entry x.wav not in music.xyz"
                  + " (MMIOERR_FILENOTFOUND)");
      assertThat(failure).hasCauseThat().isInstanceOf(MmioException.class);
      failure = assertThrows(MmioException.class, () -> mmio.open("music.xyz+jdk"));
      assertThat(failure)
          .hasMessageThat()
          .isEqualTo("cannot open \"music.xyz+jdk\": file not found (MMIOERR_FILENOTFOUND)");
      failure = assertThrows(MmioException.class, () -> mmio.open("missing"));
      assertThat(failure)
          .hasMessageThat()
          .isEqualTo(
              "cannot open \"missing\": file not found; the name has no \"+\", so mmio looked for an ordinary file"
                  + " (MMIOERR_FILENOTFOUND)");
      assertThat(installed.openFiles()).isEqualTo(0);
    }
  }

  @Test
  void closingTheLastFileRemovesAClosedProcedure() throws IOException {
    InstalledIoProc installed = mmio.install(new Shelf());
    MmioFile file = mmio.open("music.xyz+good");
    installed.close();
    assertThat(mmio.findIoProc(XYZ)).isNotEqualTo(0);
    assertThat(file.read(ByteBuffer.allocate(10))).isEqualTo(10);
    assertThrows(MmioException.class, () -> mmio.open("music.xyz+good"));
    file.close();
    assertThat(mmio.findIoProc(XYZ)).isEqualTo(0);
  }

  @Test
  void renamingAndDeletingReachTheProcedure() throws IOException {
    RecordingProcedure procedure = new RecordingProcedure("");
    mmio.installIoProc(XYZ, procedure.address());
    mmio.rename("a.xyz+b", "a.xyz+c");
    mmio.delete("a.xyz+c");
    assertThat(procedure.taken())
        .containsExactly("RENAME a.xyz+b a.xyz+c", "OPEN a.xyz+c")
        .inOrder();
    assertThat(mmio.removeIoProc(XYZ)).isTrue();
  }

  @Test
  void manyThreadsUseDifferentFilesAtOnce() throws Exception {
    try (InstalledIoProc installed = mmio.install(new Shelf())) {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<?>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        byte start = (byte) i;
        results.add(threads.submit(() -> readManyTimes(start)));
      }
      for (Future<?> result : results) {
        result.get();
      }
      threads.shutdown();
      assertThat(installed.openFiles()).isEqualTo(0);
    }
    assertThat(mmio.findIoProc(XYZ)).isEqualTo(0);
  }

  /** Opens, reads and checks a file many times. Each thread's file has a different first byte. */
  private Void readManyTimes(byte start) throws IOException {
    ByteBuffer target = ByteBuffer.allocateDirect(1000);
    for (int i = 0; i < 200; i++) {
      OpenParameters parameters = OpenParameters.byName().word(0, start).buffer(i % 3 * 50);
      try (MmioFile file = mmio.open("a.xyz+good", parameters)) {
        assertThat(file.read(target.clear())).isEqualTo(1000);
        for (int k = 0; k < 1000; k++) {
          if (target.get(k) != (byte) (start + k)) {
            throw new AssertionError("byte " + k + " of file " + start);
          }
        }
      }
    }
    return null;
  }

  /** A procedure with one file, whose 1000 bytes count up from the first word. */
  private static final class Shelf extends FullGlue<Integer> {

    Shelf() {
      super("XYZ ");
    }

    @Override
    protected Integer onOpen(OpenRequest request) throws IOException {
      return switch (request.name().element()) {
        case "good" -> request.word(0);
        case "jdk" -> throw new NoSuchFileException("jdk");
        default ->
            throw new MmioException(MmioError.FILE_NOT_FOUND, "entry x.wav not in music.xyz");
      };
    }

    @Override
    protected int onRead(Integer start, ByteBuffer buffer, long position) {
      int before = buffer.position();
      for (long p = position; p < 1000 && buffer.hasRemaining(); p++) {
        buffer.put((byte) (start + p));
      }
      return buffer.position() - before;
    }
  }
}
