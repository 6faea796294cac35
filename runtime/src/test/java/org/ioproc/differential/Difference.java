package org.ioproc.differential;

import static org.ioproc.differential.Call.Function.ADVANCE;
import static org.ioproc.differential.Call.Function.ASCEND;
import static org.ioproc.differential.Call.Function.CREATE;
import static org.ioproc.differential.Call.Function.DESCEND;
import static org.ioproc.differential.Call.Function.FLUSH;
import static org.ioproc.differential.Call.Function.READ;
import static org.ioproc.differential.Call.Function.SEEK;
import static org.ioproc.differential.Call.Function.SEND;
import static org.ioproc.differential.Call.Function.SETBUFFER;
import static org.ioproc.differential.Call.Function.SETINFO;
import static org.ioproc.differential.Call.Function.WRITE;

import java.util.function.Predicate;

/**
 * The table of the differences between the embedded manager and winmm as Wine 8.0 has it. A row
 * says at which calls the two may differ; from there on a program is not compared. The first two
 * say what is left out of every comparison. The package documentation of the embedded manager has
 * the same table.
 */
enum Difference {
  SHOWN_PROCEDURE(
      "mmioGetInfo shows the procedure's address",
      "MMIOINFO structure",
      "ADDRESS 1 0 0 false 0",
      s -> false),
  OWN_WORDS(
      "adwInfo[0] of ordinary files and of memory is their procedures' own",
      "MMIOINFO structure",
      "MEM 1 2 9 true 4",
      s -> false),
  TOLD_WRITE(
      "what cannot be written fails the call and stays to be written",
      "mmioFlush function",
      "ADDRESS 1 2 8 false 0;WRITE 1 FAIL|WRITE 3 0 0|FLUSH 0 0 0",
      s -> s.isBuffered() && (s.wasShort("WRITE") || (s.winmm().has("WRITE") && s.failed("SEEK")))),
  TOLD_READ(
      "a failure of READ fails the call and leaves the position",
      "mmioRead function",
      "ADDRESS 1 2 8 false 0;READ 1 FAIL|READ 3 0 0",
      s -> s.isBuffered() && s.failed("READ")),
  FLUSHED_REFILL(
      "what was written is written out before the buffer is filled anew",
      "mmioRead function",
      "ADDRESS 1 2 8 false 0|READ 6 0 0|WRITE 1 0 0|READ 9 0 0",
      s -> s.isBuffered() && s.before().isDirty() && s.is(READ, DESCEND) && s.refills()),
  WHOLE_FLUSH(
      "all that was written is written out, wherever in the buffer the position is",
      "mmioFlush function",
      "ADDRESS 1 2 8 false 0|READ 6 0 0|WRITE 1 0 0|SEEK 1 0 0|FLUSH 0 0 0",
      s -> s.isBuffered() && s.before().isDirty() && s.before().next() < s.dirtyEnd()),
  FLUSHED_END(
      "the file's end counts what is still in the buffer",
      "mmioSeek function",
      "ADDRESS 1 2 8 false 0|WRITE 3 0 0|SEEK 0 2 0",
      s -> s.isBuffered() && s.before().isDirty() && isFromEnd(s)),
  KNOWN_BYTES(
      "bytes of the buffer that nobody has read or written are not the file's",
      "mmioSeek function",
      "ADDRESS 1 2 600 false 0|SEEK 50 0 0|READ 1 0 0|SEEK 600 0 0|WRITE 3 0 0|FLUSH 0 0 0",
      s -> s.isBuffered() && s.before().next() > s.known()),
  KEPT_POSITION(
      "taking the buffer away, emptying it or passing it on leaves the position",
      "mmioSetBuffer function",
      "ADDRESS 1 2 8 false 0|READ 3 0 0|SETBUFFER 0 0 0",
      s ->
          s.isBuffered()
              && (s.is(SETBUFFER) || (s.is(FLUSH, ADVANCE) && s.call().first() != 0))
              && s.before().position() != s.winmm().state().position()),
  REFILLED_IN_PLACE(
      "the buffer is filled from the position, wherever the procedure was sent meanwhile",
      "mmioRead function",
      "ADDRESS 1 2 8 false 0|READ 3 0 0|WRITE 1 0 0|FLUSH 0 0 0|READ 9 0 0",
      s ->
          s.isBuffered()
              && s.winmm().has("READ")
              && (s.before().diskOffset() != s.before().bufferOffset() + s.before().endRead()
                  || (s.winmm().has("WRITE")
                      && s.winmm().state().bufferOffset() != s.before().position()))),
  ADVANCED_DIRTY(
      "what the program has put into the buffer is written before the buffer is filled",
      "mmioAdvance function",
      "ADDRESS 1 2 8 false 0|READ 3 0 0|ADVANCE 0 2 0",
      s -> s.isBuffered() && s.is(ADVANCE) && s.call().second() == 2),
  DOS_SIZE(
      "an ordinary file's size is what it is now, not what it was when it was opened",
      "mmioSeek function",
      "DOS 1 2 1 false 0|SEEK 900 0 0|WRITE 9 0 0|SEEK 0 2 0",
      s -> s.setup().kind() == Setup.Kind.DOS && isFromEnd(s)),
  DOS_NOTHING(
      "writing no bytes does not end an ordinary file where they would be",
      "mmioWrite function",
      "DOS 1 2 0 false 0|SEEK 5 0 0|WRITE 0 0 0",
      s ->
          s.setup().kind() == Setup.Kind.DOS
              && ((s.is(WRITE) && s.call().first() == 0)
                  || (s.is(ADVANCE) && s.call().second() == 2 && s.before().next() == 0)
                  || (s.before().isDirty() && s.before().next() == 0)
                  || (s.winmm().state().isDirty() && s.winmm().state().next() == 0))),
  TOLD_DESCEND(
      "mmioDescend ends where it cannot seek, and says so",
      "mmioDescend function",
      "ADDRESS 1 2 0 false 0;SEEK 2 FAIL|DESCEND 0 -1 262144",
      s ->
          s.is(DESCEND)
              && s.embedded().result() == 265
              && (s.failed("SEEK") || !s.setup().kind().isCustom())),
  PARENTS_END(
      "a search ends with the parent chunk",
      "mmioDescend function",
      "ADDRESS 1 2 0 false 0|DESCEND 0 -1 262144|DESCEND 1 0 393232",
      s ->
          s.is(DESCEND)
              && s.call().second() >= 0
              && s.embedded().result() == 265
              && s.embedded().state().position() >= s.parent().end()),
  PADDED(
      "an odd chunk gets its pad byte also if its size was right from the start",
      "mmioAscend function",
      "ADDRESS 1 2 0 false 0|CREATE 0 0 3|WRITE 3 0 0|ASCEND 0 0 0",
      s ->
          s.is(ASCEND)
              && s.chunk().isDirty()
              && (s.chunk().size() & 1) != 0
              && s.before().position() - s.chunk().dataOffset() == s.chunk().size()),
  TOLD_ASCEND(
      "mmioAscend tells what it could not write or reach",
      "mmioAscend function",
      "ADDRESS 1 2 0 false 0;WRITE 3 FAIL|CREATE 0 0 3|WRITE 4 0 0|ASCEND 0 0 0",
      s -> s.is(ASCEND) && s.winmm().result() == 0 && s.embedded().result() >= 262),
  TOLD_CREATE(
      "mmioCreateChunk tells that it cannot find out the position, and writes nothing",
      "mmioCreateChunk function",
      "ADDRESS 1 2 0 false 0;SEEK 1 FAIL|CREATE 0 0 3",
      s -> s.is(CREATE) && s.failed("SEEK")),
  NO_SUCH_FILE(
      "a handle that is none gives an error of the function's own kind",
      "mmioSeek function",
      "ADDRESS 1 2 0 false 0|CLOSE 0 0 0|SEEK 0 0 0",
      s -> !s.before().isOpen() && s.is(SEEK, ASCEND, SEND)),
  MEM_BUFFER(
      "a file in memory is its buffer: advancing goes to its end, setting keeps it whole",
      "mmioAdvance function",
      "MEM 1 2 9 true 0|ADVANCE 0 1 0",
      s -> s.isMem() && s.is(ADVANCE, SETINFO)),
  MEM_GROWS(
      "memory grows by adwInfo[0], or takes what there is room for",
      "MMIOINFO structure",
      "MEM 1 2 9 true 4|WRITE 12 0 0",
      s ->
          s.isMem()
              && s.is(WRITE, CREATE, ASCEND)
              && s.embedded().state().position() >= s.before().length()),
  MEM_KEEPS(
      "what is written into memory can be read, and the end is behind it",
      "mmioOpen function",
      "MEM 1 4098 9 true 0|WRITE 5 0 0",
      s ->
          s.isMem()
              && (s.embedded().state().endRead() > s.winmm().state().endRead()
                  || (isFromEnd(s) && s.before().endRead() < s.before().length())));

  private final String rule;
  private final String source;
  private final String example;
  private final Predicate<Situation> applies;

  Difference(String rule, String source, String example, Predicate<Situation> applies) {
    this.rule = rule;
    this.source = source;
    this.example = example;
    this.applies = applies;
  }

  private static boolean isFromEnd(Situation s) {
    return s.is(SEEK) && s.call().second() == 2;
  }

  /** What the embedded manager does and Wine does not. */
  String rule() {
    return rule;
  }

  /** The title of the page of Microsoft's that it follows. */
  String source() {
    return source;
  }

  /** A program that shows it. */
  Program example() {
    return Program.parse(example);
  }

  /** Whether the two are never compared in this, instead of up to it. */
  boolean isLeftOut() {
    return this == SHOWN_PROCEDURE || this == OWN_WORDS;
  }

  /** Whether bytes differ before mmioGetInfo shows it. */
  boolean showsLater() {
    return switch (this) {
      case PADDED, FLUSHED_REFILL, WHOLE_FLUSH, DOS_NOTHING, MEM_BUFFER -> true;
      default -> false;
    };
  }

  boolean applies(Situation situation) {
    return applies.test(situation);
  }
}
