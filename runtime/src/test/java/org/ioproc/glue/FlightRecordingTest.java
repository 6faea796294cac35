package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.mmio.CallPath;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.SeekOrigin;
import org.ioproc.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the events of Flight Recorder. */
final class FlightRecordingTest {

  private static final String[] ALL = {"Open", "Message", "Failure", "Close"};

  @TempDir Path folder;

  private SlowGlue glue = new SlowGlue();

  /** What a test does while it is recorded. */
  private interface Action {
    void run(Mmio mmio) throws Exception;
  }

  private List<RecordedEvent> record(Mmio mmio, Recording recording, Action action)
      throws Exception {
    try (recording;
        InstalledIoProc installed = mmio.install(glue)) {
      recording.start();
      action.run(mmio);
      recording.stop();
      assertThat(installed.openFiles()).isEqualTo(0);
      Path file = folder.resolve("recording.jfr");
      recording.dump(file);
      return events(file);
    }
  }

  private static List<RecordedEvent> events(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("org.ioproc."))
        .sorted(Comparator.comparing(RecordedEvent::getEndTime))
        .toList();
  }

  private static Recording recording(String... events) {
    Recording recording = new Recording();
    for (String event : events) {
      recording.enable("org.ioproc." + event);
    }
    return recording;
  }

  private static String line(RecordedEvent event) {
    String name = event.getEventType().getName();
    String line = name.substring(name.lastIndexOf('.') + 1);
    line += " " + event.getString("message") + " " + event.getString("file");
    line += " \"" + event.getString("code") + '"';
    if (name.endsWith("Message")) {
      line += " at " + event.getLong("position") + " count " + event.getLong("count");
    }
    line += " -> " + event.getLong("result");
    return name.endsWith("Failure") ? line + ": " + event.getString("reason") : line;
  }

  private void readAndFail(Mmio mmio) throws Exception {
    try (MmioFile file = mmio.open("a.memo+b", READ, WRITE)) {
      file.seek(4, SeekOrigin.START);
      file.read(ByteBuffer.allocateDirect(20));
      glue.failure = new IOException("disk");
      assertThrows(MmioException.class, () -> file.read(ByteBuffer.allocateDirect(4)));
      glue.failure = null;
    }
    glue.failure = new IOException("door");
    assertThrows(MmioException.class, () -> mmio.open("a.memo+c", READ));
    glue.failure = null;
  }

  @ParameterizedTest
  @EnumSource
  void everyMessageIsAnEvent(CallPath path) throws Exception {
    List<RecordedEvent> events = record(path.newManager(), recording(ALL), this::readAndFail);
    assertThat(events.stream().map(FlightRecordingTest::line))
        .containsExactly(
            "Open MMIOM_OPEN a.memo+b \"MEMO\" -> 0",
            "Message MMIOM_SEEK a.memo+b \"MEMO\" at 0 count 0 -> 4",
            "Message MMIOM_READ a.memo+b \"MEMO\" at 4 count 20 -> 6",
            "Message MMIOM_READ a.memo+b \"MEMO\" at 10 count 4 -> -1",
            "Failure MMIOM_READ a.memo+b \"MEMO\" -> -1: java.io.IOException: disk",
            "Close MMIOM_CLOSE a.memo+b \"MEMO\" -> 0",
            "Open MMIOM_OPEN a.memo+c \"MEMO\" -> 259",
            "Failure MMIOM_OPEN a.memo+c \"MEMO\" -> 259: java.io.IOException: door");
    long number = events.get(0).getLong("number");
    assertThat(number).isGreaterThan(0);
    assertThat(events.get(2).getLong("number")).isEqualTo(number);
  }

  @Test
  void onlyWhatIsEnabledIsRecorded() throws Exception {
    assertThat(recorded()).isEmpty();
    assertThat(recorded("Failure")).containsExactly("org.ioproc.Failure", "org.ioproc.Failure");
    assertThat(recorded("Open", "Close"))
        .containsExactly("org.ioproc.Open", "org.ioproc.Close", "org.ioproc.Open");
  }

  private List<String> recorded(String... enabled) throws Exception {
    glue = new SlowGlue();
    return names(record(Mmio.newEmbedded(), recording(enabled), this::readAndFail));
  }

  private static List<String> names(List<RecordedEvent> events) {
    return events.stream().map(event -> event.getEventType().getName()).toList();
  }

  @Test
  void thresholdsLeaveOutShortMessages() throws Exception {
    glue.readingTime = 60;
    Recording recording = recording("Close", "Failure");
    recording.enable("org.ioproc.Message").withThreshold(Duration.ofMillis(50));
    List<RecordedEvent> events = record(Mmio.newEmbedded(), recording, this::readAndFail);
    assertThat(events.stream().map(FlightRecordingTest::line))
        .containsExactly(
            "Message MMIOM_READ a.memo+b \"MEMO\" at 4 count 20 -> 6",
            "Message MMIOM_READ a.memo+b \"MEMO\" at 10 count 4 -> -1",
            "Failure MMIOM_READ a.memo+b \"MEMO\" -> -1: java.io.IOException: disk",
            "Close MMIOM_CLOSE a.memo+b \"MEMO\" -> 0",
            "Failure MMIOM_OPEN a.memo+c \"MEMO\" -> 259: java.io.IOException: door");
    assertThat(events.get(0).getDuration()).isAtLeast(Duration.ofMillis(50));
  }

  @Test
  void aListenerAndARecordingSeeTheSame() throws Exception {
    List<String> traced = new ArrayList<>();
    List<RecordedEvent> events =
        record(
            Mmio.newEmbedded(),
            recording(ALL),
            mmio -> {
              glue.trace(message -> traced.add(message.symbol() + " " + message.result()));
              readAndFail(mmio);
            });
    assertThat(
            events.stream()
                .filter(event -> !event.getEventType().getName().endsWith("Failure"))
                .map(event -> event.getString("message") + " " + event.getLong("result")))
        .containsExactlyElementsIn(traced);
  }

  /** Runs after Flight Recorder was started, and so tests what a message costs after that. */
  @Test
  void messagesAllocateNothingWhileNoRecordingWantsThem() throws Exception {
    try (Recording recording = new Recording()) {
      recording.start();
      assertThat(AllocationTest.allocatedBy(new MemoryGlue(new MemoryFile("0123456789", 100))))
          .isEqualTo(0);
    }
  }

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

  /** Opens a file while the recorder runs without a recording, and again with one. */
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

  /** Reads a file in a process of its own, and prints the messages. */
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

  /** A procedure that takes its time to read. */
  private static final class SlowGlue extends MemoryGlue {

    private int readingTime;

    SlowGlue() {
      super(new MemoryFile("0123456789", 100));
    }

    @Override
    protected int onRead(MemoryFile opened, ByteBuffer buffer, long position) throws Throwable {
      Thread.sleep(readingTime);
      return super.onRead(opened, buffer, position);
    }
  }
}
