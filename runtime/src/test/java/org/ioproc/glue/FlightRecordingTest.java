package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.mmio.CallPath;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.SeekOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the events of Flight Recorder while it runs. */
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

  static List<RecordedEvent> events(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("org.ioproc."))
        .sorted(Comparator.comparing(RecordedEvent::getEndTime))
        .toList();
  }

  static Recording recording(String... events) {
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

  static List<String> names(List<RecordedEvent> events) {
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
