package org.ioproc.glue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;
import org.jspecify.annotations.Nullable;

/** Glue as the processor writes it for a class with every handler, over files in memory. */
class MemoryGlue extends FullGlue<MemoryFile> {

  final List<String> calls = new ArrayList<>();
  final MemoryFile file;
  volatile @Nullable Throwable failure;

  MemoryGlue(MemoryFile file) {
    super("MEMO");
    this.file = file;
  }

  private void called(String call) throws Throwable {
    calls.add(call);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  protected @Nullable MemoryFile onOpen(OpenRequest request) throws Throwable {
    called("open " + request.rawName());
    return file;
  }

  @Override
  protected int onRead(MemoryFile opened, ByteBuffer buffer, long position) throws Throwable {
    called("read");
    return opened.read(buffer, position);
  }

  @Override
  protected int onWrite(MemoryFile opened, ByteBuffer buffer, long position) throws Throwable {
    called("write");
    return opened.write(buffer, position);
  }

  @Override
  protected long onSize(MemoryFile opened) throws Throwable {
    called("size");
    return opened.size();
  }

  @Override
  protected void onFlush(MemoryFile opened) throws Throwable {
    opened.flushes++;
    called("flush");
  }

  @Override
  protected void onClose(MemoryFile opened) throws Throwable {
    opened.closes++;
    called("close");
  }

  @Override
  protected void onRename(MmioName from, MmioName to) throws Throwable {
    called("rename " + from + " " + to);
  }

  @Override
  protected void onDelete(MmioName name) throws Throwable {
    called("delete " + name);
  }
}
