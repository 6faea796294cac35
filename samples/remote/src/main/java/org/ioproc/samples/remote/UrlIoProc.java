package org.ioproc.samples.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
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
 * Reads what is behind a web server: {@code songs.url+folder/track.wav}. {@code songs.url} is an
 * Internet shortcut, as Windows makes one when a link is dragged to a folder; the element is a file
 * below the shortcut's address. The server must support ranges, as all usual ones do for files.
 *
 * <p><b>Errors.</b> {@link MmioError#FILE_NOT_FOUND} if the shortcut or the file does not exist;
 * {@link MmioError#ACCESS_DENIED} if the server refuses, or the program wants to write; {@link
 * MmioError#INVALID_FILE} if the shortcut cannot be used; {@link MmioError#NETWORK_ERROR} if no
 * usable answer comes in time. Reading fails if the file is replaced on the server meanwhile.
 */
@IoProc("URL ")
public final class UrlIoProc {

  private final RemoteFiles files;

  /** Creates the procedure, which shares its cache with {@link S3IoProc}. */
  public UrlIoProc() {
    this(RemoteFiles.shared());
  }

  UrlIoProc(RemoteFiles files) {
    this.files = files;
  }

  /** An address that does not expire. */
  private record Fixed(URI uri) implements Address {

    @Override
    public URL url() throws IOException {
      return uri.toURL();
    }

    @Override
    public String toString() {
      return uri.toString();
    }
  }

  @OnOpen
  SeekableByteChannel open(OpenRequest request) throws IOException {
    if (request.writes()) {
      throw new MmioException(
          MmioError.ACCESS_DENIED,
          "Files on web servers are read-only; the program asked to write.");
    }
    MmioName name = Containers.split(request.rawName(), Files::isRegularFile);
    Path shortcut = name.containerPath();
    if (!Files.exists(shortcut)) {
      throw new MmioException(MmioError.FILE_NOT_FOUND, "There is no shortcut " + shortcut + ".");
    }
    String path = ElementPath.of(name);
    return files.open(new Fixed(ElementPath.below(UrlShortcut.read(shortcut), path)));
  }
}
