package org.ioproc.samples;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ioproc.IoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/**
 * A file in a ZIP archive, for reading: {@code music.zip+track.wav}, or in an archive that is in an
 * archive, {@code albums.zip+music.zip+track.wav}. Entries may be stored or deflated.
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

  private final ZipDirectories directories = new ZipDirectories();

  @OnOpen
  SeekableByteChannel open(OpenRequest request) throws IOException {
    if (request.writes()) {
      throw new MmioException(
          MmioError.ACCESS_DENIED, "Entries of a ZIP archive can only be read.");
    }
    return open(MmioName.of(request.rawName()));
  }

  private SeekableByteChannel open(MmioName name) throws IOException {
    Path path = Path.of(name.container());
    Optional<MmioName> nested = MmioName.find(name.container());
    return nested.isPresent() && !Files.exists(path)
        ? openNested(name, nested.get())
        : openOnDisk(name, path);
  }

  private SeekableByteChannel openOnDisk(MmioName name, Path path) throws IOException {
    requireArchive(path);
    ZipEntryInfo entry = directories.of(path).entry(name.element());
    return entry.open(FileChannel.open(path));
  }

  private SeekableByteChannel openNested(MmioName name, MmioName archive) throws IOException {
    ZipEntryInfo entry = ZipDirectory.read(archive.element(), open(archive)).entry(name.element());
    return entry.open(open(archive));
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
