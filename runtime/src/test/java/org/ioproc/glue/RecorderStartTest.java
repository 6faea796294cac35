package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static org.ioproc.glue.FlightRecordingTest.events;
import static org.ioproc.glue.FlightRecordingTest.names;
import static org.ioproc.glue.FlightRecordingTest.recording;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import org.ioproc.InstalledIoProc;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.support.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the events of Flight Recorder as it starts, and programs without it. */
@Tag("any-java") // It takes long, and is the same over each transport.
final class RecorderStartTest {

  @TempDir Path folder;

  @Test
  void withoutTheModuleProceduresWork() throws Exception {
    assertThat(ChildJvm.run(List.of("--limit-modules=java.base,java.logging"), Program.class))
        .containsExactly("jdk.jfr false", "MMIOM_OPEN 0", "MMIOM_READ 10", "MMIOM_CLOSE 0");
  }

  /** A recording that the command line starts has all messages from the first on. */
  @Test
  void theCommandLineStartsARecording() throws Exception {
    Path settings = folder.resolve("events.jfc");
    Files.writeString(
        settings,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <configuration version="2.0">
          <event name="org.ioproc.Open"><setting name="enabled">true</setting></event>
        </configuration>
        """);
    Path file = folder.resolve("started.jfr");
    String option = "-XX:StartFlightRecording=filename=" + file + ",settings=" + settings;
    List<String> printed = ChildJvm.run(List.of(option), Program.class);
    assertThat(printed).contains("MMIOM_READ 10");
    assertThat(names(events(file))).containsExactly("org.ioproc.Open");
  }

  /**
   * Events whose class is loaded while the recorder starts may be missing from all recordings. So
   * messages must not load them until a recording runs.
   */
  @Test
  void messagesBeforeTheFirstRecordingLoadNoEvents() throws Exception {
    assertThat(ChildJvm.run(List.of(), Early.class))
        .containsExactly("registered: []", "org.ioproc.Open", "org.ioproc.Close");
  }

  /** Opens a file before the first recording starts, and again while it runs. */
  public static final class Early {

    private Early() {}

    /** Runs without arguments. */
    public static void main(String[] arguments) throws Exception {
      Mmio mmio = Mmio.newEmbedded();
      try (InstalledIoProc installed =
              mmio.install(new MemoryGlue(new MemoryFile("0123456789", 100)));
          Recording recording = recording("Open", "Close")) {
        assertThat(FlightRecorder.isInitialized()).isTrue();
        mmio.open("a.memo+b").close();
        System.out.println("registered: " + registered());
        recording.start();
        mmio.open("a.memo+b").close();
        assertThat(installed.openFiles()).isEqualTo(0);
        recording.stop();
        Path file = Files.createTempFile("early", ".jfr");
        recording.dump(file);
        names(events(file)).forEach(System.out::println);
        Files.delete(file);
      }
    }

    private static List<String> registered() {
      return FlightRecorder.getFlightRecorder().getEventTypes().stream()
          .map(EventType::getName)
          .filter(name -> name.startsWith("org.ioproc."))
          .toList();
    }
  }

  /** Reads a file and prints the messages for it, and whether Java has Flight Recorder. */
  public static final class Program {

    private Program() {}

    /** Runs without arguments. */
    public static void main(String[] arguments) throws Exception {
      boolean has = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
      System.out.println("jdk.jfr " + has);
      Mmio mmio = Mmio.newEmbedded();
      MemoryGlue glue = new MemoryGlue(new MemoryFile("0123456789", 100));
      glue.trace(message -> System.out.println(message.symbol() + " " + message.result()));
      try (InstalledIoProc installed = mmio.install(glue);
          MmioFile file = mmio.open("a.memo+b", READ)) {
        file.read(ByteBuffer.allocateDirect(20));
        assertThat(installed.openFiles()).isEqualTo(1);
      }
    }
  }
}
