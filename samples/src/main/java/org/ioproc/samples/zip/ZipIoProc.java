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
 * A file in a ZIP archive, for reading: {@code music.zip+track.wav}, or in an archive that is in an
 * archive, {@code albums.zip+music.zip+track.wav}, at most 32 deep. Entries may be stored or
 * deflated.
 *
 * <p>An entry is opened by the name that a person sees, with either slash; upper and lower case
 * differ. Of entries with equal names the last one counts. A name may hold a {@code +}: the longest
 * part of the request that is a file is the archive, and the longest name of an entry that fits
 * what follows is the entry's. (mmio itself splits names at the last {@code +}, so that programs
 * reach {@code music.zip+Drum+Bass.wav} only if they choose the procedure by its code or address.)
 *
 * <p>Each open file has the archive open by itself and lets go of it when it is closed, so an
 * archive that nobody reads can be replaced or deleted. Only its directory is remembered.
 *
 * <p>Errors: {@link MmioError#FILE_NOT_FOUND} if there is no such archive or entry, {@link
 * MmioError#ACCESS_DENIED} for writing, {@link MmioError#INVALID_FILE} if the archive is damaged or
 * the entry encrypted or compressed in another way. Damage inside an entry is found where it is
 * read: then reading fails.
 */
@IoProc("ZIP ")
public final class ZipIoProc {

  private static final int DEEPEST = 32;

  private final ZipDirectories directories = new ZipDirectories();

  @OnOpen
  SeekableByteChannel open(OpenRequest request) throws IOException {
    if (request.writes()) {
      throw new MmioException(
          MmioError.ACCESS_DENIED, "Entries of a ZIP archive can only be read.");
    }
    MmioName name = Containers.split(request.rawName(), Files::isRegularFile);
    Path path = name.containerPath();
    requireArchive(path);
    ZipDirectory.Match match = directories.of(path).match(name.element());
    return open(FileChannel.open(path), match, 1);
  }

  /**
   * Opens an element.
   *
   * @param archive what holds it; it is closed together with the element, or at once on failure
   * @param match where it is in there
   * @param depth how many archives it is in
   */
  private static SeekableByteChannel open(
      SeekableByteChannel archive, ZipDirectory.Match match, int depth) throws IOException {
    SeekableByteChannel content = match.entry().open(archive);
    return match.rest().isEmpty()
        ? content
        : open(content, nested(content, match.entry(), match.rest().get(), depth), depth + 1);
  }

  /** An archive is opened once: its directory is read, and then its entry, by the same channel. */
  private static ZipDirectory.Match nested(
      SeekableByteChannel archive, ZipEntryInfo entry, String path, int depth) throws IOException {
    try {
      if (depth == DEEPEST) {
        throw new MmioException(
            MmioError.INVALID_FILE,
            "Archives can be read up to "
                + DEEPEST
                + " deep; "
                + entry.name()
                + " is deeper. Unpack an outer one first.");
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
