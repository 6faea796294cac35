package org.ioproc.differential;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file that a program opens, and how.
 *
 * @param content the seed of the file's bytes, which are chunks
 * @param flags the flags of mmioOpen
 * @param buffer cchBuffer
 * @param own whether the program passes the buffer's memory
 * @param word adwInfo[0]
 */
record Setup(
    Kind kind, int content, int flags, int buffer, boolean own, int word, List<Fault> faults) {

  enum Kind {
    /** By pIOProc. */
    ADDRESS,
    /** By fccIOProc. */
    CODE,
    /** By the name's extension. */
    NAME,
    /** An ordinary file. */
    DOS,
    /** A file in memory. */
    MEM,
    /** A folder with one file. The program itself opens files. */
    MANAGER;

    boolean isCustom() {
      return this == ADDRESS || this == CODE || this == NAME;
    }
  }

  static Setup parse(String text) {
    String[] parts = text.split(";", -1);
    String[] numbers = parts[0].split(" ", -1);
    return new Setup(
        Kind.valueOf(numbers[0]),
        Integer.parseInt(numbers[1]),
        Integer.parseInt(numbers[2]),
        Integer.parseInt(numbers[3]),
        Boolean.parseBoolean(numbers[4]),
        Integer.parseInt(numbers[5]),
        Stream.of(parts).skip(1).map(Fault::parse).toList());
  }

  /** Removes PROCEDURE_ADDRESS_SHOWN and BUILT_IN_STATE_DIFFERS from a state. */
  State comparable(State state) {
    State plain = state.withoutProcedure();
    return kind.isCustom() ? plain : plain.withWord(0);
  }

  Setup with(List<Fault> others) {
    return new Setup(kind, content, flags, buffer, own, word, others);
  }

  @Override
  public String toString() {
    return kind
        + (" " + content + " " + flags + " " + buffer + " " + own + " " + word)
        + faults.stream().map(fault -> ";" + fault).collect(Collectors.joining());
  }
}
