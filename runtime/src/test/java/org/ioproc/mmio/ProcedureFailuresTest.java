package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioOption;
import org.ioproc.glue.OpenerGlue;
import org.ioproc.support.LogRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports that a program gets when a procedure fails: what failed, and why. */
@ParameterizedClass
@EnumSource(CallPath.class)
final class ProcedureFailuresTest {

  private final Mmio mmio;

  ProcedureFailuresTest(CallPath callPath) {
    mmio = callPath.newManager();
  }

  static Stream<Arguments> reasons() {
    NoSuchFileException missing = new NoSuchFileException("/lib/index");
    return Stream.of(
        Arguments.of(new IOException("disk on fire"), "disk on fire (MMIOERR_CANNOTOPEN)"),
        Arguments.of(new IOException(), "IOException (MMIOERR_CANNOTOPEN)"),
        Arguments.of(
            new ZipException("bad header"), "ZipException: bad header (MMIOERR_INVALIDFILE)"),
        Arguments.of(missing, "file not found: /lib/index (MMIOERR_FILENOTFOUND)"),
        Arguments.of(new NoSuchFileException("x"), "file not found (MMIOERR_FILENOTFOUND)"),
        Arguments.of(new NoSuchFileException(null), "file not found (MMIOERR_FILENOTFOUND)"),
        Arguments.of(
            new FileSystemException("/lib", null, "Too many open files"),
            "Too many open files: /lib (MMIOERR_TOOMANYOPENFILES)"),
        Arguments.of(
            new UncheckedIOException(missing), "file not found: /lib/index (MMIOERR_FILENOTFOUND)"),
        Arguments.of(
            new CompletionException(new UncheckedIOException(missing)),
            "file not found: /lib/index (MMIOERR_FILENOTFOUND)"),
        Arguments.of(
            new IOException("there is no index", missing),
            "there is no index (MMIOERR_FILENOTFOUND)"),
        Arguments.of(
            new IllegalStateException("bug"), "IllegalStateException: bug (MMIOERR_CANNOTOPEN)"),
        Arguments.of(
            new MmioException(MmioError.NETWORK_ERROR, "the server is away"),
            "the server is away (MMIOERR_NETWORKERROR)"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void aFailedOpenIsReported(Throwable failure, String reason) throws IOException {
    OpenerGlue glue =
        new OpenerGlue(
            "XYZ",
            request -> {
              throw failure;
            });
    try (InstalledIoProc installed = mmio.install(glue)) {
      assertText(failure, () -> mmio.open("a.xyz+x"), "cannot open \"a.xyz+x\": " + reason);
      assertThat(installed.openFiles()).isEqualTo(0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFailureOfAnOpenFileIsReported(boolean denied) throws IOException {
    IOException failure =
        denied ? new AccessDeniedException("x") : new IOException("No space left on device");
    String reason = denied ? "access denied" : "No space left on device";
    OpenerGlue glue = new OpenerGlue("XYZ", request -> new FailingChannel(failure));
    try (InstalledIoProc installed = mmio.install(glue)) {
      MmioFile file = mmio.open("a.xyz+x", READ, WRITE);
      assertText(
          failure,
          () -> file.read(ByteBuffer.allocate(1)),
          "cannot read \"a.xyz+x\": " + reason + " (MMIOERR_CANNOTREAD)");
      assertText(
          failure,
          () -> file.write(ByteBuffer.allocate(7)),
          "cannot write 7 bytes (0 were written) to \"a.xyz+x\": "
              + reason
              + " (MMIOERR_CANNOTWRITE)");
      assertText(
          failure,
          file::size,
          "cannot find the size of \"a.xyz+x\": " + reason + " (MMIOERR_CANNOTSEEK)");
      String code = denied ? "MMIOERR_ACCESSDENIED" : "MMIOERR_CANNOTCLOSE";
      assertText(failure, file::close, "cannot close \"a.xyz+x\": " + reason + " (" + code + ")");
      assertThat(installed.openFiles()).isEqualTo(0);
    }
  }

  /** Lost bytes matter more to the program than a failure to close. */
  @Test
  void lostBytesAreReportedFirst() throws IOException {
    FailingChannel channel = new FailingChannel(new IOException("full"));
    channel.closing = new IOException("cannot close either");
    OpenerGlue glue = new OpenerGlue("XYZ", request -> channel);
    try (InstalledIoProc installed = mmio.install(glue)) {
      MmioFile file = mmio.open("a.xyz+x", READ, WRITE, MmioOption.BUFFERED);
      file.write(ByteBuffer.allocate(7));
      assertText(
          channel.failure, file::close, "cannot close \"a.xyz+x\": full (MMIOERR_CANNOTWRITE)");
      assertThat(installed.openFiles()).isEqualTo(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"READ", "BUFFERED"})
  void aFileThatIsTooLargeIsReportedWithItsSize(String options) throws IOException {
    long size = 3L << 30;
    OpenerGlue glue = new OpenerGlue("XYZ", request -> new EndlessChannel(size));
    String limit = "mmio's positions end at 2147483647; the file has 3221225472 bytes.";
    try (InstalledIoProc installed = mmio.install(glue);
        MmioFile file = mmio.open("a.xyz+x", Requests.options(options))) {
      assertThat(assertThrows(MmioException.class, file::size))
          .hasMessageThat()
          .isEqualTo("cannot find the size of \"a.xyz+x\": " + limit + " (MMIOERR_CANNOTSEEK)");
      file.position(Integer.MAX_VALUE - 10);
      assertThat(assertThrows(MmioException.class, () -> file.read(ByteBuffer.allocateDirect(11))))
          .hasMessageThat()
          .isEqualTo("cannot read \"a.xyz+x\": " + limit + " (MMIOERR_CANNOTREAD)");
      assertThat(assertThrows(MmioException.class, () -> file.position(size)))
          .hasMessageThat()
          .contains("offset 3221225472 from START in \"a.xyz+x\": positions are 0 to 2147483647");
      assertThat(file.seek((1 << 30) + 1, SeekOrigin.END)).isEqualTo(Integer.MAX_VALUE);
      assertThat(installed.openFiles()).isEqualTo(1);
    }
  }

  @Test
  void aNegativeSizeIsReported() throws IOException {
    OpenerGlue glue = new OpenerGlue("XYZ", request -> new EndlessChannel(-1));
    try (InstalledIoProc installed = mmio.install(glue);
        MmioFile file = mmio.open("a.xyz+x")) {
      assertThat(assertThrows(MmioException.class, file::size)).hasMessageThat().contains("-1.");
      assertThat(installed.openFiles()).isEqualTo(1);
    }
  }

  @Test
  void aCodeThatIsNotInstalledIsNamed() {
    String without = "no procedure is installed for \"XYZ \" (installed: none)";
    String ordinary =
        "\": file not found; "
            + without
            + ", so mmio looked for an ordinary file"
            + " (MMIOERR_FILENOTFOUND)";
    assertMessage(() -> mmio.open("a.xyz+x"), "cannot open \"a.xyz+x" + ordinary);
    assertMessage(() -> mmio.delete("a.xyz+x"), "cannot delete \"a.xyz+x" + ordinary);
    assertMessage(() -> mmio.rename("a.xyz+x", "y"), "cannot rename \"a.xyz+x\" to \"y" + ordinary);
    assertMessage(
        () -> mmio.open("x", OpenParameters.byCode(FourCc.of("XYZ"))),
        "cannot open \"x\": the procedure gave no reason; " + without + " (MMIOERR_CANNOTOPEN)");
  }

  @Test
  void theInstalledCodesAreNamed() throws IOException {
    InstalledIoProc zip = mmio.install(glue("ZIP"));
    assertInstalled("\"ZIP \"");
    InstalledIoProc another = mmio.install(glue("ZIP"));
    InstalledIoProc dir = mmio.install(glue("DIR"));
    mmio.installIoProc(FourCc.of("OWN"), mmio.findIoProc(FourCc.of("DIR")));
    assertInstalled("\"DIR \", \"OWN \", \"ZIP \"");
    assertThat(mmio.removeIoProc(FourCc.of("OWN"))).isTrue();
    another.close();
    assertInstalled("\"DIR \", \"ZIP \"");
    dir.close();
    zip.close();
    assertInstalled("none");
  }

  @Test
  void ofManyCodesTheFirstAreNamed() throws IOException {
    List<InstalledIoProc> installed = new ArrayList<>();
    for (char letter = 'A'; letter <= 'L'; letter++) {
      installed.add(mmio.install(glue("X" + letter)));
    }
    assertInstalled(
        "\"XA  \", \"XB  \", \"XC  \", \"XD  \", \"XE  \", \"XF  \", \"XG  \", \"XH  \", \"XI  \","
            + " \"XJ  \" and 2 more");
    installed.forEach(InstalledIoProc::close);
  }

  private void assertInstalled(String codes) {
    MmioException failure = assertThrows(MmioException.class, () -> mmio.open("a.zpi+x"));
    assertThat(failure)
        .hasMessageThat()
        .contains("no procedure is installed for \"ZPI \" (installed: " + codes + "), so mmio");
  }

  @Test
  void aFileThatDoesNotExistForWantOfAProcedureIsLogged() throws IOException {
    LogRecords log = new LogRecords();
    log.open();
    try (InstalledIoProc installed = mmio.install(glue("ZIP"))) {
      assertThat(installed.openFiles()).isEqualTo(0);
      assertThat(mmio.exists("a.zpi+x\n")).isFalse();
      assertThat(mmio.exists("missing")).isFalse();
    } finally {
      log.close();
    }
    assertThat(log.records()).hasSize(1);
    assertThat(log.records().get(0).getLevel()).isEqualTo(Level.FINE);
    assertThat(log.records().get(0).getMessage())
        .isEqualTo(
            "\"a.zpi+x\\u000a\" was not found: no procedure is installed for \"ZPI \" (installed:"
                + " \"ZIP \"), so mmio looked for an ordinary file");
  }

  private static OpenerGlue glue(String code) {
    return OpenerGlue.over(code, new byte[1]);
  }

  @Test
  void aNameThatChoosesNoProcedureIsExplained() {
    assertMessage(
        () -> mmio.open("a.xyz"),
        "cannot open \"a.xyz\": file not found; the name has no \"+\", so mmio looked for an"
            + " ordinary file (MMIOERR_FILENOTFOUND)");
    assertMessage(
        () -> mmio.open("a+x"),
        "cannot open \"a+x\": file not found; \"a\" has no extension, so mmio looked for an"
            + " ordinary file (MMIOERR_FILENOTFOUND)");
  }

  private static void assertText(Throwable cause, Executable request, String text) {
    MmioException failure = assertThrows(MmioException.class, request);
    assertThat(failure).hasMessageThat().isEqualTo(text);
    assertThat(failure).hasCauseThat().isSameInstanceAs(cause);
  }

  private static void assertMessage(Executable request, String text) {
    assertThat(assertThrows(MmioException.class, request)).hasMessageThat().isEqualTo(text);
  }
}
