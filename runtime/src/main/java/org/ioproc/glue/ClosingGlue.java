package org.ioproc.glue;

import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.ioproc.OpenRequest;
import org.jspecify.annotations.Nullable;

/**
 * Glue for procedures whose files the library itself reads and writes, and which have a method with
 * {@code @OnClose}. It calls that method once for each result of {@code @OnOpen}, after the channel
 * has been closed or could not be opened.
 *
 * @param <T> what {@code @OnOpen} returns
 */
public abstract class ClosingGlue<T> extends ChannelGlue {

  /** The file behind each open channel, unless the channel itself is the file. */
  private final Map<SeekableByteChannel, T> files =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * Creates the glue of a procedure.
   *
   * @param code the procedure's four-character code
   */
  protected ClosingGlue(String code) {
    super(code);
  }

  /**
   * Calls the method with {@code @OnOpen}.
   *
   * @param request the program's request
   * @return the file
   * @throws Throwable what the handler throws
   */
  protected abstract T openFile(OpenRequest request) throws Throwable;

  /**
   * Opens a channel.
   *
   * @param file what {@code @OnOpen} returned
   * @param request the program's request
   * @return the channel, which may be the file itself
   * @throws Throwable if the channel cannot be opened
   */
  protected abstract SeekableByteChannel channel(T file, OpenRequest request) throws Throwable;

  /**
   * Calls the method with {@code @OnClose}.
   *
   * @param file what {@code @OnOpen} returned
   * @throws Throwable what the handler throws
   */
  protected abstract void closeFile(T file) throws Throwable;

  @Override
  @SuppressWarnings({"NullAway", "ReferenceEquality"}) // The caller reports a null.
  protected final SeekableByteChannel onOpen(OpenRequest request) throws Throwable {
    T file = openFile(request);
    if (file == null) {
      return null;
    }
    SeekableByteChannel channel = null;
    try {
      channel = channel(file, request);
      if (channel != file) {
        files.put(channel, file);
      }
      return channel;
    } catch (Throwable failure) {
      close(channel, file, failure);
      throw failure;
    }
  }

  @Override
  @SuppressWarnings("unchecked") // A channel that is not in the map is the file.
  protected final void onClose(SeekableByteChannel channel) throws Throwable {
    T file = files.remove(channel);
    close(channel, file == null ? (T) channel : file, null);
  }

  /** Closes a channel and then its file. Throws the first failure, unless there was one before. */
  private void close(@Nullable SeekableByteChannel channel, T file, @Nullable Throwable before)
      throws Throwable {
    Throwable failure = before;
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (Throwable another) {
      failure = first(failure, another);
    }
    try {
      closeFile(file);
    } catch (Throwable another) {
      failure = first(failure, another);
    }
    if (failure != null && before == null) {
      throw failure;
    }
  }

  @SuppressWarnings("ReferenceEquality") // The VM may throw the same error object twice.
  private static Throwable first(@Nullable Throwable first, Throwable another) {
    if (first == null) {
      return another;
    }
    if (first != another) {
      first.addSuppressed(another);
    }
    return first;
  }
}
