package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.mmio.Requests.ascii;
import static org.ioproc.mmio.Requests.error;
import static org.ioproc.mmio.Requests.text;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests for more memory than Java has. Winmm is left out, because Windows may have 2 GiB. */
@ParameterizedClass
@EnumSource(CallPath.class)
final class OutOfMemoryTest {

  private final Mmio mmio;

  OutOfMemoryTest(CallPath callPath) {
    mmio = callPath.newManager();
  }

  @BeforeEach
  void requireLimit() {
    assumeTrue(Runtime.getRuntime().maxMemory() < Integer.MAX_VALUE, "Java has less than 2 GiB");
  }

  @Test
  void theFileKeepsItsBuffer() throws IOException {
    RecordingProcedure procedure = new RecordingProcedure("RIFF");
    OpenParameters parameters = OpenParameters.byProcedure(procedure.address());
    OpenParameters huge = parameters.buffer(Integer.MAX_VALUE);
    assertThat(error(() -> mmio.open("x", huge))).isEqualTo(MmioError.OUT_OF_MEMORY);
    assertThat(procedure.taken()).isEmpty();
    try (MmioFile file = mmio.open("x", parameters.buffer(16), READ, WRITE)) {
      file.write(ascii("ri"));
      assertThat(error(() -> file.buffer().setBuffer(Integer.MAX_VALUE)))
          .isEqualTo(MmioError.OUT_OF_MEMORY);
      assertThat(file.buffer().state().bufferSize()).isEqualTo(16);
      assertThat(Requests.read(file, 2)).isEqualTo("FF");
    }
    assertThat(procedure.content()).isEqualTo("riFF");
  }

  @Test
  void theProcedureCanBeRemovedAfterwards() throws IOException {
    FourCc code = FourCc.of("XYZ");
    mmio.installIoProc(code, new RecordingProcedure("").address());
    OpenParameters huge = OpenParameters.byCode(code).buffer(Integer.MAX_VALUE);
    assertThat(error(() -> mmio.open("x", huge))).isEqualTo(MmioError.OUT_OF_MEMORY);
    assertThat(mmio.removeIoProc(code)).isTrue();
  }

  @Test
  void filesInMemoryAreNeitherCreatedNorGrown() throws IOException {
    ByteBuffer memory = ByteBuffer.allocateDirect(10).put(0, ascii("0123456789"), 0, 10);
    OpenParameters huge = OpenParameters.inMemory(Integer.MAX_VALUE);
    assertThat(error(() -> mmio.open(null, huge, READ, WRITE))).isEqualTo(MmioError.OUT_OF_MEMORY);
    OpenParameters growing = OpenParameters.inMemory(memory).expandingBy(Integer.MAX_VALUE);
    try (MmioFile file = mmio.open(null, growing, READ, WRITE)) {
      file.position(8);
      assertThat(error(() -> file.write(ascii("ABC")))).isEqualTo(MmioError.CANNOT_WRITE);
      assertThat(text(memory, 0, 10)).isEqualTo("01234567AB");
    }
  }
}
