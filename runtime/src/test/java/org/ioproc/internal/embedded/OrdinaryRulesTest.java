package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.MmioError;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in procedure for ordinary files, rule by rule. */
@ParameterizedClass
@MethodSource("org.ioproc.internal.embedded.Session#managers")
final class OrdinaryRulesTest {

  @TempDir Path folder;

  private final Session session;

  OrdinaryRulesTest(Session.Manager manager) {
    session = new Session(manager);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, -1", "1, -1, 0", "2, 0, 0"})
  void aTransferOfNoBytesIsRefusedLikeOthers(int mode, int read, int written) throws Exception {
    Path path = Files.writeString(folder.resolve("file"), "0123456789");
    long file = session.tryOpen(path.toString(), null, mode);
    assertThat(session.mmio.mmioRead(file, session.address(), 0)).isEqualTo(read);
    assertThat(session.seek(file, 10, SEEK_SET)).isEqualTo(10); // Winmm truncates there (Wine 8.0).
    assertThat(session.write(file, "")).isEqualTo(written);
    session.close(file);
    assertThat(Files.readString(path)).isEqualTo("0123456789");
  }

  @ParameterizedTest
  @CsvSource({"3, 259", "4, 260", "0, -1", "1, -1", "2, -1", "6, 259"})
  void anErrorBecomesAnErrorCode(int message, int code) {
    StackOverflowError full = new StackOverflowError();
    assertThat(DosErrors.result(message, full)).isEqualTo(code);
    assertThat(DosErrors.result(MMIOM_OPEN, new OutOfMemoryError()))
        .isEqualTo(MmioError.OUT_OF_MEMORY.code());
  }
}
