package com.example;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;

/** Reads a file through each container that the arguments name. */
public final class Program {
  /** Prevents instances. */
  private Program() {}

  /**
   * Installs all procedures and reads.
   *
   * @param arguments names of containers
   * @throws Exception if a file cannot be read
   */
  public static void main(String[] arguments) throws Exception {
    Path file = Files.writeString(Path.of("some.txt"), "a sound");
    Mmio mmio = Mmio.newEmbeddedNative();
    System.out.println(mmio.installAll().size() + " installed, " + mmio.description());
    for (String container : arguments) {
      try (MmioFile opened = mmio.open(container + "+" + file)) {
        ByteBuffer content = ByteBuffer.allocate(100);
        int read = opened.read(content);
        String text = new String(content.array(), 0, read, StandardCharsets.UTF_8);
        System.out.println(container + " has " + text);
      }
    }
  }
}
