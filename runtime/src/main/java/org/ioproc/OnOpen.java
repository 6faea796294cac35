package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that opens a file: {@code F name(MmioName name)}, or {@code F name(OpenRequest
 * request)} if it needs more than the name. Every procedure must have one.
 *
 * <pre>{@code
 * @IoProc("DIR ")
 * public final class DirIoProc {
 *   @OnOpen
 *   Path open(MmioName name) throws IOException {
 *     return name.containerPath().resolve(name.element());
 *   }
 * }
 * }</pre>
 *
 * <pre>{@code
 * // a.web+page.html is page.html on a server; programs read it while it is loaded.
 * @IoProc("WEB ")
 * public final class WebIoProc {
 *   @OnOpen
 *   InputStream open(MmioName name) throws IOException {
 *     return URI.create("https://www.example.com/" + name.element()).toURL().openStream();
 *   }
 * }
 * }</pre>
 *
 * <p>Result: the open file. Its declared type decides what the library does with it, and which
 * handlers the procedure needs. The first row that fits counts:
 *
 * <table>
 * <caption>Types of files</caption>
 * <tr><th>type</th><th>what the library does</th></tr>
 * <tr><td>{@link java.nio.channels.SeekableByteChannel}</td><td>reads, writes, seeks, closes</td></tr>
 * <tr><td>{@link java.nio.file.Path}</td><td>opens it as the program asked, with {@link OpenRequest#options()}, and does the
 * same; a relative path begins in the process's current folder</td></tr>
 * <tr><td>{@link java.nio.ByteBuffer}, {@code byte[]}</td><td>reads from the buffer's position to its limit, and seeks;
 * the file is read-only</td></tr>
 * <tr><td>{@link java.io.InputStream}</td><td>reads, seeks, closes; the file is read-only</td></tr>
 * <tr><td>any other</td><td>calls {@link OnRead}, {@link OnWrite}, {@link OnSize}, {@link OnFlush}, {@link OnClose}; one of
 * the first two is required</td></tr>
 * </table>
 *
 * <p>Parameter: an {@link MmioName}, or an {@link OpenRequest} for methods that depend on how the
 * program opens the file, on a name without a {@code +}, or on the words that the program passes.
 * The request must not be used after the method has returned.
 *
 * <p>Writing: a program that wants to write or to create a file is refused with {@link
 * MmioError#ACCESS_DENIED}, before the method is called, where the method could not know of it or
 * the file cannot be written:
 *
 * <table>
 * <caption>What programs may do</caption>
 * <tr><th>type</th><th>opened by an {@code MmioName}</th><th>opened by an {@code OpenRequest}</th></tr>
 * <tr><td>{@code SeekableByteChannel}</td><td>read</td><td>whatever the method allows</td></tr>
 * <tr><td>{@code Path}</td><td>read, write, create</td><td>whatever the method allows</td></tr>
 * <tr><td>{@code ByteBuffer}, {@code byte[]}, {@code InputStream}</td><td>read</td><td>read</td></tr>
 * <tr><td>any other, with {@link OnWrite}</td><td>read, write</td><td>whatever the method allows</td></tr>
 * <tr><td>any other, without {@link OnWrite}</td><td>read</td><td>whatever the method allows</td></tr>
 * </table>
 *
 * <p>Streams: an {@code InputStream} is read as far as a program needs it, and not further. What
 * was read is kept, so that the program can go back: the first 1 MiB of each file in memory, the
 * rest in a temporary file that only its owner can use and that is deleted when the file is closed.
 * Seeking from the end reads the whole stream. A stream of more than 2147483647 bytes fails where
 * mmio's positions end. A stream that has failed is not read again; the bytes before the failure
 * stay readable. The library closes the stream with the file.
 *
 * <p>The method is also called when a program asks whether a file exists ({@code MMIO_EXIST}); the
 * file is then closed at once. To delete a file, {@link OnDelete} is called instead.
 *
 * <p>Threads: the method runs on the thread that opens the file, which Java need not have created,
 * and at the same time for several files.
 *
 * <p>Errors: whatever the method throws becomes the error code that the program gets from {@code
 * mmioOpen} in {@code MMIOINFO.wErrorRet}. The code is
 *
 * <ul>
 *   <li>that of an {@link MmioException};
 *   <li>for any other exception that of its class or nearest superclass in the table below;
 *   <li>otherwise that of the first cause that has a code: an {@link java.io.UncheckedIOException}
 *       counts as what it wraps;
 *   <li>otherwise, and for a null result, {@link MmioError#CANNOT_OPEN}.
 * </ul>
 *
 * <p>{@link OnDelete} and {@link OnRename} have the same codes, and so has {@link OnClose} except
 * for the last, which is {@link MmioError#CANNOT_CLOSE} there.
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
 * <p>The system logger {@code org.ioproc} logs an exception about files in one line at DEBUG,
 * because programs open files to find out whether they can. Any other exception is a fault of the
 * procedure and is logged at WARNING with its stack trace.
 *
 * <p>Source: Microsoft, "MMIOM_OPEN message" and "mmioOpen function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnOpen {}
