package org.ioproc.internal.embedded;

import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import org.ioproc.MmioException;
import org.ioproc.internal.text.ProcessPath;
import org.ioproc.internal.transport.AnsiText;

/** MMIO_PARSE: the full path of a name is put in the place of the name. */
final class FullPath {

  private FullPath() {}

  /** False if the name is no path, or the full one does not fit in the name's buffer. */
  static boolean replace(ByteBuffer name) {
    try {
      String text = AnsiText.of(name);
      String path = ProcessPath.fullName(text);
      if (path == null) {
        return false;
      }
      ByteBuffer full = AnsiText.encode(path);
      if (full.remaining() > name.capacity()) {
        return false;
      }
      name.put(0, full, 0, full.remaining());
      return true;
    } catch (MmioException | InvalidPathException notAPath) {
      return false;
    }
  }
}
