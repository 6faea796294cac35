package org.ioproc.samples.zip;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;
import org.ioproc.samples.Containers;

/**
 * Reads files in ZIP archives: {@code music.zip+track.wav}. Archives may be nested, as in {@code
 * albums.zip+music.zip+track.wav}, up to 32 deep. Entries may be stored or deflated.
 *
 * <p><b>Names.</b> A program opens an entry by the name that people see. Both slashes work; upper
 * and lower case differ. If several entries have the name, the last one is opened. Names may
 * contain a {@code +}: the longest part of the request that is a file is the archive, and the
 * longest entry name that matches the rest is the entry. (mmio splits names at the last {@code +},
 * so a program can open {@code music.zip+Drum+Bass.wav} only if it selects the procedure by code or
 * address.)
 *
 * <p><b>Open files.</b> Each open file holds the archive open until it is closed; an archive that
 * no file uses can be replaced or deleted. Only directories are cached.
 *
 * <p><b>Errors.</b> {@link MmioError#FILE_NOT_FOUND} if there is no such archive or entry; {@link
 * MmioError#ACCESS_DENIED} if the program wants to write; {@link MmioError#INVALID_FILE} if the
 * archive is damaged, or the entry is encrypted or uses another compression method. If the content
 * of an entry is damaged, reading fails where the damage is found.
 */
@IoProc("ZIP ")
public final class ZipIoProc {

  private static final int MAX_DEPTH = 32;

  private final ZipDirectories directories = new ZipDirectories();

  @OnOpen
  SeekableByteChannel open(OpenRequest request) throws IOException {
    if (request.writes()) {
      throw new MmioException(
          MmioError.ACCESS_DENIED, "ZIP archives are read-only; the program asked to write.");
    }
    MmioName name = Containers.split(request.rawName(), Files::isRegularFile);
    Path path = name.containerPath();
    requireArchive(path);
    ZipDirectory.Match match = directories.of(path).match(name.element());
    return open(FileChannel.open(path), match, 1);
  }

  /**
   * Opens an entry. If the name continues, the entry is an archive, and an entry in it is opened.
   *
   * @param archive the archive; the returned channel closes it, or this method if it fails
   * @param match the entry, and the rest of the name
   * @param depth how many archives contain the entry
   */
  private static SeekableByteChannel open(
      SeekableByteChannel archive, ZipDirectory.Match match, int depth) throws IOException {
    SeekableByteChannel content = match.entry().open(archive);
    return match.rest().isEmpty()
        ? content
        : open(content, nested(content, match.entry(), match.rest().get(), depth), depth + 1);
  }

  /**
   * Reads a nested archive's directory, through the channel that its entry is read through later.
   */
  private static ZipDirectory.Match nested(
      SeekableByteChannel archive, ZipEntryInfo entry, String path, int depth) throws IOException {
    try {
      if (depth == MAX_DEPTH) {
        throw new MmioException(
            MmioError.INVALID_FILE,
            "Archives can be read up to "
                + MAX_DEPTH
                + " deep; "
                + entry.name()
                + " is deeper. Extract an outer archive first.");
      }
      return ZipDirectory.read(entry.name(), archive).match(path);
    } catch (Throwable failure) {
      archive.close();
      throw failure;
    }
  }

  private static void requireArchive(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new MmioException(MmioError.FILE_NOT_FOUND, "There is no archive " + path + ".");
    }
    if (!Files.isRegularFile(path)) {
      String kind = Files.isDirectory(path) ? "a folder" : "a pipe, a socket or a device";
      throw new MmioException(MmioError.INVALID_FILE, path + " is " + kind + ", not an archive.");
    }
  }
}
