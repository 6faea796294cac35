package org.ioproc.samples.demo;

import java.util.ArrayList;
import java.util.List;
import org.ioproc.TracedMessage;

/**
 * The messages that a procedure received, for people to read: the first few, with repeated messages
 * on one line. The others are only counted, so a long file needs no more memory than a short one.
 */
final class DemoMessages {

  private static final int MAX_LINES = 14;

  private final List<String> lines = new ArrayList<>();
  private long count;
  private long shown;
  private String latest = "";
  private int times;

  void add(TracedMessage message) {
    count++;
    if (lines.size() == MAX_LINES) {
      return;
    }
    String text = message.toString();
    if (!text.equals(latest)) {
      endRun();
      latest = text;
    }
    times++;
  }

  private void endRun() {
    if (times > 0) {
      lines.add(line());
      shown += times;
    }
    times = 0;
  }

  private String line() {
    return times == 1 ? latest : latest + "  (" + times + " times)";
  }

  long count() {
    return count;
  }

  List<String> lines() {
    List<String> all = new ArrayList<>(lines);
    long omitted = count - shown;
    if (lines.size() < MAX_LINES && times > 0) {
      all.add(line());
      omitted -= times;
    }
    if (omitted > 0) {
      all.add("... and " + omitted + " more");
    }
    return all;
  }
}
