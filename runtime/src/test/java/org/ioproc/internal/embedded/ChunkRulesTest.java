package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioError.CHUNK_NOT_FOUND;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDCHUNK;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDLIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDRIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Finding chunks, rule by rule. The file has a RIFF chunk, which contains two chunks and a LIST
 * chunk, and another chunk after it.
 *
 * <p>Source: Microsoft, "Resource Interchange File Format Services" and the pages of its functions.
 */
@ParameterizedClass
@MethodSource("org.ioproc.internal.embedded.Session#managers")
final class ChunkRulesTest {

  private static final String FILE =
      "RIFF\60\0\0\0FORM"
          + "one \3\0\0\0abc\0"
          + "LIST\14\0\0\0TYPEin  \0\0\0\0"
          + "two \2\0\0\0xy"
          + "\0\0"
          + "out \2\0\0\0zz";

  private static final int FIND = MMIO_FINDCHUNK;
  private static final int FINDRIFF = MMIO_FINDRIFF;
  private static final int FINDLIST = MMIO_FINDLIST;

  private final Session session;
  private final RecordingProcedure procedure = new RecordingProcedure(FILE);
  private final MmckInfo riff = new MmckInfo();
  private final MmckInfo chunk = new MmckInfo();
  private long file;

  ChunkRulesTest(Session.Manager manager) {
    session = new Session(manager);
  }

  @BeforeEach
  void open() throws Exception {
    file = session.open("x", session.by(procedure, 0), 0);
  }

  private int descend(MmckInfo into, @Nullable MmckInfo parent, int flags) {
    return session.mmio.mmioDescend(file, into, parent, flags);
  }

  private int find(String id, @Nullable MmckInfo parent, int flags) {
    int code = FourCc.of(id).value();
    chunk.chunkId(flags == FIND ? code : 0);
    chunk.type(flags == FIND ? 0 : code);
    return descend(chunk, parent, flags);
  }

  private int position() {
    return session.seek(file, 0, SEEK_CUR);
  }

  @Test
  @DisplayName("mmioDescend without flags descends into the chunk at the position")
  void descend() {
    assertThat(descend(riff, null, 0)).isEqualTo(0);
    assertThat(new FourCc(riff.chunkId()).toString()).isEqualTo("RIFF");
    assertThat(descend(chunk, riff, 0)).isEqualTo(0);
    assertThat(new FourCc(chunk.chunkId()).toString()).isEqualTo("one ");
    assertThat(chunk.size()).isEqualTo(3);
  }

  @Test
  @DisplayName(
      "mmioDescend moves to 12 bytes after the start of a RIFF or LIST chunk, and 8 after others")
  void positions() {
    descend(riff, null, 0);
    assertThat(position()).isEqualTo(12);
    descend(chunk, riff, 0);
    assertThat(position()).isEqualTo(20);
    session.mmio.mmioAscend(file, chunk, 0);
    find("TYPE", riff, FINDLIST);
    assertThat(position()).isEqualTo(36);
  }

  @Test
  @DisplayName("dwDataOffset is the chunk's start plus 8, and dwFlags is 0")
  void members() {
    riff.flags(-1);
    descend(riff, null, 0);
    assertThat(riff.dataOffset()).isEqualTo(8);
    assertThat(riff.flags()).isEqualTo(0);
    assertThat(new FourCc(riff.type()).toString()).isEqualTo("FORM");
    find("two", riff, FIND);
    assertThat(chunk.dataOffset()).isEqualTo(52);
    assertThat(chunk.type()).isEqualTo(0);
  }

  @Test
  @DisplayName("a search that finds nothing keeps dwFlags")
  void membersOfNoChunk() {
    chunk.flags(-1);
    assertThat(find("none", null, FIND)).isEqualTo(CHUNK_NOT_FOUND.code());
    assertThat(chunk.flags()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"one, 20", "LIST, 32", "two, 52"})
  @DisplayName("MMIO_FINDCHUNK searches for ckid; chunks are padded to even sizes")
  void findChunk(String id, int dataOffset) {
    descend(riff, null, 0);
    assertThat(find(id, riff, FIND)).isEqualTo(0);
    assertThat(chunk.dataOffset()).isEqualTo(dataOffset);
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "12, 20", "24, 32", "44, 52"})
  @DisplayName("MMIO_FINDCHUNK with a ckid of 0 finds any chunk and ignores fccType")
  void findAnyChunk(int position, int dataOffset) {
    session.seek(file, position, SEEK_SET);
    chunk.chunkId(0);
    chunk.type(FourCc.of("NONE").value());
    assertThat(descend(chunk, null, FIND)).isEqualTo(0);
    assertThat(chunk.dataOffset()).isEqualTo(dataOffset);
  }

  @ParameterizedTest
  @CsvSource({
    (FINDRIFF | FINDLIST) + ", FORM, 8",
    (FINDRIFF | FINDLIST | FIND) + ", FORM, 8",
    (FINDRIFF | FIND) + ", FORM, 8",
    (FINDLIST | FIND) + ", TYPE, 32"
  })
  @DisplayName("of several search flags, MMIO_FINDRIFF takes precedence, then MMIO_FINDLIST")
  void findWithMoreFlags(int flags, String type, int dataOffset) {
    session.seek(file, type.equals("TYPE") ? 12 : 0, SEEK_SET);
    chunk.chunkId(FourCc.of("one").value());
    chunk.type(FourCc.of(type).value());
    assertThat(descend(chunk, null, flags)).isEqualTo(0);
    assertThat(chunk.dataOffset()).isEqualTo(dataOffset);
  }

  @Test
  @DisplayName("MMIO_FINDRIFF and MMIO_FINDLIST search for the form or list type; 0 matches any")
  void findTypes() {
    assertThat(find("FORM", null, FINDRIFF)).isEqualTo(0);
    assertThat(find("TYPE", null, FINDLIST)).isEqualTo(0);
    assertThat(chunk.dataOffset()).isEqualTo(32);
    session.seek(file, 12, SEEK_SET);
    assertThat(find("NONE", null, FINDLIST)).isEqualTo(CHUNK_NOT_FOUND.code());
    session.seek(file, 12, SEEK_SET);
    assertThat(find("TYPE", null, FINDRIFF)).isEqualTo(CHUNK_NOT_FOUND.code());
    session.seek(file, 12, SEEK_SET);
    chunk.type(0);
    assertThat(descend(chunk, null, FINDLIST)).isEqualTo(0);
    session.seek(file, 0, SEEK_SET);
    riff.type(0);
    assertThat(descend(riff, null, FINDRIFF)).isEqualTo(0);
    assertThat(new FourCc(riff.type()).toString()).isEqualTo("FORM");
  }

  @Test
  @DisplayName("a search stops at the file's end with MMIOERR_CHUNKNOTFOUND")
  void filesEnd() {
    descend(riff, null, 0);
    assertThat(find("none", null, FIND)).isEqualTo(CHUNK_NOT_FOUND.code());
    session.seek(file, 0, SEEK_SET);
    assertThat(find("FORM", null, FINDLIST)).isEqualTo(CHUNK_NOT_FOUND.code());
  }

  @Test
  @DisplayName("too few bytes for a header are not a chunk, and the position stays before them")
  void tooShort() {
    session.seek(file, -3, SEEK_END);
    int position = position();
    assertThat(descend(chunk, null, 0)).isEqualTo(CHUNK_NOT_FOUND.code());
    assertThat(position()).isEqualTo(position);
  }

  @Test
  @DisplayName("a search stays inside the parent: MMIOERR_CHUNKNOTFOUND before it and at its end")
  void parent() {
    descend(riff, null, 0);
    session.seek(file, 0, SEEK_SET);
    assertThat(find("RIFF", riff, FIND)).isEqualTo(CHUNK_NOT_FOUND.code());
    session.seek(file, 56, SEEK_SET);
    assertThat(find("out", riff, FIND)).isEqualTo(CHUNK_NOT_FOUND.code());
    session.seek(file, 12, SEEK_SET);
    riff.size(46);
    assertThat(find("out", riff, FIND)).isEqualTo(CHUNK_NOT_FOUND.code());
  }

  @Test
  @DisplayName("mmioAscend out of a chunk that was found moves to its padded end")
  void ascendFound() {
    descend(riff, null, 0);
    find("one", riff, FIND);
    assertThat(session.mmio.mmioAscend(file, chunk, 0)).isEqualTo(0);
    assertThat(position()).isEqualTo(24);
  }
}
