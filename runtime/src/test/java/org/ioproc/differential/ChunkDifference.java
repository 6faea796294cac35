package org.ioproc.differential;

/** Differences in how chunks are found and created. */
enum ChunkDifference implements Difference {
  FAILED_DESCEND_REPORTED(
      new Row(
          "mmioDescend cannot seek to the next chunk, or into the one that it has found",
          "continues at the current position, or returns success",
          "mmioDescend function: returns an error if it is not successful",
          "MMIOERR_CHUNKNOTFOUND",
          "The program would mistake other bytes for a chunk.",
          ChunkRows::failedDescendReported)),
  SEARCH_STOPS_AT_PARENT_END(
      new Row(
          "mmioDescend reaches the end of the parent chunk",
          "continues past it",
          "mmioDescend function: MMIOERR_CHUNKNOTFOUND at the end of the parent chunk",
          "MMIOERR_CHUNKNOTFOUND",
          "The program would get a chunk from outside the parent.",
          ChunkRows::searchStopsAtParentEnd)),
  LARGE_PARENT_SEARCHED(
      new Row(
          "mmioDescend in a chunk that ends after 2^32",
          "computes an end before the beginning, and returns MMIOERR_CHUNKNOTFOUND",
          "mmioDescend function: searches to the end of the parent chunk",
          "finds the chunk",
          "A chunk's size may be any 32-bit number.",
          ChunkRows::largeParentSearched)),
  ODD_CHUNK_PADDED(
      new Row(
          "mmioAscend from a chunk that was created with its true, odd size",
          "writes no pad byte",
          "mmioAscend function: writes a pad byte if the chunk's size is odd",
          "writes a pad byte",
          "The next chunk would begin at an odd position.",
          ChunkRows::oddChunkPadded)),
  FAILED_ASCEND_REPORTED(
      new Row(
          "mmioAscend cannot write the size or the pad byte, or cannot seek to the chunk's end",
          "returns 0",
          "mmioAscend function: MMIOERR_CANNOTWRITE or MMIOERR_CANNOTSEEK",
          "MMIOERR_CANNOTWRITE or MMIOERR_CANNOTSEEK",
          "The program would leave an incomplete chunk without an error.",
          ChunkRows::failedAscendReported)),
  UNKNOWN_POSITION_REPORTED(
      new Row(
          "mmioCreateChunk cannot determine the position",
          "writes the header",
          "mmioCreateChunk function: MMIOERR_CANNOTSEEK if it cannot determine the data's offset",
          "MMIOERR_CANNOTSEEK",
          "The chunk's dwDataOffset would be wrong.",
          ChunkRows::unknownPositionReported));

  private final Row row;

  ChunkDifference(Row row) {
    this.row = row;
  }

  @Override
  public Row row() {
    return row;
  }
}
