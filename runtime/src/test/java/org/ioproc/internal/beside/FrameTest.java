package org.ioproc.internal.beside;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how frames are written and read. */
class FrameTest {

  private final Frame frame = new Frame();

  private byte[] written() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    frame.write(stream);
    return stream.toByteArray();
  }

  private Frame passed() throws IOException {
    Frame read = new Frame();
    assertThat(read.read(new ByteArrayInputStream(written()))).isTrue();
    return read;
  }

  @Test
  void writesLittleEndianNumbers() throws IOException {
    frame.begin(2, 0x01020304);
    frame.putInt(-2).putText("\u20ac");
    assertThat(written())
        .isEqualTo(
            new byte[] {
              10, 0, 0, 0, 2, 0, 0, 0, 4, 3, 2, 1, -2, -1, -1, -1, 1, 0, 0, 0, (byte) 0xac, 0x20
            });
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    byte[] data = new byte[Protocol.LARGEST_DATA];
    new Random(1).nextBytes(data);
    frame.begin(Protocol.MESSAGE, 77);
    frame.putLong(Long.MIN_VALUE).putInt(5).putBytes(ByteBuffer.wrap(data), data.length);
    Frame read = passed();
    assertThat(read.kind()).isEqualTo(Protocol.MESSAGE);
    assertThat(read.number()).isEqualTo(77);
    assertThat(read.isWhole()).isTrue();
    assertThat(read.getLong()).isEqualTo(Long.MIN_VALUE);
    assertThat(read.getInt()).isEqualTo(5);
    ByteBuffer rest = ByteBuffer.allocate(read.remaining());
    read.getRest(rest);
    assertThat(rest.array()).isEqualTo(data);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a", "\u00e4\u20ac\ud83c\udfb5", "\ud83c", "\0"})
  void passesAnyText(String text) throws IOException {
    frame.begin(Protocol.QUESTION, 1);
    frame.putText(text).putInt(3);
    Frame read = passed();
    assertThat(read.getText()).isEqualTo(text);
    assertThat(read.getInt()).isEqualTo(3);
    read.requireEnd();
  }

  /** A growing frame must keep what it has, whichever value makes it grow. */
  @Test
  void growsWithEachKindOfValue() throws IOException {
    for (int first = 16 * 1024 - 40; first < 16 * 1024; first++) {
      frame.begin(1, 1);
      frame.putBytes(ByteBuffer.allocate(first), first);
      frame.putInt(11).putLong(12).putText("thirteen").putBytes(ByteBuffer.allocate(9), 9);
      Frame read = passed();
      read.getRest(ByteBuffer.allocate(read.remaining()));
      byte[] bytes = written();
      ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      values.position(Protocol.HEADER + first);
      assertThat(values.getInt()).isEqualTo(11);
      assertThat(values.getLong()).isEqualTo(12);
      assertThat(values.getInt()).isEqualTo(8);
      assertThat(values.getChar()).isEqualTo('t');
    }
  }

  @Test
  void readsOneFrameAfterAnother() throws IOException {
    frame.begin(1, 1);
    frame.putBytes(ByteBuffer.allocate(100_000), 100_000);
    byte[] large = written();
    frame.begin(2, 2);
    byte[] small = written();
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(large);
    both.writeBytes(small);
    InputStream stream = new ByteArrayInputStream(both.toByteArray());
    Frame read = new Frame();
    assertThat(read.read(stream)).isTrue();
    assertThat(read.remaining()).isEqualTo(100_000);
    assertThat(read.read(stream)).isTrue();
    assertThat(read.remaining()).isEqualTo(0);
    assertThat(read.read(stream)).isFalse();
  }

  @Test
  void endsOnlyBetweenFrames() throws IOException {
    frame.begin(1, 1);
    frame.putInt(7);
    byte[] bytes = written();
    assertThat(new Frame().read(InputStream.nullInputStream())).isFalse();
    for (int length = 1; length < bytes.length; length++) {
      InputStream part = new ByteArrayInputStream(bytes, 0, length);
      assertThrows(EOFException.class, () -> new Frame().read(part));
    }
  }

  @Test
  void hasTheLargestSize() throws IOException {
    frame.begin(1, 1);
    frame.putBytes(ByteBuffer.allocate(Protocol.LARGEST_FRAME), Protocol.LARGEST_FRAME);
    assertThat(passed().remaining()).isEqualTo(Protocol.LARGEST_FRAME);
    frame.putBytes(ByteBuffer.allocate(1), 1);
    assertThrows(ProtocolException.class, this::passed);
  }
}
