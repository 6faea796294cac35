package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.ioproc.FourCc;
import org.ioproc.MmioOption;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes a sound chunk by chunk, and reads it with javax.sound. */
final class WrittenSoundTest {

  @TempDir Path folder;

  private final Mmio mmio = Mmio.newEmbedded();

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8192})
  void aWrittenSoundCanBeRead(int buffer) throws Exception {
    String name = write(buffer);
    MmioFile file = mmio.open(name);
    try (AudioInputStream sound = WaveSound.of(file)) {
      assertThat(sound.getFormat().getSampleRate()).isEqualTo(8000f);
      assertThat(sound.readAllBytes()).isEqualTo(new byte[] {1, 2, 3, 4, 5});
    }
    assertThat(file.isOpen()).isFalse();
  }

  @Test
  void theChunksOfAWrittenSoundCanBeFound() throws IOException {
    try (MmioFile file = mmio.open(write(64))) {
      file.buffer().setBuffer(16);
      MmioChunk riff = file.chunks().findRiff(FourCc.of("WAVE"));
      assertThat(riff.size()).isEqualTo(42);
      assertThat(file.chunks().findChunk(FourCc.of("data"), riff).size()).isEqualTo(5);
      assertThat(file.size()).isEqualTo(50);
      assertThrows(IllegalArgumentException.class, () -> file.buffer().setBuffer(-1));
    }
  }

  /** A procedure that can only read is sufficient. */
  @Test
  void aSoundCanBeReadWithoutSeeking() throws Exception {
    RecordingProcedure reader = new RecordingProcedure(Files.readAllBytes(Path.of(write(8192))));
    reader.failing.put(MMIOM_SEEK, -1L);
    OpenParameters parameters = OpenParameters.byProcedure(reader.address()).buffer(16);
    try (AudioInputStream sound = WaveSound.of(mmio.open("x", parameters))) {
      assertThat(sound.readAllBytes()).isEqualTo(new byte[] {1, 2, 3, 4, 5});
    }
    assertThat(reader.taken()).contains("CLOSE");
  }

  @Test
  void aSoundBeginsAtThePosition() throws Exception {
    String name = write(0);
    byte[] wave = Files.readAllBytes(Path.of(name));
    Files.write(Path.of(name), new byte[7]);
    Files.write(Path.of(name), wave, StandardOpenOption.APPEND);
    MmioFile file = mmio.open(name, MmioOption.BUFFERED);
    try (AudioInputStream sound = WaveSound.of(file.position(7))) {
      assertThat(sound.getFrameLength()).isEqualTo(5);
    }
  }

  @Test
  void aFileThatIsNotASoundIsRefused() throws IOException {
    String name = folder.resolve("text").toString();
    try (MmioFile file = mmio.open(name, CREATE, READ, WRITE)) {
      file.write(ByteBuffer.wrap(new byte[100]));
      file.position(0);
      assertThrows(UnsupportedAudioFileException.class, () -> WaveSound.of(file));
    }
  }

  private String write(int buffer) throws IOException {
    String name = folder.resolve("sound.wav").toString();
    OpenParameters parameters = OpenParameters.byName().buffer(buffer);
    try (MmioFile file = mmio.open(name, parameters, CREATE, READ, WRITE);
        MmioChunk riff = file.chunks().createRiff(FourCc.of("WAVE"))) {
      try (MmioChunk format = file.chunks().createChunk(FourCc.of("fmt "))) {
        file.write(pcm());
        assertThat(format.dataOffset()).isEqualTo(20);
      }
      MmioChunk data = file.chunks().createChunk(FourCc.of("data"));
      file.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}));
      assertThat(data.size()).isEqualTo(0);
      data.close();
      data.close();
      assertThat(data.size()).isEqualTo(5);
      assertThat(riff.type()).isEqualTo(FourCc.of("WAVE"));
    }
    return name;
  }

  /** Returns WAVEFORMAT: PCM, one channel of 8 bits at 8000 Hz. */
  private static ByteBuffer pcm() {
    ByteBuffer format = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    format.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(8000);
    return format.putShort((short) 1).putShort((short) 8).flip();
  }
}
