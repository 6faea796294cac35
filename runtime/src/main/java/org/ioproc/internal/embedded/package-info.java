/**
 * The multimedia file manager itself, in Java: what makes a procedure usable, testable and
 * debuggable where there is no winmm.
 *
 * <p>One class has one concept: {@link org.ioproc.internal.embedded.Procedures} the installed
 * procedures and the choice by name, {@link org.ioproc.internal.embedded.OpenFile} an open file,
 * {@link org.ioproc.internal.embedded.Unbuffered}, {@link org.ioproc.internal.embedded.Buffer} and
 * {@link org.ioproc.internal.embedded.MemoryFile} what its requests do, {@link
 * org.ioproc.internal.embedded.Window} what is in its buffer, {@link
 * org.ioproc.internal.embedded.Exchange} what the buffer and the procedure send each other, {@link
 * org.ioproc.internal.embedded.ChunkWalker} its chunks, {@link
 * org.ioproc.internal.embedded.DosProcedure} and {@link org.ioproc.internal.embedded.MemProcedure}
 * the two procedures that are always there.
 *
 * <p>It follows winmm in names, order of messages, counts, errors and what {@code mmioGetInfo}
 * shows. Where winmm as Wine 8.0 has it loses data or hides an error, it follows Microsoft's
 * documentation; random programs find no other difference than these:
 *
 * <table>
 * <caption>Differences from Wine 8.0, and the pages of Microsoft's that are followed</caption>
 * <tr><td>SHOWN_PROCEDURE<td>mmioGetInfo shows the procedure's address<td>MMIOINFO structure
 * <tr><td>OWN_WORDS<td>adwInfo[0] of ordinary files and of memory is their procedures' own<td>MMIOINFO structure
 * <tr><td>TOLD_WRITE<td>what cannot be written fails the call and stays to be written<td>mmioFlush function
 * <tr><td>TOLD_READ<td>a failure of READ fails the call and leaves the position<td>mmioRead function
 * <tr><td>FLUSHED_REFILL<td>what was written is written out before the buffer is filled anew<td>mmioRead function
 * <tr><td>WHOLE_FLUSH<td>all that was written is written out, wherever in the buffer the position is<td>mmioFlush function
 * <tr><td>FLUSHED_END<td>the file's end counts what is still in the buffer<td>mmioSeek function
 * <tr><td>KNOWN_BYTES<td>bytes of the buffer that nobody has read or written are not the file's<td>mmioSeek function
 * <tr><td>KEPT_POSITION<td>taking the buffer away, emptying it or passing it on leaves the position<td>mmioSetBuffer function
 * <tr><td>REFILLED_IN_PLACE<td>the buffer is filled from the position, wherever the procedure was sent meanwhile<td>mmioRead function
 * <tr><td>ADVANCED_DIRTY<td>what the program has put into the buffer is written before the buffer is filled<td>mmioAdvance function
 * <tr><td>DOS_SIZE<td>an ordinary file's size is what it is now, not what it was when it was opened<td>mmioSeek function
 * <tr><td>DOS_NOTHING<td>writing no bytes does not end an ordinary file where they would be<td>mmioWrite function
 * <tr><td>TOLD_DESCEND<td>mmioDescend ends where it cannot seek, and says so<td>mmioDescend function
 * <tr><td>PARENTS_END<td>a search ends with the parent chunk<td>mmioDescend function
 * <tr><td>PADDED<td>an odd chunk gets its pad byte also if its size was right from the start<td>mmioAscend function
 * <tr><td>TOLD_ASCEND<td>mmioAscend tells what it could not write or reach<td>mmioAscend function
 * <tr><td>TOLD_CREATE<td>mmioCreateChunk tells that it cannot find out the position, and writes nothing<td>mmioCreateChunk function
 * <tr><td>NO_SUCH_FILE<td>a handle that is none gives an error of the function's own kind<td>mmioSeek function
 * <tr><td>MEM_BUFFER<td>a file in memory is its buffer: advancing goes to its end, setting keeps it whole<td>mmioAdvance function
 * <tr><td>MEM_GROWS<td>memory grows by adwInfo[0], or takes what there is room for<td>MMIOINFO structure
 * <tr><td>MEM_KEEPS<td>what is written into memory can be read, and the end is behind it<td>mmioOpen function
 * </table>
 *
 * <p>Nor does it follow Wine in opening, deleting and renaming: {@code MMIO_DELETE} and {@code
 * MMIO_EXIST} reach a procedure and leave nothing open, an unknown {@code fccIOProc} is {@code
 * MMIOERR_CANNOTOPEN}, ordinary files have the error codes that "mmioOpen function" lists, and
 * {@code mmioRename} chooses a procedure as {@code mmioOpen} does.
 */
@NullMarked
package org.ioproc.internal.embedded;

import org.jspecify.annotations.NullMarked;
