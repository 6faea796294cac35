package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.junit.jupiter.api.Test;

public class SndIoProcTest {
  @Test
  public void opensThroughTheNativeBoundary() throws Exception {
    Path file = Files.writeString(Path.of("target", "some.txt"), "a sound");
    Mmio mmio = Mmio.newEmbeddedNative();
    assertEquals(1, mmio.installAll().size());
    try (MmioFile opened = mmio.open("a.snd+" + file)) {
      ByteBuffer content = ByteBuffer.allocate(100);
      int read = opened.read(content);
      assertEquals("a sound", new String(content.array(), 0, read, StandardCharsets.UTF_8));
    }
  }
}
