package org.ioproc.internal.embedded;

import java.nio.ByteBuffer;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A view of the memory that a program reads into or writes from. Programs tend to pass the same
 * memory each time, so this keeps the last view, and most requests allocate nothing.
 */
final class LastCallerView {

  private @Nullable ByteBuffer last;
  private long lastAddress;

  /** Returns a view that begins at the address. It is valid only during the caller's request. */
  ByteBuffer at(long address, int count) {
    ByteBuffer view = last;
    if (view == null || address != lastAddress || count > view.capacity()) {
      view = Transport.current().memory().view(address, count);
      last = view;
      lastAddress = address;
    }
    return view;
  }
}
