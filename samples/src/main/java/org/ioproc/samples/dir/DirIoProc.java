package org.ioproc.samples.dir;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnDelete;
import org.ioproc.OnOpen;
import org.ioproc.OnRename;
import org.ioproc.OpenRequest;

/**
 * A folder as a container: {@code music.dir+track.wav} is the file {@code track.wav} in the folder
 * {@code music.dir}, and {@code music.dir+old/track.wav} one further down. Files are read, written,
 * created, renamed and deleted; folders are not created. The folder must be readable.
 *
 * <p>A program that is handed such a name reaches what is in the folder and nothing else: see
 * {@link FolderFile}. Links are not followed, not even those that lead back into the folder. On
 * Linux this holds while another program exchanges a subfolder for a link. On Windows, where Java
 * has no means against it, an exchange at the very moment of opening, renaming or deleting may lead
 * outside: there the folder must not be one in which others can create links.
 */
@IoProc("DIR ")
public final class DirIoProc {

  @OnOpen
  SeekableByteChannel open(OpenRequest request) throws IOException {
    try (FolderFile file = FolderFile.of(request.rawName())) {
      return file.open(request.options());
    }
  }

  /** As on Windows, a file that has the new name already is not replaced. */
  @OnRename
  void rename(MmioName from, MmioName to) throws IOException {
    try (FolderFile file = FolderFile.of(from.toString());
        FolderFile target = FolderFile.of(to.toString())) {
      file.moveTo(target);
    }
  }

  @OnDelete
  void delete(MmioName name) throws IOException {
    try (FolderFile file = FolderFile.of(name.toString())) {
      file.delete();
    }
  }
}
