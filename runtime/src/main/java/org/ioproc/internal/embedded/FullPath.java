package org.ioproc.internal.embedded;

import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import org.ioproc.MmioException;
import org.ioproc.internal.text.ProcessPath;
import org.ioproc.internal.transport.AnsiText;

/** Replaces a name with its full path, for MMIO_PARSE. */
final class FullPath {

  private FullPath() {}

  /** Returns false if the name is not a path, or the full path does not fit into its buffer. */
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
