package org.ioproc.samples.zip;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioOption;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.WaveSound;
import org.ioproc.samples.testing.CallPath;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that a Java program can play a sound in an archive, on any system. */
final class ArchivedSoundTest {

  private static final Path ARCHIVE = Path.of("music", "music.zip");
  private static final String SOUND = "hello.wav";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void javaxSoundReadsIt(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    try (InstalledIoProc installed = ZipIoProcInstaller.install(mmio, new ZipIoProc());
        ZipFile zip = new ZipFile(ARCHIVE.toFile());
        InputStream entry = new BufferedInputStream(zip.getInputStream(zip.getEntry(SOUND)));
        AudioInputStream expected = AudioSystem.getAudioInputStream(entry);
        AudioInputStream sound =
            WaveSound.of(mmio.open(ARCHIVE + "+" + SOUND, READ, MmioOption.BUFFERED))) {
      assertThat(installed.openFiles()).isEqualTo(1);
      assertThat(sound.getFormat().toString()).isEqualTo(expected.getFormat().toString());
      assertThat(sound.getFrameLength()).isEqualTo(expected.getFrameLength());
      byte[] bytes = sound.readAllBytes();
      assertThat(bytes.length).isGreaterThan(10_000);
      assertThat(bytes).isEqualTo(expected.readAllBytes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void javaxSoundWritesOne(CallPath path) throws Exception {
    Mmio mmio = path.newManager();
    String name = folder.resolve("copy.wav").toString();
    long frames;
    try (InstalledIoProc installed = ZipIoProcInstaller.install(mmio, new ZipIoProc());
        AudioInputStream sound = WaveSound.of(mmio.open(ARCHIVE + "+" + SOUND));
        MmioFile copy = mmio.open(name, CREATE, WRITE)) {
      assertThat(installed.openFiles()).isEqualTo(1);
      frames = sound.getFrameLength();
      AudioSystem.write(sound, AudioFileFormat.Type.WAVE, copy.outputStream());
    }
    try (AudioInputStream written = WaveSound.of(mmio.open(name))) {
      assertThat(written.getFrameLength()).isEqualTo(frames);
    }
  }
}
