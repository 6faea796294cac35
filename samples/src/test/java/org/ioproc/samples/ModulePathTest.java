package org.ioproc.samples;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ioproc.IoProc;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.samples.testing.Archives;
import org.ioproc.samples.testing.ChildJvm;
import org.ioproc.samples.zip.ZipIoProc;
import org.ioproc.samples.zip.ZipIoProcInstaller;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library on the module path, in a process that allows no other module native access. */
class ModulePathTest {

  private static final String TRANSPORT = System.getProperty("org.ioproc.transport", "");

  private static final boolean FFM =
      TRANSPORT.isEmpty() ? Runtime.version().feature() >= 22 : TRANSPORT.equals("ffm");

  @TempDir Path folder;

  @Test
  void readsThroughTheNativeBoundary() throws Exception {
    Path archive = Archives.create(folder.resolve("a.zip"), Archives.content(5000, 1));
    String printed = run(archive + "+stored.bin");
    assertThat(printed)
        .containsMatch("module org.ioproc read 5000: .* over " + (FFM ? "FFM" : "JNA"));
    assertWithMessage("whether JNA is loaded")
        .that(printed.contains("com.sun.jna.Native "))
        .isEqualTo(!FFM);
  }

  private static String run(String name) throws IOException, InterruptedException {
    List<String> command = ChildJvm.command();
    command.add("-verbose:class");
    if (Runtime.version().feature() >= 24) {
      command.add("--illegal-native-access=deny");
    }
    command.add("--enable-native-access=" + (FFM ? "org.ioproc" : "org.ioproc,com.sun.jna"));
    command.add("-Dorg.ioproc.transport=" + TRANSPORT);
    String modules =
        location(IoProc.class)
            + File.pathSeparator
            + location(com.sun.jna.Native.class)
            + File.pathSeparator
            + location(NullMarked.class);
    command.addAll(List.of("--module-path", modules, "--add-modules", "org.ioproc"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Application.class.getName(), name));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] printed = process.getInputStream().readAllBytes();
    process.waitFor();
    return new String(printed, StandardCharsets.UTF_8);
  }

  private static Path location(Class<?> type) throws IOException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException impossible) {
      throw new IOException(impossible);
    }
  }

  /** The program that runs in the other process. */
  static final class Application {

    private Application() {}

    /** Reads the file that the argument names. */
    public static void main(String[] arguments) throws IOException {
      Mmio mmio = Mmio.newEmbeddedNative();
      ZipIoProcInstaller.install(mmio, new ZipIoProc());
      try (MmioFile file = mmio.open(arguments[0])) {
        int read = file.read(ByteBuffer.allocate(10_000));
        System.out.println(Mmio.class.getModule() + " read " + read + ": " + mmio.description());
      }
    }
  }
}
