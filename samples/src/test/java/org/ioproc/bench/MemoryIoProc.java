package org.ioproc.bench;

import java.nio.ByteBuffer;
import org.ioproc.IoProc;
import org.ioproc.OnOpen;
import org.ioproc.OpenRequest;

/** Opens one file in memory under any name. */
@SuppressWarnings("ioproc") // Only the benchmark creates it.
@IoProc("BMEM")
final class MemoryIoProc {

  private final ByteBuffer content;

  MemoryIoProc(ByteBuffer content) {
    this.content = content;
  }

  @OnOpen
  ByteBuffer open(OpenRequest request) {
    return content;
  }
}
