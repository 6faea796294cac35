package org.ioproc.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.ioproc.TracedMessage;
import org.ioproc.internal.timeline.Counts;
import org.ioproc.internal.timeline.TimelineLog;
import org.ioproc.internal.timeline.TimelinePicture;

/**
 * Draws what programs ask of I/O procedures: time to the right, the position in each file upwards,
 * reads, writes and seeks as marks, failures in red, and totals beside them.
 *
 * <pre>{@code
 * MessageTimeline timeline = new MessageTimeline();
 * for (InstalledIoProc procedure : Mmio.system().installAll()) {
 *   procedure.trace(timeline);
 * }
 * Mmio.system().open("album.dir+track.wav").close();
 * timeline.writeTo(Path.of("timeline.svg"));
 * }</pre>
 *
 * <p>A timeline takes any number of messages of any number of files, but a limited amount of
 * memory. Of very many messages, those that lie close together become one mark, and only the first
 * files are drawn; the picture says so. The totals count every message.
 *
 * <p>Threads: any thread may call the methods.
 */
public final class MessageTimeline implements Consumer<TracedMessage> {

  private final TimelineLog log = new TimelineLog();
  private final String title;

  /** Creates a timeline whose title is the file's name. */
  public MessageTimeline() {
    this("");
  }

  /**
   * Creates a timeline with a title.
   *
   * @param title the picture's title, for example the name of the program that opens the files
   */
  public MessageTimeline(String title) {
    this.title = title;
  }

  /**
   * Adds a message.
   *
   * @param message the message that a procedure has answered
   */
  @Override
  public synchronized void accept(TracedMessage message) {
    log.add(message);
  }

  /**
   * Returns the totals of all messages so far, for tests that limit what a program may ask.
   *
   * @return the totals
   */
  public synchronized MessageTotals totals() {
    Counts counts = log.counts();
    return new MessageTotals(
        counts.messages(),
        log.files(),
        counts.failures(),
        counts.bytesRead(),
        counts.bytesReadAgain(),
        counts.bytesWritten(),
        counts.seeks(),
        counts.seeksBack(),
        Duration.ofNanos(counts.nanoseconds()));
  }

  /**
   * Draws the messages so far.
   *
   * @return the picture as SVG, which browsers show in light or dark as their user prefers
   */
  public synchronized String svg() {
    return TimelinePicture.draw(log, title);
  }

  /**
   * Writes the picture to a file.
   *
   * @param file the file, usually with the extension {@code .svg}, which is created or replaced
   * @throws IOException if it cannot be written
   */
  public void writeTo(Path file) throws IOException {
    Files.writeString(file, svg());
  }
}
