package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that opens a file: {@code F name(MmioName name)}, or {@code F name(OpenRequest
 * request)} if it needs more than the name. Every procedure must have exactly one such method.
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
 * // a.web+page.html is page.html on a server. Programs read it while Java loads it.
 * @IoProc("WEB ")
 * public final class WebIoProc {
 *   @OnOpen
 *   InputStream open(MmioName name) throws IOException {
 *     return URI.create("https://www.example.com/" + name.element()).toURL().openStream();
 *   }
 * }
 * }</pre>
 *
 * <p>Result: the open file. The method's declared return type decides what the library does with
 * the file, and which handlers the procedure needs. The first matching row applies:
 *
 * <table>
 * <caption>Types of files</caption>
 * <tr><th>type</th><th>what the library does</th></tr>
 * <tr><td>{@link java.nio.channels.SeekableByteChannel}</td><td>reads, writes, seeks, closes</td></tr>
 * <tr><td>{@link java.nio.file.Path}</td><td>opens it with {@link OpenRequest#options()}, as the program asked, and then does
 * the same; a relative path begins in the process's current folder; a folder is refused</td></tr>
 * <tr><td>{@link java.nio.ByteBuffer}, {@code byte[]}</td><td>reads from the buffer's position to its limit, and seeks;
 * the file is read-only</td></tr>
 * <tr><td>{@link java.io.InputStream}</td><td>reads, seeks, closes; the file is read-only</td></tr>
 * <tr><td>any other (a custom type)</td><td>calls {@link OnRead}, {@link OnWrite}, {@link OnSize}, {@link OnFlush}, {@link OnClose};
 * one of the first two is required</td></tr>
 * </table>
 *
 * <p>Parameter: an {@link MmioName}, or an {@link OpenRequest} if the method needs to know how the
 * program opens the file, or needs the words that the program passes in {@code adwInfo}. A program
 * that chooses the procedure by its code or address may pass a name without a {@code +}. A method
 * that takes an {@code OpenRequest} can open such a file; with one that takes an {@code MmioName},
 * the program gets {@link MmioError#FILE_NOT_FOUND}. The method must not use the request after it
 * has returned.
 *
 * <p>Writing: if a program wants to write or create a file, and the method cannot know this or the
 * library cannot write such a file, the program gets {@link MmioError#ACCESS_DENIED}, and the
 * method is not called:
 *
 * <table>
 * <caption>What programs may do</caption>
 * <tr><th>type</th><th>the method takes an {@code MmioName}</th><th>the method takes an {@code OpenRequest}</th></tr>
 * <tr><td>{@code SeekableByteChannel}</td><td>read</td><td>what the method allows</td></tr>
 * <tr><td>{@code Path}</td><td>read, write, create</td><td>what the method allows</td></tr>
 * <tr><td>{@code ByteBuffer}, {@code byte[]}, {@code InputStream}</td><td>read</td><td>read</td></tr>
 * <tr><td>a custom type, with {@link OnWrite}</td><td>read, write</td><td>what the method allows</td></tr>
 * <tr><td>a custom type, without {@link OnWrite}</td><td>read</td><td>what the method allows</td></tr>
 * </table>
 *
 * <p>Streams: the library reads an {@code InputStream} only as far as a program needs it. It keeps
 * the bytes, so that the program can seek back: the first 1 MiB of each file in memory, and the
 * rest in a temporary file that only its owner can use and that is deleted when the file is closed.
 * Seeking from the end reads the whole stream. A stream of more than 2147483647 bytes fails where
 * mmio's positions end. If a stream fails, the library does not read it again. Reads that reach the
 * failure then fail, and reads that end before it still succeed. The library closes the stream with
 * the file.
 *
 * <p>The library also calls the method when a program asks whether a file exists ({@code
 * MMIO_EXIST}), and then closes the file at once. To delete a file, it calls {@link OnDelete}
 * instead.
 *
 * <p>Threads: the method runs on the thread that opens the file, which may be a thread that Java
 * did not create. It may run for several files at the same time.
 *
 * <p>Errors: an exception becomes the error code that the program gets from {@code mmioOpen} in
 * {@code MMIOINFO.wErrorRet}. The code is
 *
 * <ul>
 *   <li>that of an {@link MmioException};
 *   <li>for any other exception, that of its class or nearest superclass in the table below;
 *   <li>for any other {@link java.nio.file.FileSystemException}, that of a well-known reason, such
 *       as {@code Too many open files};
 *   <li>otherwise, that of the first cause that has a code, so that an {@link
 *       java.io.UncheckedIOException} counts as the exception that it wraps;
 *   <li>otherwise, and for a null result, {@link MmioError#CANNOT_OPEN}.
 * </ul>
 *
 * <p>The same holds for {@link OnDelete}, {@link OnRename} and {@link OnClose}, except that the
 * last code is {@link MmioError#CANNOT_CLOSE} for {@link OnClose}.
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
 * <tr><td>{@code java.net.http.HttpTimeoutException}</td><td>{@link MmioError#NETWORK_ERROR}</td></tr>
 * <tr><td>{@link java.util.zip.ZipException}</td><td>{@link MmioError#INVALID_FILE}</td></tr>
 * <tr><td>{@link java.util.zip.DataFormatException}</td><td>{@link MmioError#INVALID_FILE}</td></tr>
 * <tr><td>{@link java.io.StreamCorruptedException}</td><td>{@link MmioError#INVALID_FILE}</td></tr>
 * <tr><td>{@link java.io.EOFException}</td><td>{@link MmioError#INVALID_FILE}</td></tr>
 * <tr><td>{@link java.lang.OutOfMemoryError}</td><td>{@link MmioError#OUT_OF_MEMORY}</td></tr>
 * </table>
 *
 * <p>The system logger {@code org.ioproc} logs an {@link java.io.IOException} or an exception in
 * the table in one line at DEBUG, because programs open files to find out whether they can. Any
 * other exception and every {@link Error} is a fault of the procedure, and is logged with its stack
 * trace: an exception at WARNING, an {@code Error} at ERROR.
 *
 * <p>Source: Microsoft, "MMIOM_OPEN message" and "mmioOpen function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnOpen {}
