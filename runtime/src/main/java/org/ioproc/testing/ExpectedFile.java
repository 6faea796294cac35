package org.ioproc.testing;

import java.util.Arrays;

/** A file that the procedure opens, with the content that it must have. */
record ExpectedFile(String name, byte[] content) {

  int size() {
    return content.length;
  }

  /** Returns what a read must give: fewer bytes than asked for if the file ends. */
  byte[] part(long position, int count) {
    int from = (int) Math.min(position, content.length);
    int to = (int) Math.min((long) from + count, content.length);
    return Arrays.copyOfRange(content, from, to);
  }
}
