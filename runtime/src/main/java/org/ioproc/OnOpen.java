package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that opens a file: {@code F name(OpenRequest request)}. Every procedure must
 * have one.
 *
 * <pre>{@code
 * @IoProc("DIR ")
 * public final class DirIoProc {
 *   @OnOpen
 *   SeekableByteChannel open(OpenRequest request) throws IOException {
 *     MmioName name = MmioName.of(request.rawName());
 *     if (request.writes()) {
 *       throw new MmioException(MmioError.ACCESS_DENIED, name + " can only be read.");
 *     }
 *     return Files.newByteChannel(name.containerPath().resolve(name.element()));
 *   }
 * }
 * }</pre>
 *
 * <p>Parameter: the request has the file's name, how the program wants to use the file, and what
 * else it passed along. It is valid until the method returns.
 *
 * <p>Result: the open file. Its type decides which handlers the procedure needs:
 *
 * <table>
 * <caption>Types of files</caption>
 * <tr><th>type</th><th>what the library does</th></tr>
 * <tr><td>{@link java.nio.channels.SeekableByteChannel}</td><td>reads, writes, seeks, closes</td></tr>
 * <tr><td>{@link java.nio.file.Path}</td><td>the same; opens it with {@link OpenRequest#options()}; a relative one begins in
 * the process's current folder</td></tr>
 * <tr><td>{@link java.nio.ByteBuffer}, {@code byte[]}</td><td>reads from the buffer's position to its limit, and seeks;
 * refuses to open the file for writing</td></tr>
 * <tr><td>any other</td><td>calls {@link OnRead}, {@link OnWrite}, {@link OnSize}, {@link OnFlush}, {@link OnClose}; one of
 * the first two is required</td></tr>
 * </table>
 *
 * <p>The method is also called when a program asks whether a file exists ({@code MMIO_EXIST}); the
 * file is then closed at once. It is not called to delete a file, which is what {@link OnDelete} is
 * for.
 *
 * <p>Threads: the method runs on the thread that opens the file, which Java need not have created,
 * and at the same time for several files.
 *
 * <p>Errors: whatever the method throws becomes the error code that the program gets from {@code
 * mmioOpen}, in {@code MMIOINFO.wErrorRet}; null as a result is {@link MmioError#CANNOT_OPEN}. An
 * {@link MmioException} has its own code. Any other exception has that of its class, or of the
 * class that it extends, in the table below; if there is none, the first of its causes that has a
 * code decides, so an {@link java.io.UncheckedIOException} counts as what it wraps. All others are
 * {@link MmioError#CANNOT_OPEN}. The same codes are those of {@link OnClose} (for all others:
 * {@link MmioError#CANNOT_CLOSE}), {@link OnDelete} and {@link OnRename}.
 *
 * <table>
 * <caption>Exceptions and their codes</caption>
 * <tr><th>exception</th><th>code</th></tr>
 * <tr><td>{@link java.nio.file.NoSuchFileException}</td><td>{@link MmioError#FILE_NOT_FOUND}</td></tr>
 * <tr><td>{@link java.io.FileNotFoundException}</td><td>{@link MmioError#FILE_NOT_FOUND}</td></tr>
 * <tr><td>{@link java.nio.file.InvalidPathException}</td><td>{@link MmioError#FILE_NOT_FOUND}</td></tr>
 * <tr><td>{@link java.nio.file.FileSystemNotFoundException}</td><td>{@link MmioError#FILE_NOT_FOUND}</td></tr>
 * <tr><td>{@link java.nio.file.NotDirectoryException}</td><td>{@link MmioError#PATH_NOT_FOUND}</td></tr>
 * <tr><td>{@link java.nio.file.FileSystemLoopException}</td><td>{@link MmioError#PATH_NOT_FOUND}</td></tr>
 * <tr><td>{@link java.nio.file.AccessDeniedException}</td><td>{@link MmioError#ACCESS_DENIED}</td></tr>
 * <tr><td>{@link java.nio.file.FileAlreadyExistsException}</td><td>{@link MmioError#ACCESS_DENIED}</td></tr>
 * <tr><td>{@link java.nio.file.DirectoryNotEmptyException}</td><td>{@link MmioError#ACCESS_DENIED}</td></tr>
 * <tr><td>{@link java.nio.file.ReadOnlyFileSystemException}</td><td>{@link MmioError#ACCESS_DENIED}</td></tr>
 * <tr><td>{@link java.nio.channels.NonReadableChannelException}</td><td>{@link MmioError#ACCESS_DENIED}</td></tr>
 * <tr><td>{@link java.nio.channels.NonWritableChannelException}</td><td>{@link MmioError#ACCESS_DENIED}</td></tr>
 * <tr><td>{@link java.lang.SecurityException}</td><td>{@link MmioError#ACCESS_DENIED}</td></tr>
 * <tr><td>{@link java.nio.channels.OverlappingFileLockException}</td><td>{@link MmioError#SHARING_VIOLATION}</td></tr>
 * <tr><td>{@link java.net.UnknownHostException}</td><td>{@link MmioError#NETWORK_ERROR}</td></tr>
 * <tr><td>{@link java.nio.channels.UnresolvedAddressException}</td><td>{@link MmioError#NETWORK_ERROR}</td></tr>
 * <tr><td>{@link java.net.SocketException}</td><td>{@link MmioError#NETWORK_ERROR}</td></tr>
 * <tr><td>{@link java.net.SocketTimeoutException}</td><td>{@link MmioError#NETWORK_ERROR}</td></tr>
 * <tr><td>{@link javax.net.ssl.SSLException}</td><td>{@link MmioError#NETWORK_ERROR}</td></tr>
 * <tr><td>{@link java.util.zip.ZipException}</td><td>{@link MmioError#INVALID_FILE}</td></tr>
 * <tr><td>{@link java.util.zip.DataFormatException}</td><td>{@link MmioError#INVALID_FILE}</td></tr>
 * <tr><td>{@link java.io.StreamCorruptedException}</td><td>{@link MmioError#INVALID_FILE}</td></tr>
 * <tr><td>{@link java.io.EOFException}</td><td>{@link MmioError#INVALID_FILE}</td></tr>
 * <tr><td>{@link java.lang.OutOfMemoryError}</td><td>{@link MmioError#OUT_OF_MEMORY}</td></tr>
 * </table>
 *
 * <p>The system logger {@code org.ioproc} gets an exception that answers the program, as those
 * about files do, in one line at level DEBUG. Any other is a fault of the procedure: it is logged
 * at level WARNING, with its stack trace.
 *
 * <p>Source: Microsoft, "MMIOM_OPEN message" and "mmioOpen function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnOpen {}
