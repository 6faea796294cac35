package com.example;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;

/** Installs procedures on a thread of the common pool, where applications often start up. */
public final class Program {
  public static void main(String[] arguments) {
    CompletableFuture.runAsync(Program::run).join();
  }

  private static void run() {
    try {
      Path file = Files.writeString(Path.of("some.txt"), "a sound");
      Mmio mmio = Mmio.newEmbeddedNative();
      System.out.println(mmio.installAll().size() + " installed, " + mmio.description());
      try (MmioFile opened = mmio.open("a.snd+" + file)) {
        ByteBuffer content = ByteBuffer.allocate(100);
        int read = opened.read(content);
        System.out.println(
            "a.snd has " + new String(content.array(), 0, read, StandardCharsets.UTF_8));
      }
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
