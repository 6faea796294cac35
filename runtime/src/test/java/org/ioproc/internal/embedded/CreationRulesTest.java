package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATELIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATERIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;

import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Creating chunks, rule by rule.
 *
 * <p>Source: Microsoft, "mmioCreateChunk function" and "mmioAscend function".
 */
@ParameterizedClass
@MethodSource("org.ioproc.internal.embedded.Session#managers")
final class CreationRulesTest {

  private final Session session;
  private final RecordingProcedure procedure = new RecordingProcedure("");
  private final MmckInfo chunk = new MmckInfo();
  private long file;

  CreationRulesTest(Session.Manager manager) {
    session = new Session(manager);
  }

  @BeforeEach
  void open() throws Exception {
    file = session.open("x", session.by(procedure, 0), 0);
  }

  private int position() {
    return session.seek(file, 0, SEEK_CUR);
  }

  private int create(String id, int size) {
    chunk.chunkId(FourCc.of(id).value());
    chunk.size(size);
    return session.mmio.mmioCreateChunk(file, chunk, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 5})
  @DisplayName("mmioCreateChunk writes the header with the given size and sets MMIO_DIRTY")
  void create(int size) {
    assertThat(create("data", size)).isEqualTo(0);
    assertThat(procedure.content()).isEqualTo("data" + (char) size + "\0\0\0");
    assertThat(chunk.flags()).isEqualTo(MMIO_DIRTY);
    assertThat(chunk.dataOffset()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({MMIO_CREATERIFF + ", RIFF", MMIO_CREATELIST + ", LIST"})
  @DisplayName("mmioCreateChunk with MMIO_CREATERIFF or MMIO_CREATELIST also writes the type")
  void createTypes(int flags, String id) {
    chunk.type(FourCc.of("TYPE").value());
    assertThat(session.mmio.mmioCreateChunk(file, chunk, flags)).isEqualTo(0);
    assertThat(procedure.content()).isEqualTo(id + "\0\0\0\0TYPE");
    assertThat(position()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({"0, abc, 1", "9, abc, 1", "0, abcd, 0", "4, abcd, 0"})
  @DisplayName("mmioAscend writes the pad byte, and the true size if it differs")
  void ascend(int size, String data, int pad) {
    create("data", size);
    session.write(file, data);
    procedure.taken();
    assertThat(session.mmio.mmioAscend(file, chunk, 0)).isEqualTo(0);
    assertThat(chunk.size()).isEqualTo(data.length());
    assertThat(chunk.flags()).isEqualTo(0);
    assertThat(position()).isEqualTo(12);
    assertThat(procedure.content())
        .isEqualTo("data" + (char) data.length() + "\0\0\0" + data + "\0".repeat(pad));
    boolean differs = size != data.length();
    assertThat(procedure.taken().contains("WRITE 4 -> 4")).isEqualTo(differs);
  }

  @Test
  @DisplayName("mmioAscend writes the pad byte even if the size was right from the start")
  void ascendOdd() {
    create("data", 3);
    session.write(file, "abc");
    assertThat(session.mmio.mmioAscend(file, chunk, 0)).isEqualTo(0);
    assertThat(procedure.content()).isEqualTo("data\3\0\0\0abc" + (session.isWinmm() ? "" : "\0"));
  }
}
