package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.mmio.Requests.ascii;
import static org.ioproc.mmio.Requests.error;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes the size of a chunk that was found, as tag writers do, with every manager. */
@ParameterizedClass
@MethodSource("managersAndBuffers")
@SuppressWarnings("try") // A created chunk only has to be closed.
final class ChangedChunkTest {

  private static final FourCc WAVE = FourCc.of("WAVE");
  private static final FourCc INFO = FourCc.of("INFO");
  private static final FourCc ARTIST = FourCc.of("IART");

  private final Mmio mmio;
  private final int buffer;
  private RecordingProcedure procedure = new RecordingProcedure("");

  ChangedChunkTest(Mmio mmio, int buffer) {
    this.mmio = mmio;
    this.buffer = buffer;
  }

  static Stream<Arguments> managersAndBuffers() {
    List<Arguments> all = new ArrayList<>();
    ManagerContractTest.managers()
        .forEach(
            mmio -> Stream.of(0, 7, 64, 8192).forEach(size -> all.add(Arguments.of(mmio, size))));
    return all.stream();
  }

  /** Returns a chunk with its header and pad byte. */
  private static String chunk(String id, String data) {
    ByteBuffer size =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, data.length());
    String text = new String(size.array(), StandardCharsets.ISO_8859_1);
    return id + text + data + (data.length() % 2 == 0 ? "" : "\0");
  }

  private MmioFile open(String content) throws IOException {
    procedure = new RecordingProcedure(content);
    OpenParameters parameters = OpenParameters.byProcedure(procedure.address()).buffer(buffer);
    return mmio.open("x", parameters, READ, WRITE);
  }

  @ParameterizedTest
  @CsvSource({"abcd, a", "abc, ab", "'', abc", "abcd, ''"})
  void aListIsAppended(String sound, String artist) throws IOException {
    String data = chunk("data", sound);
    String list = chunk("LIST", "INFO" + chunk("IART", artist));
    String longer = chunk("RIFF", "WAVE" + data + list);
    try (MmioFile file = open(chunk("RIFF", "WAVE" + data))) {
      try (MmioChunk riff = file.chunks().findRiff(WAVE)) {
        file.position(riff.end());
        try (MmioChunk info = file.chunks().createList(INFO);
            MmioChunk name = file.chunks().createChunk(ARTIST)) {
          file.write(ascii(artist));
        }
        riff.sizeChanged();
      }
      assertThat(file.position()).isEqualTo(longer.length());
    }
    assertThat(procedure.content()).isEqualTo(longer);
  }

  @Test
  void aListInsideARiffChunkGrows() throws IOException {
    String list = chunk("LIST", "INFO" + chunk("ICOP", "x"));
    try (MmioFile file = open(chunk("RIFF", "WAVE" + list))) {
      try (MmioChunk riff = file.chunks().findRiff(WAVE);
          MmioChunk info = file.chunks().findList(INFO, riff)) {
        file.position(info.end());
        try (MmioChunk name = file.chunks().createChunk(ARTIST)) {
          file.write(ascii("abc"));
        }
        info.sizeChanged();
        riff.sizeChanged();
      }
    }
    String longer = chunk("LIST", "INFO" + chunk("ICOP", "x") + chunk("IART", "abc"));
    assertThat(procedure.content()).isEqualTo(chunk("RIFF", "WAVE" + longer));
  }

  @ParameterizedTest
  @CsvSource({"a, bc", "ab, c", "abc, de", "'', x", "abcde, ''"})
  void aPlainChunkGrows(String before, String more) throws IOException {
    try (MmioFile file = open(chunk("data", before))) {
      MmioChunk data = file.chunks().findChunk(FourCc.of("data"), null);
      file.position(data.dataOffset() + before.length());
      file.write(ascii(more));
      data.sizeChanged();
      data.close();
      data.close();
      assertThat(data.size()).isEqualTo(before.length() + more.length());
    }
    assertThat(procedure.content()).isEqualTo(chunk("data", before + more));
  }

  @Test
  void closingAChunkThatWasFoundWritesNothing() throws IOException {
    String content = chunk("RIFF", "WAVE" + chunk("data", "abc"));
    try (MmioFile file = open(content)) {
      try (MmioChunk riff = file.chunks().findRiff(WAVE)) {
        assertThat(riff.size()).isEqualTo(16);
      }
      assertThat(file.position()).isEqualTo(24);
    }
    assertThat(procedure.content()).isEqualTo(content);
  }

  @Test
  void aPositionBeforeTheDataIsNotTheirEnd() throws IOException {
    try (MmioFile file = open("")) {
      file.write(ascii("before"));
      MmioChunk data = file.chunks().createChunk(FourCc.of("data"));
      file.write(ascii("abcd"));
      file.position(13);
      assertThat(assertThrows(MmioException.class, data::close))
          .hasMessageThat()
          .isEqualTo(
              "cannot complete chunk \"data\" of \"x\": the position must be at the end of its data,"
                  + " which begin at 14; it is 13. Set the position first.");
      file.position(18);
      data.close();
    }
    assertThat(procedure.content()).isEqualTo("before" + chunk("data", "abcd"));
  }

  @Test
  void aClosedChunkRefusesToChangeItsSize() throws IOException {
    String content = chunk("data", "abcd");
    try (MmioFile file = open(content)) {
      MmioChunk data = file.chunks().findChunk(FourCc.of("data"), null);
      data.close();
      assertThat(assertThrows(IllegalStateException.class, data::sizeChanged))
          .hasMessageThat()
          .isEqualTo(
              "A chunk must be open when its size changes; this one is closed: chunk \"data\" with"
                  + " 4 bytes at 8. Find it again.");
      data.close();
    }
    assertThat(procedure.content()).isEqualTo(content);
  }

  @Test
  void aSizeThatCannotBeWrittenIsReportedAndWrittenLater() throws IOException {
    if (mmio.description().startsWith("winmm")) {
      return; // Its mmioAscend hides every failure (Wine 8.0).
    }
    MmioFile file = open(chunk("RIFF", "WAVE"));
    MmioChunk riff = file.chunks().findRiff(WAVE);
    file.position(14);
    procedure.failing.put(MMIOM_WRITE, -1L);
    riff.sizeChanged();
    if (buffer < 8) {
      assertThat(error(riff::close))
          .isEqualTo(buffer == 0 ? MmioError.CANNOT_WRITE : MmioError.CANNOT_SEEK);
    } else {
      riff.close();
      assertThat(error(file.buffer()::flush)).isEqualTo(MmioError.CANNOT_WRITE);
    }
    procedure.failing.clear();
    file.position(14);
    riff.close();
    file.close();
    assertThat(procedure.content()).isEqualTo("RIFF\6\0\0\0WAVE");
  }

  @Test
  void aChunkInMemoryGrows() throws IOException {
    ByteBuffer memory = ByteBuffer.allocateDirect(64);
    byte[] bytes = chunk("RIFF", "WAVE").getBytes(StandardCharsets.ISO_8859_1);
    memory.put(0, bytes);
    OpenParameters parameters = OpenParameters.inMemory(memory);
    try (MmioFile file = mmio.open(null, parameters, READ, WRITE)) {
      try (MmioChunk riff = file.chunks().findRiff(WAVE)) {
        file.position(riff.end());
        try (MmioChunk name = file.chunks().createChunk(ARTIST)) {
          file.write(ascii("abc"));
        }
        riff.sizeChanged();
      }
      assertThat(file.position()).isEqualTo(24);
    }
    byte[] written = new byte[24];
    memory.get(0, written);
    assertThat(new String(written, StandardCharsets.ISO_8859_1))
        .isEqualTo(chunk("RIFF", "WAVE" + chunk("IART", "abc")));
  }
}
