package org.ioproc.samples;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnDelete;
import org.ioproc.OnOpen;
import org.ioproc.OnRename;
import org.ioproc.OpenRequest;

/**
 * A folder as a container: {@code music.dir+track.wav} is the file {@code track.wav} in the folder
 * {@code music.dir}, and {@code music.dir+old/track.wav} one further down. Files are read, written,
 * made, renamed and deleted; folders are not made.
 *
 * <p>A program that is handed such a name reaches what is in the folder and nothing else: see
 * {@link Folder}.
 */
@IoProc("DIR ")
public final class DirIoProc {

  @OnOpen
  FileChannel open(OpenRequest request) throws IOException {
    Path file = locate(MmioName.of(request.rawName()));
    Set<OpenOption> options = new HashSet<>(request.options());
    options.add(LinkOption.NOFOLLOW_LINKS); // One that was put there since it was looked at.
    return FileChannel.open(file, options);
  }

  /** As on Windows, a file that has the new name already is not replaced. */
  @OnRename
  void rename(MmioName from, MmioName to) throws IOException {
    Files.move(locate(from), locate(to));
  }

  @OnDelete
  void delete(MmioName file) throws IOException {
    Files.delete(locate(file));
  }

  private static Path locate(MmioName name) throws IOException {
    return Folder.of(name.container()).locate(name.element());
  }
}
