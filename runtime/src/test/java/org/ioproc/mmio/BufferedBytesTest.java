package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.mmio.Requests.ascii;
import static org.ioproc.mmio.Requests.error;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.ioproc.MmioError;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs scripts of calls, and checks where their bytes end up. Each word is a call: {@code w}
 * writes, {@code r} reads and compares, {@code s} seeks, {@code f} flushes, {@code e} empties,
 * {@code b} sets a buffer. {@code i}, {@code x}, {@code ar} and {@code aw} pass back the state that
 * the manager has just returned. {@code p}, {@code pr} and {@code pw} put bytes into the buffer,
 * then call mmioSetInfo or mmioAdvance; {@code m} does so without moving. {@code d} discards the
 * bytes that are not written yet. The buffer is filled with {@code #}, which must not reach the
 * file.
 */
@ParameterizedClass
@EnumSource(CallPath.class)
final class BufferedBytesTest {

  @TempDir Path folder;

  private final Mmio mmio;
  private final ByteBuffer own = ByteBuffer.allocateDirect(64);

  BufferedBytesTest(CallPath callPath) {
    mmio = callPath.newManager();
    for (int i = 0; i < own.capacity(); i++) {
      own.put(i, (byte) '#');
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Passing a state back changes no bytes.
    "abcdefghijklmnop, 8, wAAAAAAAA wBB s14 i, AAAAAAAABBklmnop",
    "abcdefghijklmnop, 8, wAAAA wB s7 i, AAAABfghijklmnop",
    "abcdefghijklmnop, 8, wAAAA wB s7 ar, AAAABfghijklmnop",
    "abcdefghijklmnop, 8, wAAAA wB s7 aw, AAAABfghijklmnop",
    "abcd, 16, rabcd s12 i ar aw i, abcd",
    // Bytes after a gap are written, and the gap is not.
    "abcdefghijklmnop, 16, wAAAAAAAA s12 pZZ, AAAAAAAAijklZZop",
    "abcdefghijklmnop, 16, wAAAAAAAA wB s12 pZZ, AAAAAAAABjklZZop",
    "abcdefghijklmnop, 8, wAAAAAAAA wB s13 pZZ, AAAAAAAABjklmZZp",
    "abcdefghijklmnop, 8, wAAAAAAAA wB s13 prZZ rp, AAAAAAAABjklmZZp",
    "abcdefghijklmnop, 8, wAAAAAAAA wB s13 pwZZ wC, AAAAAAAABjklmZZC",
    "abcdefghijklmnop, 8, wAAAAAAAA wB s13 pZZ rp s0 rAAAAAAAABjklmZZp, AAAAAAAABjklmZZp",
    "abcdefgh, 16, rabcdefgh s10 pZ s12 pY, abcdefgh..Z.Y",
    "abcdefgh, 16, rabcdefgh s12 pZ s10 r..Z, abcdefgh....Z",
    // Written bytes stay, wherever the position is when the state is passed back.
    "abcdefghijklmnopqrst, 64, rabcdefghij w0123456789 s12 i, abcdefghij0123456789",
    "abcdefghijklmnopqrst, 64, rabcdefghij w0123456789 s12 x, abcdefghij0123456789",
    "abcdefghijklmnopqrst, 64, rabcdefghij w0123456789 s0 i ar, abcdefghij0123456789",
    "abcdefghijklmnopqrst, 64, rabcdefghij w0123456789 s12 aw, abcdefghij0123456789",
    "abcdefghijklmnopqrst, 64, rabcdefghij w0123456789 s12 pZ s0 i, abcdefghij01Z3456789",
    // The position stays.
    "abcdefghijklmnopqrst, 10, rab e i rcdef, abcdefghijklmnopqrst",
    "abcdefghijklmnopqrst, 10, rab b10 i rcdef, abcdefghijklmnopqrst",
    "abcdefghijklmnopqrst, 10, rab wX f i rdefghijklm wY, abXdefghijklmYopqrst",
    "abcdefghijklmnopqrst, 10, rab wX f i rdefghijklmnopqrst wY, abXdefghijklmnopqrstY",
    "abcdefghijklmnopqrst, 10, rab b0 i rcdef, abcdefghijklmnopqrst",
    // Bytes are put after those that were read, over them, and without moving.
    "abcd, 16, rabcd pWXYZ, abcdWXYZ",
    "abcd, 16, rab pWXYZ, abWXYZ",
    "abcd, 16, rab pWXYZ rx s0 rabWXYZ, abWXYZ",
    "abcdefgh, 8, rab pXY pwZ rfgh, abXYZfgh",
    "abcd, 16, rab m, abcd",
    // Discarded bytes are not written, and the file is read again.
    "abcdefgh, 8, rab wXY d s2 rcd wZ, abcdZfgh",
    "abcdefgh, 16, rab wXYZ d wV, abcdeVgh",
  })
  void bytesEndUpInTheRightPlace(String content, int buffer, String script, String expected)
      throws IOException {
    RecordingProcedure procedure = new RecordingProcedure(content);
    run(OpenParameters.byProcedure(procedure.address()), "x", buffer, script);
    assertThat(procedure.content().replace('\0', '.')).isEqualTo(expected);
    Path ordinary = Files.writeString(folder.resolve("file"), content);
    run(OpenParameters.byName(), ordinary.toString(), buffer, script);
    assertThat(Files.readString(ordinary, StandardCharsets.ISO_8859_1).replace('\0', '.'))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "wabcde s50 i, abcde",
    "wabcde s50 x ar, abcde",
    "wabcde s50 aw, abcde",
    "wabcde s50 i s2 pXYZV, abXYZV",
    "wabcde s8 pZ, abcde...Z",
    "wabcde s8 wZ, abcde...Z",
    "wabcde m, abcde",
    "pabc pde s0 i, abcde",
  })
  void bytesEndUpInTheRightPlaceInMemory(String script, String expected) throws IOException {
    try (MmioFile file = mmio.open(null, OpenParameters.inMemory(own), CREATE)) {
      perform(file, script);
      assertThat(file.size()).isEqualTo(expected.length());
      assertThat(Requests.read(file.position(0), 64).replace('\0', '.')).isEqualTo(expected);
    }
  }

  @Test
  void anOldStateDiscardsNothing() throws IOException {
    RecordingProcedure procedure = new RecordingProcedure("abcdefgh");
    OpenParameters parameters = OpenParameters.byProcedure(procedure.address()).buffer(8);
    try (MmioFile file = mmio.open("x", parameters, READ, WRITE)) {
      BufferState before = file.buffer().state();
      file.write(ascii("ABC"));
      file.buffer().setState(before);
      file.buffer().setState(before);
      assertThat(file.word(1)).isEqualTo(1);
      file.buffer().setState(before);
      assertThat(file.buffer().state().isDirty()).isTrue();
      file.position(0);
      assertThat(Requests.read(file, 4)).isEqualTo("ABCd");
    }
    assertThat(procedure.content()).isEqualTo("ABCdefgh");
  }

  @Test
  void aStateOfAnotherPartOfTheFileIsRefused() throws IOException {
    RecordingProcedure procedure = new RecordingProcedure("abcdefgh");
    OpenParameters parameters = OpenParameters.byProcedure(procedure.address()).buffer(4);
    try (MmioFile file = mmio.open("x", parameters, READ, WRITE)) {
      BufferState before = file.buffer().state().withWritten(2);
      assertThat(Requests.read(file, 6)).isEqualTo("abcdef");
      assertThat(error(() -> file.buffer().setState(before)))
          .isEqualTo(MmioError.INVALID_PARAMETER);
      for (StandardOpenOption direction : List.of(READ, WRITE)) {
        assertThat(error(() -> file.buffer().advance(before, direction)))
            .isEqualTo(MmioError.INVALID_PARAMETER);
      }
      assertThat(Requests.read(file, 2)).isEqualTo("gh");
    }
    assertThat(procedure.content()).isEqualTo("abcdefgh");
  }

  private void run(OpenParameters parameters, String name, int buffer, String script)
      throws IOException {
    ByteBuffer memory = own.slice(0, buffer);
    try (MmioFile file = mmio.open(name, parameters.buffer(memory), READ, WRITE)) {
      perform(file, script);
    }
  }

  private void perform(MmioFile file, String script) throws IOException {
    for (String word : script.split(" ")) {
      String text = word.substring(1);
      switch (word.charAt(0)) {
        case 'w' -> file.write(ascii(text));
        case 'r' -> read(file, text);
        case 's' -> file.position(Integer.parseInt(text));
        case 'f' -> file.buffer().flush();
        case 'e' -> file.buffer().flushAndEmpty();
        case 'b' -> file.buffer().setBuffer(own.slice(0, Integer.parseInt(text)));
        case 'i' -> file.buffer().setState(file.buffer().state());
        case 'x' -> file.buffer().setState(file.buffer().state().withWord(2, 7));
        case 'a' -> file.buffer().advance(file.buffer().state(), text.equals("r") ? READ : WRITE);
        case 'm' ->
            file.buffer().setState(file.buffer().state().withWritten(file.buffer().state().next()));
        case 'd' -> file.buffer().setState(file.buffer().state().withoutChanges());
        default -> put(file, text);
      }
    }
  }

  /** Reads and compares. An x stands for the end of the file. */
  private static void read(MmioFile file, String text) throws IOException {
    String expected = text.equals("x") ? "end" : text;
    assertWithMessage(text)
        .that(Requests.read(file, text.length()).replace('\0', '.'))
        .isEqualTo(expected);
  }

  private void put(MmioFile file, String text) throws IOException {
    String bytes = text.replaceFirst("^[rw]", "");
    BufferState info = file.buffer().state();
    own.put(info.next(), ascii(bytes), 0, bytes.length());
    BufferState written = info.withWritten(info.next() + bytes.length());
    if (bytes.equals(text)) {
      file.buffer().setState(written);
    } else {
      file.buffer().advance(written, text.startsWith("r") ? READ : WRITE);
    }
  }
}
