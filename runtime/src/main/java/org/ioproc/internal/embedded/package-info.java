/**
 * The multimedia file manager itself, in Java: what makes a procedure usable, testable and
 * debuggable where there is no winmm.
 *
 * <p>One class has one concept: {@link org.ioproc.internal.embedded.Procedures} the installed
 * procedures and the choice by name, {@link org.ioproc.internal.embedded.ManagedFile} an open file,
 * {@link org.ioproc.internal.embedded.Unbuffered}, {@link org.ioproc.internal.embedded.Buffer} and
 * {@link org.ioproc.internal.embedded.MemoryFile} what its requests do, {@link
 * org.ioproc.internal.embedded.Window} what is in its buffer, {@link
 * org.ioproc.internal.embedded.BufferTransfer} what the buffer and the procedure send each other,
 * {@link org.ioproc.internal.embedded.ChunkWalker} its chunks, {@link
 * org.ioproc.internal.embedded.DosProcedure} and {@link org.ioproc.internal.embedded.MemProcedure}
 * the two procedures that are always there.
 *
 * <p>It follows winmm in names, order of messages, counts, errors and what {@code mmioGetInfo}
 * shows. Where winmm as Wine 8.0 has it loses data, hides an error or damages memory, it follows
 * Microsoft's documentation. These are all the differences; tests compare the two on random
 * programs and know no others:
 *
 * <table>
 * <caption>When the two differ, and the pages of Microsoft's that are followed</caption>
 * <tr><th>row<th>when<th>winmm, as Wine 8.0 has it<th>here<th>source
 * <tr><td>SHOWN_PROCEDURE<td>mmioGetInfo, pIOProc<td>always NULL<td>the procedure's address<td>MMIOINFO structure
 * <tr><td>OWN_WORDS<td>mmioGetInfo, adwInfo[0] of ordinary files and of files in memory<td>a file handle; -1<td>the number of the file; the step that memory grows by<td>MMIOINFO structure
 * <tr><td>READ_BACK<td>mmioRead or mmioDescend right behind what was written and is still in the buffer<td>copies from behind the buffer's content, and behind its end: not run there<td>fills the buffer first<td>mmioRead function
 * <tr><td>TOLD_WRITE<td>SEEK or WRITE fails, or WRITE is short, when the buffer is written out<td>success, and the bytes are gone<td>the function's error, unless mmioWrite found room for some or mmioSeek stays in the buffer; they stay to be written<td>mmioFlush function
 * <tr><td>TOLD_READ<td>READ fails when the buffer is filled<td>is tried again, then counts as the file's end<td>the function's error, and the position stays<td>mmioRead function
 * <tr><td>FLUSHED_REFILL<td>mmioRead or mmioDescend fills a buffer in which something is to be written<td>fills it, and that is gone<td>writes it out first, or reads it there<td>mmioRead function
 * <tr><td>WHOLE_FLUSH<td>the buffer is written out while the position is before the end of what was written<td>only up to the position<td>all of it<td>mmioFlush function
 * <tr><td>FLUSHED_END<td>mmioSeek from the end while something is to be written<td>SEEK, then writes it out: the end without it<td>writes it out, then SEEK<td>mmioSeek function
 * <tr><td>REFUSED_END<td>mmioSeek from the end of a buffered file, and the procedure does not go there<td>its -1 is taken for a position: another SEEK<td>-1<td>mmioSeek function
 * <tr><td>KNOWN_BYTES<td>something is written, or put into the buffer, behind what is known of its content<td>is written out with what the buffer happens to hold between<td>what is known is written out, and what is between is not<td>mmioSeek function
 * <tr><td>KEPT_POSITION<td>mmioSetBuffer, MMIO_EMPTYBUF or mmioAdvance to write, off the place where the procedure is<td>the position goes there, or for MMIO_EMPTYBUF to the buffer's beginning<td>the position stays<td>mmioSetBuffer function
 * <tr><td>REFILLED_IN_PLACE<td>the buffer is filled after the procedure was sent elsewhere, as by mmioFlush, or after mmioSetInfo has changed pchNext or pchEndRead<td>READ where the procedure is<td>SEEK back to the position first, or reads what is there<td>mmioRead function
 * <tr><td>ADVANCED_DIRTY<td>mmioAdvance to read, with MMIO_DIRTY in what the program passes<td>what the program has put into the buffer is gone<td>is written out first<td>mmioAdvance function
 * <tr><td>NO_BYTES<td>the program's own buffer has 0 bytes<td>8192 bytes of it with MMIO_ALLOCBUF; without, mmioRead ends the process, and mmioSeek is no SEEK<td>none of it is used, as if there were no buffer<td>mmioOpen function
 * <tr><td>NEGATIVE_SIZE<td>cchBuffer is negative<td>taken, if the program gives a buffer; if not, mmioSetBuffer fails and leaves none<td>MMIOERR_OUTOFMEMORY, and an open file keeps its buffer<td>mmioSetBuffer function
 * <tr><td>DOS_ASKED<td>mmioSeek from the end of an ordinary file leads into the buffer<td>lDiskOffset stays: the end is known from when it was opened<td>lDiskOffset is where the procedure was sent to find the end<td>mmioSeek function
 * <tr><td>DOS_WRITE_ONLY<td>mmioRead of an ordinary file without a buffer that was opened to be written only<td>-1, and lDiskOffset falls by one<td>-1, and lDiskOffset stays<td>mmioRead function
 * <tr><td>GIVEN_UP<td>mmioSetInfo takes MMIO_DIRTY away<td>what was to be written can still be read<td>it is given up, and read again from the file<td>mmioSetInfo function
 * <tr><td>ELSEWHERE<td>mmioSetInfo, or mmioAdvance to write or with MMIO_DIRTY, with another lBufOffset than the buffer's<td>the buffer's content belongs there from then on; mmioAdvance does not look at it<td>MMSYSERR_INVALPARAM: the buffer has moved since<td>MMIOINFO structure
 * <tr><td>DOS_SIZE<td>mmioSeek from the end of an ordinary file that has another size than when it was opened<td>from the end of that time<td>from the end of now<td>mmioSeek function
 * <tr><td>DOS_NOTHING<td>no bytes are written to an ordinary file<td>the file ends there from then on<td>nothing<td>mmioWrite function
 * <tr><td>TOLD_DESCEND<td>mmioDescend cannot go to the next chunk, or into the one that it has found<td>goes on from where it is, or has found it<td>MMIOERR_CHUNKNOTFOUND<td>mmioDescend function
 * <tr><td>PARENTS_END<td>mmioDescend comes to the end of the parent chunk in its search<td>goes on behind it<td>MMIOERR_CHUNKNOTFOUND<td>mmioDescend function
 * <tr><td>PARENTS_SIZE<td>mmioDescend in a chunk that ends behind 2^32<td>it ends before it begins: MMIOERR_CHUNKNOTFOUND<td>is found<td>mmioDescend function
 * <tr><td>PADDED<td>mmioAscend from a chunk that was made with its true, odd size<td>no pad byte is written<td>a pad byte is written<td>mmioAscend function
 * <tr><td>TOLD_ASCEND<td>mmioAscend cannot write the size or the pad byte, or reach the chunk's end<td>0<td>MMIOERR_CANNOTWRITE, MMIOERR_CANNOTSEEK<td>mmioAscend function
 * <tr><td>TOLD_CREATE<td>mmioCreateChunk does not learn the position<td>writes the header<td>MMIOERR_CANNOTSEEK<td>mmioCreateChunk function
 * <tr><td>NO_SUCH_FILE<td>mmioSeek, mmioAscend or mmioCreateChunk with a handle that is none<td>MMSYSERR_INVALHANDLE as the position; 0; the error, after filling in the chunk<td>-1; MMIOERR_CANNOTSEEK; the error, and the chunk stays<td>mmioSeek function
 * <tr><td>MEM_ADVANCE<td>mmioAdvance of a file in memory<td>the beginning, and nothing to read; to read, also no seeking any more<td>to read, the end; to write, memory grows or MMIOERR_CANNOTEXPAND<td>mmioAdvance function
 * <tr><td>MEM_NO_BYTES<td>mmioSeek in a file in memory of 0 bytes<td>leads anywhere, and mmioRead reads there<td>leads to 0 alone<td>mmioSeek function
 * <tr><td>MEM_BUFFER<td>mmioSetBuffer of a file in memory<td>the new memory is the file, which is empty<td>MMSYSERR_INVALPARAM: its memory is the file<td>mmioSetBuffer function
 * <tr><td>MEM_TOLD<td>mmioSetInfo of a file in memory, with pchEndWrite or a dirty pchNext inside of it<td>pchEndRead and pchEndWrite as they are given<td>what is written can be read, and pchEndWrite stays the end of the memory<td>mmioSetInfo function
 * <tr><td>MEM_GROWS<td>a write reaches the end of a file in memory<td>goes on at the beginning<td>memory grows by steps of adwInfo[0] bytes, or takes what there is room for<td>MMIOINFO structure
 * <tr><td>MEM_KEEPS<td>a write behind pchEndRead of a file in memory, and mmioSeek from the end after it<td>pchEndRead stays, and the end is the memory's<td>pchEndRead is behind what was written, and the end is there<td>mmioOpen function
 * <tr><td>NAMED_CODE<td>fccIOProc of an ordinary file whose name has an extension that no procedure is installed for<td>the extension<td>DOS<td>MMIOINFO structure
 * <tr><td>GIVEN_CODE<td>mmioOpen with both a pIOProc and an fccIOProc<td>MMIOINFO has the code, and the procedure is found under it while the file is open<td>MMIOINFO has no code, and the procedure is for this file only<td>MMIOINFO structure
 * <tr><td>UNKNOWN_CODE<td>mmioOpen with an fccIOProc that no procedure is installed under<td>fails, and wErrorRet stays<td>MMIOERR_CANNOTOPEN<td>mmioOpen function
 * <tr><td>NO_NAME<td>mmioOpen without a name and without a procedure<td>a handle without a file<td>MMIOERR_FILENOTFOUND<td>mmioOpen function
 * <tr><td>REFUSED<td>a procedure that is installed as DOS does not open a file<td>it gets three SEEKs<td>it gets nothing more<td>mmioOpen function
 * <tr><td>SENT_EXIST<td>mmioOpen with MMIO_EXIST<td>looks on the disk, whatever the procedure is, and wErrorRet stays<td>opens the file by its procedure and closes it, or the error code<td>mmioOpen function
 * <tr><td>DELETED<td>mmioOpen with MMIO_DELETE<td>a handle, and an ordinary file is still there<td>TRUE, and the file is gone<td>mmioOpen function
 * <tr><td>DOS_ERRORS<td>an ordinary file cannot be opened, deleted or renamed<td>MMIOERR_FILENOTFOUND<td>the code for a folder that is missing, no access, sharing, or CANNOTOPEN<td>mmioOpen function
 * <tr><td>RENAMED_BY_NAME<td>mmioRename of a name with an extension that a procedure is installed for<td>an ordinary file, MMSYSERR_INVALPARAM, or the procedure of a file open by pIOProc<td>the procedure renames it<td>mmioRename function
 * <tr><td>LEFT_OPEN<td>mmioClose with MMIO_FHOPEN of an ordinary file that was opened by name<td>the file stays open in the process<td>the file is closed<td>mmioClose function
 * <tr><td>REMOVED_BY_CLOSE<td>a file that was opened by pIOProc is closed, while that procedure is installed<td>the procedure is not installed any more<td>it still is<td>mmioInstallIOProc function
 * </table>
 */
@NullMarked
package org.ioproc.internal.embedded;

import org.jspecify.annotations.NullMarked;
