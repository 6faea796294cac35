package org.ioproc.differential;

/** Differences in ordinary files, files in memory and handles of no file. */
enum FileDifference implements Difference {
  PROCEDURE_ADDRESS_SHOWN(
      Row.leftOut(
          "mmioGetInfo, pIOProc",
          "is always NULL",
          "MMIOINFO structure: pIOProc points to the file's I/O procedure",
          "is the procedure's address",
          "It is documented.")),
  BUILT_IN_STATE_DIFFERS(
      Row.leftOut(
          "mmioGetInfo, adwInfo[0] of ordinary files and of files in memory",
          "is a file handle of Windows; -1",
          "MMIOINFO structure: the I/O procedure maintains adwInfo",
          "is the number of the file; the step by which memory grows",
          "Java has no such handle, and only the built-in procedures use the word.")),
  END_ASKED_OF_PROCEDURE(
      new Row(
          "mmioSeek from the end of an ordinary file leads into the buffer",
          "keeps lDiskOffset, since it knows the end from when the file was opened",
          "MMIOINFO structure: the I/O procedure maintains lDiskOffset",
          "lDiskOffset is where the procedure was sent to find the end",
          "The file may have another size by now.",
          FileRows::endAskedOfProcedure)),
  FAILED_READ_KEEPS_POSITION(
      new Row(
          "mmioRead of an ordinary file without a buffer that was opened only for writing",
          "returns -1, and lDiskOffset decreases by one",
          "mmioRead function: -1 if there is an error reading from the file",
          "returns -1, and lDiskOffset stays",
          "The program would continue at a wrong position.",
          FileRows::failedReadKeepsPosition)),
  CURRENT_SIZE_USED(
      new Row(
          "mmioSeek from the end of an ordinary file that has another size than when it was opened",
          "counts from the end that the file had then",
          "mmioSeek function: seeks to lOffset bytes from the end of the file",
          "counts from the end that the file has now",
          "It is documented.",
          FileRows::currentSizeUsed)),
  EMPTY_WRITE_KEEPS_SIZE(
      new Row(
          "0 bytes are written to an ordinary file",
          "ends the file at the position",
          "mmioWrite function: writes the specified number of bytes",
          "writes nothing",
          "The rest of the file would be lost.",
          FileRows::emptyWriteKeepsSize)),
  INVALID_HANDLE_REPORTED(
      new Row(
          "mmioSeek, mmioAscend or mmioCreateChunk with an invalid handle",
          "returns MMSYSERR_INVALHANDLE as the position; 0; the error, after filling in the chunk",
          "mmioSeek function: -1 if there is an error",
          "returns -1; MMIOERR_CANNOTSEEK; the error, and the chunk stays",
          "The program would take an error for success.",
          FileRows::invalidHandleReported)),
  MEM_ADVANCES_TO_END(
      new Row(
          "mmioAdvance of a file in memory",
          "moves to the beginning, and nothing can be read; after reading, no seek works any longer",
          "mmioAdvance function: MMIOERR_CANNOTEXPAND if the memory file cannot be expanded",
          "moves to the end to read; to write, expands the memory or returns MMIOERR_CANNOTEXPAND",
          "The program would lose its place, and write over the beginning.",
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
          "replaces the file by the new memory, which counts as empty",
          "mmioSetBuffer function: changes the buffer",
          "MMSYSERR_INVALPARAM: the file is its memory",
          "The file's content would be lost.",
          FileRows::memBufferRefused)),
  MEM_ENDS_KEPT(
      new Row(
          "mmioSetInfo of a file in memory, with pchEndWrite or a dirty pchNext before the end",
          "uses the given pchEndRead and pchEndWrite",
          "MMIOINFO structure: pchEndRead and pchEndWrite limit what can be read and written",
          "lets the program read what it has written, and keeps pchEndWrite at the memory's end",
          "The program could not read what it has written.",
          FileRows::memEndsKept)),
  MEM_EXPANDS(
      new Row(
          "a write reaches the end of a file in memory",
          "continues at the beginning",
          "mmioOpen function: memory files expand in increments of adwInfo bytes",
          "expands the memory by steps of adwInfo[0] bytes, or writes as many bytes as fit",
          "The beginning of the file would be lost.",
          FileRows::memExpands)),
  MEM_END_FOLLOWS_WRITES(
      new Row(
          "a write past pchEndRead of a file in memory, and mmioSeek from the end after it",
          "keeps pchEndRead, and the file ends with its memory",
          "mmioOpen function: MMIO_CREATE puts the end of the file at the start of the buffer",
          "moves pchEndRead past what was written, where the file ends",
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
