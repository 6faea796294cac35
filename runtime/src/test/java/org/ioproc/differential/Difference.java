package org.ioproc.differential;

import java.util.function.Predicate;

/**
 * The table of the differences between the embedded manager and winmm as Wine 8.0 has it. A row
 * knows what the two do at one call, and nothing else of it may differ. The package documentation
 * of the embedded manager has the same table.
 */
enum Difference {
  SHOWN_PROCEDURE(
      "mmioGetInfo, pIOProc", "always NULL", "the procedure's address", "MMIOINFO structure"),
  OWN_WORDS(
      "mmioGetInfo, adwInfo[0] of ordinary files and of files in memory",
      "a file handle; -1",
      "the number of the file; the step that memory grows by",
      "MMIOINFO structure"),
  READ_BACK(
      "mmioRead or mmioDescend right behind what was written and is still in the buffer",
      "copies from behind the buffer's content, and behind its end: not run there",
      "fills the buffer first",
      "mmioRead function"),
  TOLD_WRITE(
      "SEEK or WRITE fails, or WRITE is short, when the buffer is written out",
      "success, and the bytes are gone",
      "the function's error, unless mmioWrite found room for some or mmioSeek stays in the buffer; they"
          + " stay to be written",
      "mmioFlush function",
      BufferRows::toldWrite),
  TOLD_READ(
      "READ fails when the buffer is filled",
      "is tried again, then counts as the file's end",
      "the function's error, and the position stays",
      "mmioRead function",
      s -> BufferRows.toldRead(s) || ManagerRows.toldRead(s)),
  FLUSHED_REFILL(
      "mmioRead or mmioDescend fills a buffer in which something is to be written",
      "fills it, and that is gone",
      "writes it out first, or reads it there",
      "mmioRead function",
      BufferRows::flushedRefill),
  WHOLE_FLUSH(
      "the buffer is written out while the position is before the end of what was written",
      "only up to the position",
      "all of it",
      "mmioFlush function",
      BufferRows::wholeFlush),
  FLUSHED_END(
      "mmioSeek from the end while something is to be written",
      "SEEK, then writes it out: the end without it",
      "writes it out, then SEEK",
      "mmioSeek function",
      BufferRows::flushedEnd),
  REFUSED_END(
      "mmioSeek from the end of a buffered file, and the procedure does not go there",
      "its -1 is taken for a position: another SEEK",
      "-1",
      "mmioSeek function",
      BufferRows::refusedEnd),
  KNOWN_BYTES(
      "something is written, or put into the buffer, behind what is known of its content",
      "is written out with what the buffer happens to hold between",
      "what is known is written out, and what is between is not",
      "mmioSeek function",
      BufferRows::knownBytes),
  KEPT_POSITION(
      "mmioSetBuffer, MMIO_EMPTYBUF or mmioAdvance to write, off the place where the procedure is",
      "the position goes there, or for MMIO_EMPTYBUF to the buffer's beginning",
      "the position stays",
      "mmioSetBuffer function",
      BufferRows::keptPosition),
  REFILLED_IN_PLACE(
      "the buffer is filled after the procedure was sent elsewhere, as by mmioFlush, or after"
          + " mmioSetInfo has changed pchNext or pchEndRead",
      "READ where the procedure is",
      "SEEK back to the position first, or reads what is there",
      "mmioRead function",
      BufferRows::refilledInPlace),
  ADVANCED_DIRTY(
      "mmioAdvance to read, with MMIO_DIRTY in what the program passes",
      "what the program has put into the buffer is gone",
      "is written out first",
      "mmioAdvance function",
      BufferRows::advancedDirty),
  NO_BYTES(
      "the program's own buffer has 0 bytes",
      "8192 bytes of it with MMIO_ALLOCBUF; without, mmioRead ends the process, and mmioSeek is no SEEK",
      "none of it is used, as if there were no buffer",
      "mmioOpen function",
      StorageRows::noBytes),
  NEGATIVE_SIZE(
      "cchBuffer is negative",
      "taken, if the program gives a buffer; if not, mmioSetBuffer fails and leaves none",
      "MMIOERR_OUTOFMEMORY, and an open file keeps its buffer",
      "mmioSetBuffer function",
      StorageRows::negativeSize),
  DOS_ASKED(
      "mmioSeek from the end of an ordinary file leads into the buffer",
      "lDiskOffset stays: the end is known from when it was opened",
      "lDiskOffset is where the procedure was sent to find the end",
      "mmioSeek function",
      StorageRows::dosAsked),
  DOS_WRITE_ONLY(
      "mmioRead of an ordinary file without a buffer that was opened to be written only",
      "-1, and lDiskOffset falls by one",
      "-1, and lDiskOffset stays",
      "mmioRead function",
      StorageRows::dosWriteOnly),
  GIVEN_UP(
      "mmioSetInfo takes MMIO_DIRTY away",
      "what was to be written can still be read",
      "it is given up, and read again from the file",
      "mmioSetInfo function",
      BufferRows::givenUp),
  ELSEWHERE(
      "mmioSetInfo, or mmioAdvance to write or with MMIO_DIRTY, with another lBufOffset than the"
          + " buffer's",
      "the buffer's content belongs there from then on; mmioAdvance does not look at it",
      "MMSYSERR_INVALPARAM: the buffer has moved since",
      "MMIOINFO structure",
      BufferRows::elsewhere),
  DOS_SIZE(
      "mmioSeek from the end of an ordinary file that has another size than when it was opened",
      "from the end of that time",
      "from the end of now",
      "mmioSeek function",
      StorageRows::dosSize),
  DOS_NOTHING(
      "no bytes are written to an ordinary file",
      "the file ends there from then on",
      "nothing",
      "mmioWrite function",
      StorageRows::dosNothing),
  TOLD_DESCEND(
      "mmioDescend cannot go to the next chunk, or into the one that it has found",
      "goes on from where it is, or has found it",
      "MMIOERR_CHUNKNOTFOUND",
      "mmioDescend function",
      ChunkRows::toldDescend),
  PARENTS_END(
      "mmioDescend comes to the end of the parent chunk in its search",
      "goes on behind it",
      "MMIOERR_CHUNKNOTFOUND",
      "mmioDescend function",
      ChunkRows::parentsEnd),
  PARENTS_SIZE(
      "mmioDescend in a chunk that ends behind 2^32",
      "it ends before it begins: MMIOERR_CHUNKNOTFOUND",
      "is found",
      "mmioDescend function",
      ChunkRows::parentsSize),
  PADDED(
      "mmioAscend from a chunk that was made with its true, odd size",
      "no pad byte is written",
      "a pad byte is written",
      "mmioAscend function",
      ChunkRows::padded),
  TOLD_ASCEND(
      "mmioAscend cannot write the size or the pad byte, or reach the chunk's end",
      "0",
      "MMIOERR_CANNOTWRITE, MMIOERR_CANNOTSEEK",
      "mmioAscend function",
      ChunkRows::toldAscend),
  TOLD_CREATE(
      "mmioCreateChunk does not learn the position",
      "writes the header",
      "MMIOERR_CANNOTSEEK",
      "mmioCreateChunk function",
      ChunkRows::toldCreate),
  NO_SUCH_FILE(
      "mmioSeek, mmioAscend or mmioCreateChunk with a handle that is none",
      "MMSYSERR_INVALHANDLE as the position; 0; the error, after filling in the chunk",
      "-1; MMIOERR_CANNOTSEEK; the error, and the chunk stays",
      "mmioSeek function",
      StorageRows::noSuchFile),
  MEM_ADVANCE(
      "mmioAdvance of a file in memory",
      "the beginning, and nothing to read; to read, also no seeking any more",
      "to read, the end; to write, memory grows or MMIOERR_CANNOTEXPAND",
      "mmioAdvance function",
      StorageRows::memAdvance),
  MEM_NO_BYTES(
      "mmioSeek in a file in memory of 0 bytes",
      "leads anywhere, and mmioRead reads there",
      "leads to 0 alone",
      "mmioSeek function",
      StorageRows::memNoBytes),
  MEM_BUFFER(
      "mmioSetBuffer of a file in memory",
      "the new memory is the file, which is empty",
      "MMSYSERR_INVALPARAM: its memory is the file",
      "mmioSetBuffer function",
      StorageRows::memBuffer),
  MEM_TOLD(
      "mmioSetInfo of a file in memory, with pchEndWrite or a dirty pchNext inside of it",
      "pchEndRead and pchEndWrite as they are given",
      "what is written can be read, and pchEndWrite stays the end of the memory",
      "mmioSetInfo function",
      StorageRows::memTold),
  MEM_GROWS(
      "a write reaches the end of a file in memory",
      "goes on at the beginning",
      "memory grows by steps of adwInfo[0] bytes, or takes what there is room for",
      "MMIOINFO structure",
      StorageRows::memGrows),
  MEM_KEEPS(
      "a write behind pchEndRead of a file in memory, and mmioSeek from the end after it",
      "pchEndRead stays, and the end is the memory's",
      "pchEndRead is behind what was written, and the end is there",
      "mmioOpen function",
      StorageRows::memKeeps),
  NAMED_CODE(
      "fccIOProc of an ordinary file whose name has an extension that no procedure is installed for",
      "the extension",
      "DOS",
      "MMIOINFO structure",
      ManagerRows::namedCode),
  GIVEN_CODE(
      "mmioOpen with both a pIOProc and an fccIOProc",
      "MMIOINFO has the code, and the procedure is found under it while the file is open",
      "MMIOINFO has no code, and the procedure is for this file only",
      "MMIOINFO structure",
      ManagerRows::givenCode),
  UNKNOWN_CODE(
      "mmioOpen with an fccIOProc that no procedure is installed under",
      "fails, and wErrorRet stays",
      "MMIOERR_CANNOTOPEN",
      "mmioOpen function",
      ManagerRows::unknownCode),
  NO_NAME(
      "mmioOpen without a name and without a procedure",
      "a handle without a file",
      "MMIOERR_FILENOTFOUND",
      "mmioOpen function",
      ManagerRows::noName),
  REFUSED(
      "a procedure that is installed as DOS does not open a file",
      "it gets three SEEKs",
      "it gets nothing more",
      "mmioOpen function",
      ManagerRows::refused),
  SENT_EXIST(
      "mmioOpen with MMIO_EXIST",
      "looks on the disk, whatever the procedure is, and wErrorRet stays",
      "opens the file by its procedure and closes it, or the error code",
      "mmioOpen function",
      ManagerRows::sentExist),
  DELETED(
      "mmioOpen with MMIO_DELETE",
      "a handle, and an ordinary file is still there",
      "TRUE, and the file is gone",
      "mmioOpen function",
      ManagerRows::deleted),
  DOS_ERRORS(
      "an ordinary file cannot be opened, deleted or renamed",
      "MMIOERR_FILENOTFOUND",
      "the code for a folder that is missing, no access, sharing, or CANNOTOPEN",
      "mmioOpen function",
      ManagerRows::dosErrors),
  RENAMED_BY_NAME(
      "mmioRename of a name with an extension that a procedure is installed for",
      "an ordinary file, MMSYSERR_INVALPARAM, or the procedure of a file open by pIOProc",
      "the procedure renames it",
      "mmioRename function",
      ManagerRows::renamedByName),
  LEFT_OPEN(
      "mmioClose with MMIO_FHOPEN of an ordinary file that was opened by name",
      "the file stays open in the process",
      "the file is closed",
      "mmioClose function",
      ManagerRows::leftOpen),
  REMOVED_BY_CLOSE(
      "a file that was opened by pIOProc is closed, while that procedure is installed",
      "the procedure is not installed any more",
      "it still is",
      "mmioInstallIOProc function",
      ManagerRows::removedByClose);

  private final String when;
  private final String wine;
  private final String embedded;
  private final String source;
  private final Predicate<Situation> explains;

  Difference(
      String when, String wine, String embedded, String source, Predicate<Situation> explains) {
    this.when = when;
    this.wine = wine;
    this.embedded = embedded;
    this.source = source;
    this.explains = explains;
  }

  /** One that is left out of every comparison. */
  Difference(String when, String wine, String embedded, String source) {
    this(when, wine, embedded, source, s -> false);
  }

  /** When the two differ; what winmm under Wine does, and the embedded manager; who says so. */
  String[] cells() {
    return new String[] {name(), when, wine, embedded, source};
  }

  boolean isLeftOut() {
    return this == SHOWN_PROCEDURE || this == OWN_WORDS || this == READ_BACK;
  }

  /** Whether this is all that the two did differently at a call. */
  boolean explains(Situation situation) {
    return explains.test(situation);
  }
}
