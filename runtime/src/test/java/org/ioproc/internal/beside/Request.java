package org.ioproc.internal.beside;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_WRITE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as the wrapper DLL sends it: see PROTOCOL.md. */
final class Request {

  private final int message;
  int procedure = 1;
  boolean hasInfo = true;
  int flags;
  int[] words = {0, 0, 0};
  int position;
  long lParam1;
  long lParam2;
  int ahead;
  byte[] data = {};
  private final List<@Nullable String> names = new ArrayList<>();

  Request(int message) {
    this.message = message;
  }

  static Request open(@Nullable String name) {
    return new Request(MMIOM_OPEN).name(name);
  }

  static Request read(int token, int position, long count, int ahead) {
    Request request = new Request(MMIOM_READ).of(token).parameters(1, count);
    request.position = position;
    request.ahead = ahead;
    return request;
  }

  static Request write(int token, byte[] data) {
    Request request = new Request(MMIOM_WRITE).of(token).parameters(1, data.length);
    request.data = data;
    return request;
  }

  static Request rename(@Nullable String from, @Nullable String to) {
    Request request = new Request(MMIOM_RENAME).name(from).name(to);
    request.hasInfo = false;
    return request;
  }

  static Request close(int token) {
    return new Request(MMIOM_CLOSE).of(token);
  }

  Request name(@Nullable String name) {
    names.add(name);
    return this;
  }

  /** Sets the file. */
  Request of(int token) {
    words[2] = token;
    return this;
  }

  Request parameters(long first, long second) {
    lParam1 = first;
    lParam2 = second;
    return this;
  }

  void write(Frame frame) {
    frame.putInt(procedure).putInt(message).putInt(hasInfo ? 1 : 0).putInt(flags);
    for (int word : words) {
      frame.putInt(word);
    }
    frame.putInt(position).putLong(lParam1).putLong(lParam2).putInt(ahead);
    names.forEach(frame::putText);
    frame.putBytes(ByteBuffer.wrap(data), data.length);
  }
}
