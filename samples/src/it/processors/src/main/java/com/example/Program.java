package com.example;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.mapstruct.factory.Mappers;

public final class Program {
  public static void main(String[] arguments) throws Exception {
    Path file = Files.writeString(Path.of("some.txt").toAbsolutePath(), "a sound");
    Mmio mmio = Mmio.newEmbeddedNative();
    System.out.println(mmio.installAll().size() + " installed by installAll");
    Folder folder = Folder.of(file.getParent());
    SndIoProcInstaller.install(mmio, DaggerSounds.factory().in(folder).procedure());
    read(mmio, "a.snd", file.getFileName());
    read(mmio, "a.plai", file);
    Source source = new Source();
    source.setTitle("mapped");
    System.out.println(Mappers.getMapper(Copier.class).copy(source).getTitle());
  }

  private static void read(Mmio mmio, String container, Path element) throws Exception {
    try (MmioFile opened = mmio.open(container + "+" + element)) {
      ByteBuffer content = ByteBuffer.allocate(100);
      int read = opened.read(content);
      String text = new String(content.array(), 0, read, StandardCharsets.UTF_8);
      System.out.println(container + " has " + text);
    }
  }
}
