package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.ioproc.MmioOption;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sounds with long chunks before their format, as broadcasters write them. */
final class WaveSoundTest {

  /** PCM, floating point, and extensible: javax.sound has a reader for each. */
  private static final int[] TAGS = {1, 3, 0xFFFE};

  private static final String[] LEADING = {
    "",
    "bext 602",
    "bext 8192",
    "bext 65536",
    "bext 65537",
    "bext 1048576",
    "iXML 12345",
    "JUNK 8139",
    "JUNK 28 bext 9001 iXML 7"
  };

  @TempDir Path folder;

  private final Mmio mmio = Mmio.newEmbedded();

  static Stream<Arguments> sounds() {
    return IntStream.of(TAGS)
        .boxed()
        .flatMap(tag -> Stream.of(LEADING).map(leading -> Arguments.of(tag, leading)));
  }

  @ParameterizedTest
  @MethodSource("sounds")
  void theFormatMayBeFarFromTheStart(int tag, String leading) throws Exception {
    byte[] wave = wave(tag, leading);
    Path file = Files.write(folder.resolve("sound.wav"), wave);
    requireSound(mmio.open(file.toString()), wave);
    requireSound(mmio.open(file.toString(), MmioOption.BUFFERED), wave);
  }

  @ParameterizedTest
  @MethodSource("sounds")
  void aProcedureMayReadLessThanRequested(int tag, String leading) throws Exception {
    byte[] wave = wave(tag, leading);
    for (int buffer : new int[] {0, 1000}) {
      RecordingProcedure procedure = new RecordingProcedure(wave);
      procedure.mostRead = 777;
      OpenParameters parameters = OpenParameters.byProcedure(procedure.address()).buffer(buffer);
      requireSound(mmio.open("x", parameters), wave);
    }
  }

  private static void requireSound(MmioFile file, byte[] wave) throws Exception {
    try (AudioInputStream sound = WaveSound.of(file);
        AudioInputStream expected =
            AudioSystem.getAudioInputStream(new ByteArrayInputStream(wave))) {
      assertThat(sound.getFormat().toString()).isEqualTo(expected.getFormat().toString());
      assertThat(sound.getFrameLength()).isEqualTo(expected.getFrameLength());
      byte[] samples = sound.readAllBytes();
      assertThat(samples.length).isGreaterThan(9_000);
      assertThat(samples).isEqualTo(expected.readAllBytes());
    }
    assertThat(file.isOpen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 8192, 100_000})
  void otherFilesAreRefused(int size) throws Exception {
    Path text = Files.write(folder.resolve("text"), random(size));
    try (MmioFile file = mmio.open(text.toString())) {
      assertThrows(UnsupportedAudioFileException.class, () -> WaveSound.of(file));
    }
  }

  /** Some reads end with the buffer, and long ones go past its end. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0, 8192",
    "0, 8193",
    "5000, 3192",
    "5000, 8192",
    "9000, 50000",
    "9000, 99999"
  })
  void resetReturnsToTheMark(int start, int count) throws Exception {
    byte[] content = random(80_000);
    Path path = Files.write(folder.resolve("content"), content);
    try (MmioFile file = mmio.open(path.toString());
        InputStream input = new SoundInput(file.position(7));
        InputStream expected = new ByteArrayInputStream(content, 7, content.length)) {
      assertThat(input.skip(start)).isEqualTo(expected.skip(start));
      input.mark(1);
      expected.mark(1);
      for (int i = 0; i < 3; i++) {
        byte[] read = new byte[count];
        byte[] right = new byte[count];
        assertThat(input.read(read)).isEqualTo(expected.read(right));
        assertThat(read).isEqualTo(right);
        assertThat(input.read()).isEqualTo(expected.read());
        assertThat(input.skip(20_000)).isEqualTo(expected.skip(20_000));
        input.reset();
        expected.reset();
      }
      assertThat(input.readAllBytes()).isEqualTo(expected.readAllBytes());
    }
  }

  private static byte[] wave(int tag, String leading) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    String[] words = leading.split(" ");
    for (int i = 0; i + 1 < words.length; i += 2) {
      chunks.writeBytes(chunk(words[i], random(Integer.parseInt(words[i + 1]))));
    }
    chunks.writeBytes(chunk("fmt ", format(tag)));
    chunks.writeBytes(chunk("data", random(9_600)));
    byte[] form = "WAVE".getBytes(StandardCharsets.US_ASCII);
    int size = form.length + chunks.size();
    return chunk("RIFF", ByteBuffer.allocate(size).put(form).put(chunks.toByteArray()).array());
  }

  /** Returns WAVEFORMATEXTENSIBLE, or its start: two channels of 32 bits at 48,000 Hz. */
  private static byte[] format(int tag) {
    ByteBuffer format = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    format.putShort((short) tag).putShort((short) 2).putInt(48_000).putInt(48_000 * 8);
    format.putShort((short) 8).putShort((short) 32);
    format.putShort((short) 22).putShort((short) 32).putInt(3);
    format.put(HexFormat.of().parseHex("0100000000001000800000aa00389b71"));
    byte[] bytes = new byte[tag == 0xFFFE ? 40 : 16];
    format.flip().get(bytes);
    return bytes;
  }

  private static byte[] chunk(String id, byte[] data) {
    return ByteBuffer.allocate(8 + data.length + data.length % 2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(id.getBytes(StandardCharsets.US_ASCII))
        .putInt(data.length)
        .put(data)
        .array();
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
