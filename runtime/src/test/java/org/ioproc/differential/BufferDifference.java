package org.ioproc.differential;

/** Differences in what a buffer keeps, and when it is filled and written out. */
enum BufferDifference implements Difference {
  READ_AFTER_WRITE_REFILLS(
      Row.leftOut(
          "mmioRead or mmioDescend at the end of written bytes that are still in the buffer",
          "copies memory from after the buffer's content, and even from after its end; tests do not"
              + " run this",
          "mmioRead function: reads from the file",
          "fills the buffer first",
          "The program would read bytes that are not in the file.")),
  WRITE_ERROR_REPORTED(
      new Row(
          "SEEK or WRITE fails, or WRITE is short, while the buffer is written out",
          "returns success, and the bytes are lost",
          "mmioFlush function: MMIOERR_CANNOTWRITE if the buffer could not be written to disk",
          "returns the function's error, unless mmioWrite had room for some bytes or mmioSeek stays"
              + " in the buffer; keeps the bytes for the next attempt",
          "The program would lose bytes without an error.",
          WriteRows::writeErrorReported)),
  READ_ERROR_REPORTED(
      new Row(
          "READ fails while the buffer is filled",
          "sends READ again, and then reports the end of the file",
          "mmioRead function: -1 if there is an error reading from the file",
          "returns the function's error, and keeps the position",
          "The failure would look like the end of the file.",
          s -> ReadRows.readErrorReported(s) || OpeningRows.readErrorReported(s))),
  FLUSHED_BEFORE_REFILL(
      new Row(
          "mmioRead or mmioDescend refills a buffer that has unwritten changes",
          "overwrites the changes",
          "mmioAdvance function: the buffer is flushed before the next one is read",
          "writes the changes out first, or reads the bytes that are in the buffer",
          "The program would lose bytes.",
          WriteRows::flushedBeforeRefill)),
  ALL_CHANGES_FLUSHED(
      new Row(
          "the buffer is written out while the position is before the end of the changes",
          "writes only up to the position",
          "mmioFlush function: writes the buffer to disk if it has been written to",
          "writes all changes",
          "The program would lose bytes.",
          WriteRows::allChangesFlushed)),
  FLUSHED_BEFORE_SEEK_FROM_END(
      new Row(
          "mmioSeek from the end while the buffer has unwritten changes",
          "sends SEEK and then writes the changes out, so the end does not include them",
          "mmioSeek function: seeks to lOffset bytes from the end of the file",
          "writes the changes out and then sends SEEK",
          "The changes are part of the file.",
          WriteRows::flushedBeforeSeekFromEnd)),
  FAILED_SEEK_FROM_END_REPORTED(
      new Row(
          "the procedure's SEEK fails during mmioSeek from the end of a buffered file",
          "takes the -1 for a position, and sends another SEEK",
          "mmioSeek function: -1 if there is an error",
          "returns -1",
          "The program would continue at the wrong position.",
          ReadRows::failedSeekFromEndReported)),
  GAP_NOT_WRITTEN(
      new Row(
          "bytes are written, or the program puts them into the buffer, after a gap of unknown"
              + " bytes",
          "writes the gap out, too, with leftover bytes from the buffer",
          "mmioWrite function: writes the specified number of bytes",
          "writes the known bytes out, but not the gap",
          "The file would contain bytes that the program did not write.",
          WriteRows::gapNotWritten)),
  POSITION_KEPT(
      new Row(
          "mmioSetBuffer, MMIO_EMPTYBUF or mmioAdvance to write, while the procedure is at another"
              + " position",
          "moves the position to the procedure's or, for MMIO_EMPTYBUF, to the buffer's beginning",
          "mmioSetBuffer function: enables, disables or changes the buffer",
          "keeps the position",
          "The program would continue at the wrong position.",
          ReadRows::positionKept)),
  REFILLED_AT_POSITION(
      new Row(
          "the buffer is filled after the procedure was moved, for example by mmioFlush, or after"
              + " mmioSetInfo has changed pchNext or pchEndRead",
          "sends READ without a SEEK",
          "mmioRead function: reads from the file",
          "sends SEEK to the position first, or reads the bytes that are in the buffer",
          "The program would read bytes from elsewhere in the file.",
          ReadRows::refilledAtPosition)),
  ADVANCE_WRITES_CHANGES(
      new Row(
          "mmioAdvance to read, with MMIO_DIRTY in the structure that the program passes",
          "loses what the program has put into the buffer",
          "mmioAdvance function: the buffer is flushed before the next one is read",
          "writes the changes out first",
          "The program would lose bytes.",
          WriteRows::advanceWritesChanges)),
  EMPTY_BUFFER_UNUSED(
      new Row(
          "the program's own buffer has 0 bytes",
          "with MMIO_ALLOCBUF, uses 8192 bytes of it; without the flag, mmioRead ends the process"
              + " and mmioSeek sends no SEEK",
          "MMIOINFO structure: cchBuffer is the size of the buffer",
          "uses none of it, as if there were no buffer",
          "The manager would write outside the program's memory.",
          FileRows::emptyBufferUnused)),
  NEGATIVE_SIZE_REFUSED(
      new Row(
          "cchBuffer is negative",
          "accepts it if the program passes a buffer; if not, mmioSetBuffer fails and leaves the"
              + " file without a buffer",
          "mmioSetBuffer function: MMIOERR_OUTOFMEMORY if the buffer could not be allocated",
          "MMIOERR_OUTOFMEMORY, and an open file keeps its buffer",
          "A buffer cannot have a negative size.",
          FileRows::negativeSizeRefused)),
  CHANGES_DISCARDED(
      new Row(
          "mmioSetInfo clears MMIO_DIRTY",
          "keeps the changes in the buffer, where they can be read but are never written",
          "mmioSetInfo function: without MMIO_DIRTY the buffer is not flushed to disk",
          "discards the changes, and reads the file's bytes again",
          "The program would read bytes that are not in the file.",
          WriteRows::changesDiscarded)),
  STALE_INFO_REFUSED(
      new Row(
          "lBufOffset is not the buffer's in mmioSetInfo, or in mmioAdvance to write or with"
              + " MMIO_DIRTY",
          "mmioSetInfo moves the buffer's content there; mmioAdvance ignores it",
          "mmioSetInfo function: takes a structure that mmioGetInfo has filled in",
          "MMSYSERR_INVALPARAM: the buffer has moved since mmioGetInfo",
          "Bytes would go to the wrong place in the file.",
          WriteRows::staleInfoRefused));

  private final Row row;

  BufferDifference(Row row) {
    this.row = row;
  }

  @Override
  public Row row() {
    return row;
  }
}
