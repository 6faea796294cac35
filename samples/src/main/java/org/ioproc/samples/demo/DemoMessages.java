package org.ioproc.samples.demo;

import java.util.ArrayList;
import java.util.List;
import org.ioproc.TracedMessage;

/**
 * The messages that a procedure received, as a person reads them: the first ones, and a run of
 * equal ones in one line. The others are counted, so that a long file takes no more memory than a
 * short one.
 */
final class DemoMessages {

  private static final int MOST_LINES = 14;

  private final List<String> lines = new ArrayList<>();
  private long count;
  private long told;
  private String latest = "";
  private int times;

  void add(TracedMessage message) {
    count++;
    if (lines.size() == MOST_LINES) {
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
      told += times;
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
    long untold = count - told;
    if (lines.size() < MOST_LINES && times > 0) {
      all.add(line());
      untold -= times;
    }
    if (untold > 0) {
      all.add("... and " + untold + " more");
    }
    return all;
  }
}
