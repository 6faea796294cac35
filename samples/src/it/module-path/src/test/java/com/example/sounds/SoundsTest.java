package com.example.sounds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.junit.jupiter.api.Test;

class SoundsTest {
  @Test
  void bothProceduresAreInstalledFromTheModulePath() throws Exception {
    assertEquals("com.example.sounds", SndIoProc.class.getModule().getName());
    assertEquals("org.ioproc", Mmio.class.getModule().getName());
    Path file = Files.writeString(Path.of("target", "some.txt"), "a sound");
    Mmio mmio = Mmio.newEmbeddedNative();
    assertEquals(2, mmio.installAll().size());
    try (MmioFile sound = mmio.open("a.snd+" + file);
        MmioFile tone = mmio.open("a.tone+440")) {
      assertEquals(7, sound.read(ByteBuffer.allocate(100)));
      ByteBuffer samples = ByteBuffer.allocate(100);
      assertEquals(100, tone.read(samples));
      assertEquals(127, samples.get(0));
    }
  }
}
