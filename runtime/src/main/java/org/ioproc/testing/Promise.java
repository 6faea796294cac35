package org.ioproc.testing;

/**
 * The promises of a procedure to the programs that use it. {@link IoProcContract} checks them. Most
 * programs learn of a broken promise in no other way than this: they play noise, stop early or lose
 * data, and report nothing.
 */
public enum Promise {
  /** A file that exists is opened, and {@code MMIO_EXIST} finds it. */
  OPENS("a file that exists is opened", "no program can use the file"),
  /** Handlers use a program's buffer only until they return. */
  BUFFERS(
      "handlers use a program's buffer only until they return",
      "other data of the program is read or overwritten, at times that nobody can foresee"),
  /** Reading from front to back gives the file's content. */
  CONTENT("reading from front to back gives the content", "a player plays something else"),
  /** Reading ends where the content ends, there and at every position behind. */
  END(
      "reading ends where the content ends, also from positions behind it",
      "a player plays noise behind the sound, never stops, or reports an error instead of its end"),
  /** The size is the number of bytes that can be read, and seeks from the end rely on it. */
  SIZE(
      "the size is the number of bytes that can be read",
      "a player cuts the sound off or waits for more, and a program that looks for data from the"
          + " end finds others"),
  /** A file that is opened a second time begins at its start again. */
  REOPENING(
      "a file can be opened again after it was closed, and then begins at its start",
      "the second time, a player plays nothing, or not from the start"),
  /** The bytes do not depend on how many are read at once. */
  COUNTS(
      "the bytes do not depend on how many are read at once",
      "a program that reads small pieces, or larger ones than others, gets damaged data"),
  /** Each read begins at the position to which the program has moved. */
  POSITIONS(
      "each read begins at the program's position",
      "a program that skips chunks, rewinds or repeats a sound gets data from elsewhere"),
  /** After a call that failed, the file can still be used. */
  FAILED_CALLS(
      "after a call that failed, the file can still be used",
      "a program that tries something, and continues when that fails, loses the file"),
  /** Files that are open at the same time do not disturb each other. */
  SEVERAL_FILES(
      "files that are open at the same time do not disturb each other",
      "a program that mixes or compares two sounds gets parts of one in the other, or loses one"
          + " when it closes the other"),
  /** Any thread may use a file, not only the thread that opened it. */
  OTHER_THREADS(
      "any thread may use a file that another has opened",
      "players open a sound on one thread and play it on another, where reading fails"),
  /** Several threads may use files of the procedure at the same time. */
  SIMULTANEOUS_THREADS(
      "threads may use different files at the same time",
      "two sounds that play at the same time are sometimes damaged, and nobody can repeat it"),
  /** An interrupt harms at most the file that its thread is using at that moment. */
  INTERRUPTS(
      "an interrupt harms at most the file that its thread is using",
      "when a program stops one of its threads, all its sounds fail until it is started again"),
  /** Handlers leave the program's thread as it was: not interrupted, with its priority. */
  THREAD_STATE(
      "handlers leave the program's thread as it was",
      "the next wait of the program's thread ends early, or the thread is slower than before"),
  /** What the procedure opens for a file is closed with the file. */
  RELEASE(
      "what was opened for a file is closed with the file",
      "a program that runs for days can open no more files, and on Windows the container cannot be"
          + " replaced or deleted"),
  /** A file that does not exist is refused as not found. */
  MISSING_FILES(
      "a file that does not exist is refused as not found (MMIOERR_FILENOTFOUND or"
          + " MMIOERR_PATHNOTFOUND)",
      "a program that looks in several places stops at the first, or takes the missing file for a"
          + " damaged or an empty one"),
  /** A folder is refused when it is opened. */
  FOLDERS(
      "a folder is refused when it is opened",
      "a program takes the folder for a file, and fails later, without a reason"),
  /** A request without a name or an element is refused with a reason, if it is not answered. */
  NAMELESS_FILES(
      "a request without a name or an element is opened, or refused with a reason",
      "a program that opens files by the procedure's code gets an error that says nothing, and the"
          + " log shows a bug"),
  /** Where a program cannot write, it is refused when it opens the file. */
  WRITE_ACCESS(
      "a file is opened for writing only if it can be written",
      "an editor lets people work for an hour, and cannot save"),
  /** Opening a missing file for writing does not create it. */
  NO_CREATION(
      "a file is created only if the program asks for it (MMIO_CREATE)",
      "a mistyped name leaves an empty file behind, which the next program finds"),
  /** A file that a program creates has the content that it writes. */
  CREATION("a file that a program creates has the content that it writes", "recordings are lost"),
  /** A file that exists is emptied when a program creates it again. */
  TRUNCATION(
      "a file that a program creates again is empty at first",
      "behind a new, shorter sound the old one continues"),
  /** A write replaces the bytes at the program's position, and no others. */
  OVERWRITING(
      "a write replaces the bytes at the program's position, and no others",
      "an editor that changes a title damages the sound"),
  /** A write at or behind the end makes the file longer. */
  EXTENSION(
      "a write at or behind the end makes the file longer",
      "what a program appends is lost, or ends up elsewhere"),
  /** A program reads what it has written before it closes the file. */
  READING_BACK(
      "a program reads what it has written, also before it closes the file",
      "an editor goes on with data that are no longer there"),
  /** A program that has written a RIFF file can go back and put the sizes into its headers. */
  RIFF_SIZES(
      "a program can put the sizes into the headers of a file that it has created",
      "every recorded sound has a header that says it is empty"),
  /** A renamed file is there under its new name only, and replaces no other. */
  RENAMING(
      "a renamed file has its content under the new name only, and replaces no other file",
      "a file is there twice, has gone, or has destroyed another"),
  /** A deleted file has gone. */
  DELETION("a deleted file is no longer found", "files that people have deleted come back"),
  /** When a container is full, the program learns that bytes were not written. */
  FULL_CONTAINERS(
      "bytes that cannot be written are reported, and those that were written stay",
      "a recording is incomplete, and nobody knows until it is played"),
  /** Damaged content is reported where reading reaches it, and is not taken for the end. */
  DAMAGE(
      "damaged content is reported, and not taken for the end of the file",
      "a copy of a damaged file is incomplete, and nobody knows");

  private final String text;
  private final String consequence;

  Promise(String text, String consequence) {
    this.text = text;
    this.consequence = consequence;
  }

  /**
   * Returns the promise in words.
   *
   * @return a part of a sentence
   */
  public String text() {
    return text;
  }

  /**
   * Returns what programs and their users suffer if the promise is broken.
   *
   * @return a part of a sentence
   */
  public String consequence() {
    return consequence;
  }
}
