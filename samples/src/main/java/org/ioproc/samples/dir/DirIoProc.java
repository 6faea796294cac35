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
 * {@code music.dir}, and {@code music.dir+old/track.wav} is a file in a subfolder. Files can be
 * read, written, created, renamed and deleted. Folders are never created, and must be readable.
 *
 * <p>{@link FolderFile} refuses names that lead outside the folder. It follows no symbolic links,
 * not even links back into the folder.
 *
 * <p>On Linux this holds even if another program replaces a subfolder with a link at the same time.
 * On Windows, Java cannot rule out that a replacement at the very moment of opening, renaming or
 * deleting leads outside, so other users must not be able to create links in the folder.
 */
@IoProc("DIR ")
public final class DirIoProc {

  @OnOpen
  SeekableByteChannel open(OpenRequest request) throws IOException {
    try (FolderFile file = FolderFile.of(request.rawName())) {
      return file.open(request.options());
    }
  }

  /** Fails if a file with the new name exists already, as renaming does on Windows. */
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
