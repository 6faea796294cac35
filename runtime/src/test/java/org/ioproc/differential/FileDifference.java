package org.ioproc.differential;

/** Differences in ordinary files, files in memory and invalid handles. */
enum FileDifference implements Difference {
  PROCEDURE_ADDRESS_SHOWN(
      Row.leftOut(
          "pIOProc from mmioGetInfo",
          "is always NULL",
          "MMIOINFO structure: pIOProc points to the file's I/O procedure",
          "is the procedure's address",
          "Microsoft documents it.")),
  BUILT_IN_STATE_DIFFERS(
      Row.leftOut(
          "adwInfo[0] from mmioGetInfo for ordinary files; for files in memory",
          "is a Windows file handle; -1",
          "MMIOINFO structure: the I/O procedure maintains adwInfo",
          "is the file's number; the step by which the memory grows",
          "Java has no such handle, and only the built-in procedures use the field.")),
  PROCEDURE_FINDS_END(
      new Row(
          "mmioSeek from the end of an ordinary file stays in the buffer",
          "keeps lDiskOffset, because it remembers the end from when the file was opened",
          "MMIOINFO structure: the I/O procedure maintains lDiskOffset",
          "sets lDiskOffset to where the procedure went to find the end",
          "The file's size may have changed.",
          FileRows::procedureFindsEnd)),
  FAILED_READ_KEEPS_POSITION(
      new Row(
          "mmioRead of an ordinary file without a buffer that was opened only for writing",
          "returns -1, and lDiskOffset decreases by one",
          "mmioRead function: -1 if there is an error reading from the file",
          "returns -1, and lDiskOffset stays unchanged",
          "The program would continue at the wrong position.",
          FileRows::failedReadKeepsPosition)),
  CURRENT_SIZE_USED(
      new Row(
          "mmioSeek from the end of an ordinary file whose size has changed since it was opened",
          "counts from the file's original end",
          "mmioSeek function: seeks to lOffset bytes from the end of the file",
          "counts from the file's current end",
          "Microsoft documents it.",
          FileRows::currentSizeUsed)),
  EMPTY_WRITE_KEEPS_SIZE(
      new Row(
          "0 bytes are written to an ordinary file",
          "truncates the file at the position",
          "mmioWrite function: writes the specified number of bytes",
          "writes nothing",
          "The rest of the file would be lost.",
          FileRows::emptyWriteKeepsSize)),
  INVALID_HANDLE_REPORTED(
      new Row(
          "mmioSeek, mmioAscend or mmioCreateChunk with an invalid handle",
          "returns MMSYSERR_INVALHANDLE as the position; 0; the error, after filling in the chunk",
          "mmioSeek function: -1 if there is an error",
          "returns -1; MMIOERR_CANNOTSEEK; the error, and the chunk stays unchanged",
          "The program would mistake an error for success.",
          FileRows::invalidHandleReported)),
  MEM_ADVANCES_TO_END(
      new Row(
          "mmioAdvance of a file in memory",
          "moves to the beginning, where nothing can be read; after mmioAdvance to read, every seek"
              + " fails",
          "mmioAdvance function: MMIOERR_CANNOTEXPAND if the memory file cannot be expanded",
          "moves to the end to read; to write, expands the memory or returns MMIOERR_CANNOTEXPAND",
          "The program would lose its position, and overwrite the beginning.",
          FileRows::memAdvancesToEnd)),
  MEM_EMPTY_FILE_BOUNDED(
      new Row(
          "mmioSeek in a file in memory of 0 bytes",
          "moves anywhere, and mmioRead reads there",
          "mmioSeek function: -1 if there is an error",
          "moves only to 0",
          "The manager would read outside the program's memory.",
          FileRows::memEmptyFileBounded)),
  MEM_BUFFER_REFUSED(
      new Row(
          "mmioSetBuffer of a file in memory",
          "replaces the file with the new memory, which counts as empty",
          "mmioSetBuffer function: changes the buffer",
          "MMSYSERR_INVALPARAM: the file is its memory",
          "The file's content would be lost.",
          FileRows::memBufferRefused)),
  MEM_ENDS_KEPT(
      new Row(
          "mmioSetInfo of a file in memory, with pchEndWrite or a dirty pchNext before the end",
          "uses the pchEndRead and pchEndWrite that it is given",
          "MMIOINFO structure: pchEndRead and pchEndWrite limit what can be read and written",
          "lets the program read what it has written, and keeps pchEndWrite at the memory's end",
          "The program could not read what it has written.",
          FileRows::memEndsKept)),
  MEM_EXPANDS(
      new Row(
          "a write reaches the end of a file in memory",
          "continues at the beginning",
          "mmioOpen function: memory files expand in increments of adwInfo bytes",
          "expands the memory in steps of adwInfo[0] bytes, or writes as many bytes as fit",
          "The beginning of the file would be lost.",
          FileRows::memExpands)),
  MEM_END_FOLLOWS_WRITES(
      new Row(
          "a write past pchEndRead of a file in memory, and mmioSeek from the end after it",
          "keeps pchEndRead, and the file ends with its memory",
          "mmioOpen function: MMIO_CREATE puts the end of the file at the start of the buffer",
          "moves pchEndRead to the end of the written bytes, where the file ends",
          "The program could not read what it has written.",
          FileRows::memEndFollowsWrites));

  private final Row row;

  FileDifference(Row row) {
    this.row = row;
  }

  @Override
  public Row row() {
    return row;
  }
}
