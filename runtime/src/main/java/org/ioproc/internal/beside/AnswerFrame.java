package org.ioproc.internal.beside;

import java.nio.ByteBuffer;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.jspecify.annotations.Nullable;

/** The answer to the request that a thread has read. */
final class AnswerFrame {

  private final Frame request;
  private final MmioInfo info;
  private final Frame frame = new Frame();

  AnswerFrame(Frame request, MmioInfo info) {
    this.request = request;
    this.info = info;
  }

  /** Returns the frame to write. */
  Frame frame() {
    return frame;
  }

  /** Answers without data, which takes no memory. */
  void set(long result, @Nullable String failure) {
    begin(result, failure);
    frame.putInt(0).putInt(0);
  }

  /** Answers with data from the beginning of a buffer: as much as was read, and then ahead. */
  void set(long result, @Nullable String failure, ByteBuffer data, int read, int ahead) {
    begin(result, failure);
    frame.putInt(read).putInt(ahead).putBytes(data, read + ahead);
  }

  private void begin(long result, @Nullable String failure) {
    frame.begin(Protocol.ANSWER, request.number());
    frame.putLong(result);
    for (int i = 0; i < 3; i++) {
      frame.putInt(info.info(i));
    }
    frame.putInt(info.diskOffset()).putText(failure);
  }
}
