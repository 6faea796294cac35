package org.ioproc.internal.embedded;

import java.nio.ByteBuffer;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The memory that a program reads into or writes from. Programs use the same again and again, so
 * the last view is kept and a read allocates nothing.
 */
final class LastCallerView {

  private @Nullable ByteBuffer last;
  private long lastAddress;

  /** A view whose index 0 is at the address; not to be kept. */
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
