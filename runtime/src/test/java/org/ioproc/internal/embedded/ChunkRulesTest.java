package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDCHUNK;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDLIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDRIFF;

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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * RIFF, rule by rule. The file has a RIFF chunk with two chunks, a LIST and a third, and a chunk
 * behind it.
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
  private RecordingProcedure procedure = new RecordingProcedure(FILE);
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

  private void openNew() throws Exception {
    procedure = new RecordingProcedure("");
    open();
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
    return session.seek(file, 0, 1);
  }

  @Test
  @DisplayName("mmioDescend without flags goes into the chunk at the position")
  void descend() {
    assertThat(descend(riff, null, 0)).isEqualTo(0);
    assertThat(new FourCc(riff.chunkId()).toString()).isEqualTo("RIFF");
    assertThat(descend(chunk, riff, 0)).isEqualTo(0);
    assertThat(new FourCc(chunk.chunkId()).toString()).isEqualTo("one ");
    assertThat(chunk.size()).isEqualTo(3);
  }

  @Test
  @DisplayName("after RIFF and LIST the position is 12 past the chunk's start, else 8")
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
  @DisplayName("dwDataOffset is the chunk's start plus 8, dwFlags 0")
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
  @DisplayName("dwFlags stays when a search finds nothing")
  void membersOfNoChunk() {
    chunk.flags(-1);
    assertThat(find("none", null, FIND)).isEqualTo(265);
    assertThat(chunk.flags()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"one, 20", "LIST, 32", "two, 52"})
  @DisplayName("MMIO_FINDCHUNK looks for ckid, over chunks padded to even sizes")
  void findChunk(String id, int dataOffset) {
    descend(riff, null, 0);
    assertThat(find(id, riff, FIND)).isEqualTo(0);
    assertThat(chunk.dataOffset()).isEqualTo(dataOffset);
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "12, 20", "24, 32", "44, 52"})
  @DisplayName("MMIO_FINDCHUNK with a ckid of 0 finds any chunk, whatever fccType is")
  void findAnyChunk(int position, int dataOffset) {
    session.seek(file, position, 0);
    chunk.chunkId(0);
    chunk.type(FourCc.of("NONE").value());
    assertThat(descend(chunk, null, FIND)).isEqualTo(0);
    assertThat(chunk.dataOffset()).isEqualTo(dataOffset);
  }

  @ParameterizedTest
  @CsvSource({"0x60, FORM, 8", "0x70, FORM, 8", "0x30, FORM, 8", "0x50, TYPE, 32"})
  @DisplayName("of the flags to find, MMIO_FINDRIFF counts most, and MMIO_FINDCHUNK least")
  void findWithMoreFlags(String flags, String type, int dataOffset) {
    session.seek(file, type.equals("TYPE") ? 12 : 0, 0);
    chunk.chunkId(FourCc.of("one").value());
    chunk.type(FourCc.of(type).value());
    assertThat(descend(chunk, null, Integer.decode(flags))).isEqualTo(0);
    assertThat(chunk.dataOffset()).isEqualTo(dataOffset);
  }

  @Test
  @DisplayName("MMIO_FINDRIFF and MMIO_FINDLIST look for the form or list type; 0: any")
  void findTypes() {
    assertThat(find("FORM", null, FINDRIFF)).isEqualTo(0);
    assertThat(find("TYPE", null, FINDLIST)).isEqualTo(0);
    assertThat(chunk.dataOffset()).isEqualTo(32);
    session.seek(file, 12, 0);
    assertThat(find("NONE", null, FINDLIST)).isEqualTo(265);
    session.seek(file, 12, 0);
    assertThat(find("TYPE", null, FINDRIFF)).isEqualTo(265);
    session.seek(file, 12, 0);
    chunk.type(0);
    assertThat(descend(chunk, null, FINDLIST)).isEqualTo(0);
    session.seek(file, 0, 0);
    riff.type(0);
    assertThat(descend(riff, null, FINDRIFF)).isEqualTo(0);
    assertThat(new FourCc(riff.type()).toString()).isEqualTo("FORM");
  }

  @Test
  @DisplayName("a search stops at the file's end with MMIOERR_CHUNKNOTFOUND")
  void filesEnd() {
    descend(riff, null, 0);
    assertThat(find("none", null, FIND)).isEqualTo(265);
    session.seek(file, 0, 0);
    assertThat(find("FORM", null, FINDLIST)).isEqualTo(265);
  }

  @Test
  @DisplayName("what is too short for a header is no chunk, and the position stays before it")
  void tooShort() {
    session.seek(file, -3, 2);
    int position = position();
    assertThat(descend(chunk, null, 0)).isEqualTo(265);
    assertThat(position()).isEqualTo(position);
  }

  @Test
  @DisplayName("a search stays inside the parent: MMIOERR_CHUNKNOTFOUND before it and at its end")
  void parent() {
    descend(riff, null, 0);
    session.seek(file, 0, 0);
    assertThat(find("RIFF", riff, FIND)).isEqualTo(265);
    session.seek(file, 56, 0);
    assertThat(find("out", riff, FIND)).isEqualTo(265);
    session.seek(file, 12, 0);
    riff.size(46);
    assertThat(find("out", riff, FIND)).isEqualTo(265);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 5})
  @DisplayName("mmioCreateChunk writes the header with the given size and sets MMIO_DIRTY")
  void create(int size) throws Exception {
    openNew();
    chunk.chunkId(FourCc.of("data").value());
    chunk.size(size);
    assertThat(session.mmio.mmioCreateChunk(file, chunk, 0)).isEqualTo(0);
    assertThat(procedure.content()).isEqualTo("data" + (char) size + "\0\0\0");
    assertThat(chunk.flags()).isEqualTo(MMIO_DIRTY);
    assertThat(chunk.dataOffset()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"0x20, RIFF", "0x40, LIST"})
  @DisplayName("mmioCreateChunk with MMIO_CREATERIFF or LIST writes the type as well")
  void createTypes(String flags, String id) throws Exception {
    openNew();
    chunk.type(FourCc.of("TYPE").value());
    assertThat(session.mmio.mmioCreateChunk(file, chunk, Integer.decode(flags))).isEqualTo(0);
    assertThat(procedure.content()).isEqualTo(id + "\0\0\0\0TYPE");
    assertThat(position()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({"0, abc, 1", "9, abc, 1", "0, abcd, 0", "4, abcd, 0"})
  @DisplayName("mmioAscend writes the pad byte, and the true size if it differs")
  void ascend(int size, String data, int pad) throws Exception {
    openNew();
    chunk.chunkId(FourCc.of("data").value());
    chunk.size(size);
    session.mmio.mmioCreateChunk(file, chunk, 0);
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
  @DisplayName("mmioAscend writes the pad byte too if the size was right from the start")
  void ascendOdd() throws Exception {
    openNew();
    chunk.chunkId(FourCc.of("data").value());
    chunk.size(3);
    session.mmio.mmioCreateChunk(file, chunk, 0);
    session.write(file, "abc");
    assertThat(session.mmio.mmioAscend(file, chunk, 0)).isEqualTo(0);
    assertThat(procedure.content()).isEqualTo("data\3\0\0\0abc" + (session.isWinmm() ? "" : "\0"));
  }

  @Test
  @DisplayName("mmioAscend from a chunk that was found goes to its padded end")
  void ascendFound() {
    descend(riff, null, 0);
    find("one", riff, FIND);
    assertThat(session.mmio.mmioAscend(file, chunk, 0)).isEqualTo(0);
    assertThat(position()).isEqualTo(24);
  }
}
