package org.ioproc.samples.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The requests that some work sends, and the bytes that they bring. */
record CountedRequests(int requests, long bytes) {

  /** What is done while Flight Recorder counts. */
  interface Work {
    void run() throws Exception;
  }

  static CountedRequests during(Work work) throws Exception {
    try (Recording recording = new Recording()) {
      recording.enable(RequestEvent.class);
      recording.start();
      work.run();
      recording.stop();
      return of(recording);
    }
  }

  private static CountedRequests of(Recording recording) throws IOException {
    Path file = Files.createTempFile("requests", ".jfr");
    try {
      recording.dump(file);
      List<RecordedEvent> events = RecordingFile.readAllEvents(file);
      long bytes = events.stream().mapToLong(event -> event.getLong("bytes")).sum();
      return new CountedRequests(events.size(), bytes);
    } finally {
      Files.delete(file);
    }
  }
}
