package org.ioproc.hostile;

import static org.ioproc.MmioMessages.MMIOM_USER;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import org.ioproc.MmioMessage;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;
import org.ioproc.glue.FullGlue;

/** Glue with every handler, over files in memory whose initial content depends on the name. */
final class HostileGlue extends FullGlue<ModelBytes> {

  static final String CODE = "HOST";

  /** The number of the application's message that returns the file's size. */
  static final int SIZE = MMIOM_USER + 1;

  /** The most bytes that one call transfers. It is small, so a message takes several calls. */
  private static final int STEP = 37;

  HostileGlue() {
    super(CODE);
  }

  @Override
  protected boolean handles(int message) {
    return message == SIZE;
  }

  @Override
  protected ModelBytes onOpen(OpenRequest request) throws IOException {
    if (request.rawName().contains("refused")) {
      throw new NoSuchFileException(request.rawName());
    }
    return new ModelBytes(request.rawName());
  }

  @Override
  protected int onRead(ModelBytes file, ByteBuffer buffer, long position) {
    int count = file.readable(position, Math.min(STEP, buffer.remaining()));
    file.read(buffer, (int) position, count);
    return count;
  }

  @Override
  protected int onWrite(ModelBytes file, ByteBuffer buffer, long position) throws IOException {
    if (position + buffer.remaining() > ModelBytes.MAX_SIZE) {
      throw new IOException("no space left");
    }
    int count = Math.min(STEP, buffer.remaining());
    file.write(buffer, (int) position, count);
    return count;
  }

  @Override
  protected long onSize(ModelBytes file) {
    return file.size();
  }

  @Override
  protected long onMessage(ModelBytes file, MmioMessage message) {
    return file.size();
  }

  @Override
  protected void onRename(MmioName from, MmioName to) throws IOException {
    onDelete(from);
  }

  @Override
  protected void onDelete(MmioName file) throws IOException {
    if (file.element().contains("refused")) {
      throw new NoSuchFileException(file.element());
    }
  }
}
