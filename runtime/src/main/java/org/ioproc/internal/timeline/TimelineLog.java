package org.ioproc.internal.timeline;

import static org.ioproc.MmioMessages.MMIOM_OPEN;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ioproc.TracedMessage;
import org.jspecify.annotations.Nullable;

/**
 * The messages of any number of files, in bounded memory. Totals count every message. If there are
 * too many marks, those that lie close together are joined.
 *
 * <p>Not safe for concurrent use.
 */
public final class TimelineLog {

  /** The most files that have a track. */
  static final int MOST_FILES = 128;

  /** The most marks of all tracks. */
  static final int MOST_MARKS = 8192;

  /** The most failures whose reasons are kept. */
  static final int MOST_REASONS = 8;

  private final Map<Long, FileTrack> tracks = new LinkedHashMap<>();
  private final Counts counts = new Counts();
  private final List<FailureLine> failures = new ArrayList<>();
  private long untracked;
  private long origin;
  private int marks;
  private long span;
  private boolean isExact = true;

  /** Creates a log without messages. */
  public TimelineLog() {}

  /**
   * A failure that is described below the picture.
   *
   * @param begin when its message arrived
   * @param text the message, the file and the reason
   */
  record FailureLine(long begin, String text) {}

  /**
   * Adds a message.
   *
   * @param message any message
   */
  public void add(TracedMessage message) {
    if (counts.messages() == 0) {
      origin = message.begin();
    }
    long begin = Math.max(-Mark.MOST, Math.min(message.begin() - origin, Mark.MOST));
    FileTrack track = track(message);
    long again = track == null ? 0 : track.add(message, begin);
    isExact &= track != null && track.isExact();
    counts.add(message, again);
    keepReason(message, begin);
    if (track != null) {
      marks++;
      thinIfTooMany();
    }
  }

  /** Returns the track of a message's file, or null if there are too many files. */
  private @Nullable FileTrack track(TracedMessage message) {
    FileTrack track = tracks.get(message.number());
    if (track == null && (message.number() == 0 || tracks.size() < MOST_FILES)) {
      track = new FileTrack(message.number() == 0 ? "" : Units.name(message.file()));
      tracks.put(message.number(), track);
    } else if (track == null && message.message() == MMIOM_OPEN) {
      untracked++;
    }
    return track;
  }

  private void keepReason(TracedMessage message, long begin) {
    String reason = message.failure();
    if (reason != null && failures.size() < MOST_REASONS) {
      String text = message.symbol() + " " + Units.name(message.file()) + ": " + reason;
      failures.add(new FailureLine(begin, Units.shortened(text, 150)));
    }
  }

  /** Joins marks until half of the room is free, so that this rarely happens. */
  private void thinIfTooMany() {
    if (marks <= MOST_MARKS) {
      return;
    }
    span = Math.max(span, (end() - begin()) / MOST_MARKS);
    thin();
    while (marks > MOST_MARKS / 2) {
      span = Math.max(1, span * 2);
      thin();
    }
  }

  private void thin() {
    tracks.values().forEach(track -> track.thin(span));
    marks = tracks.values().stream().mapToInt(track -> track.marks().size()).sum();
  }

  /** Returns when the first message arrived. Later messages may have begun before the first. */
  long begin() {
    return allMarks().mapToLong(Mark::begin).min().orElse(0);
  }

  /** Returns when the last message was answered. */
  long end() {
    return allMarks().mapToLong(Mark::end).max().orElse(0);
  }

  Stream<Mark> allMarks() {
    return tracks.values().stream().flatMap(track -> track.marks().stream());
  }

  /** {@return what all messages amount to} */
  public Counts counts() {
    return counts;
  }

  /** {@return the number of open files that the messages belong to} */
  public long files() {
    return tracks().size() + untracked;
  }

  /** {@return whether all bytes that were read again are counted} */
  public boolean isExact() {
    return isExact;
  }

  /** Returns the tracks of open files, in the order of their first messages. */
  List<FileTrack> tracks() {
    return tracks.entrySet().stream()
        .filter(entry -> entry.getKey() != 0)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Returns the track of the messages that belong to no open file. */
  FileTrack withoutFile() {
    return tracks.getOrDefault(0L, new FileTrack(""));
  }

  List<FailureLine> failures() {
    return failures;
  }

  /** Returns the time within which marks were joined; 0 if none were. */
  long span() {
    return span;
  }
}
