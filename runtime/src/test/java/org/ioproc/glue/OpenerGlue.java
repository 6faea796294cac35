package org.ioproc.glue;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.ioproc.OpenRequest;
import org.jspecify.annotations.Nullable;

/** Glue as the processor writes it for a class that opens channels, which a test supplies. */
public final class OpenerGlue extends ChannelGlue {

  private final Opener opener;

  /** Creates glue over the channels of an opener. */
  public OpenerGlue(String code, Opener opener) {
    super(code);
    this.opener = opener;
  }

  /** Creates glue over one file in memory. */
  public static OpenerGlue over(String code, byte[] content) {
    return new OpenerGlue(code, request -> ofMemory(content));
  }

  /** Returns a handler that opens a path. */
  public static Opener at(Path path) {
    return request -> ofPath(path, request);
  }

  @Override
  protected long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
      throws Throwable {
    return FullGlue.dispatch(this, lpmmioinfo, message, lParam1, lParam2);
  }

  @Override
  protected @Nullable SeekableByteChannel onOpen(OpenRequest request) throws Throwable {
    return opener.open(request);
  }

  /** The handler that opens files. */
  public interface Opener {

    /** Opens a file; returns null if it does not exist. */
    @Nullable SeekableByteChannel open(OpenRequest request) throws Throwable;
  }
}
