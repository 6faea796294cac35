package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that opens a file: {@code F name(OpenRequest request)}. Every procedure has one.
 *
 * <p>What {@code F} is decides what else there is to write. For a {@link
 * java.nio.channels.SeekableByteChannel}, a {@link java.nio.file.Path} (opened with the options of
 * the request), a {@link java.nio.ByteBuffer} or a {@code byte[]} (both read-only) there is
 * nothing: reading, writing, seeking, size and closing follow. Any other type is the author's own,
 * and needs at least {@link OnRead} or {@link OnWrite}.
 *
 * <p>Errors: what it throws becomes the error code that {@code mmioOpen} reports; see {@link
 * MmioException}. Returning null is an error.
 *
 * <table>
 * <caption>Exceptions and their codes</caption>
 * <tr><th>exception<th>code
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
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnOpen {}
