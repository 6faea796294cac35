package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.ioproc.OpenRequest;
import org.jspecify.annotations.Nullable;

/** Glue as the processor writes it for a class whose files are channels; a test says which. */
public final class OpenerGlue extends ChannelGlue {

  private final Opener opener;

  /** Glue over what the opener opens. */
  public OpenerGlue(String code, Opener opener) {
    super(code);
    this.opener = opener;
  }

  /** Glue over one file in memory. */
  public static OpenerGlue over(String code, byte[] content) {
    return new OpenerGlue(code, request -> ofMemory(content));
  }

  /** Opens a path. */
  public static Opener at(Path path) {
    return request -> ofPath(path, request);
  }

  @Override
  protected long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
      throws Throwable {
    return switch (message) {
      case MMIOM_OPEN -> open(lpmmioinfo, lParam1);
      case MMIOM_READ -> read(lpmmioinfo, lParam1, lParam2);
      case MMIOM_WRITE -> write(lpmmioinfo, lParam1, lParam2);
      case MMIOM_WRITEFLUSH -> writeFlush(lpmmioinfo, lParam1, lParam2);
      case MMIOM_SEEK -> seek(lpmmioinfo, lParam1, lParam2);
      case MMIOM_CLOSE -> close(lpmmioinfo);
      default -> unhandled(message);
    };
  }

  @Override
  protected @Nullable SeekableByteChannel onOpen(OpenRequest request) throws Throwable {
    return opener.open(request);
  }

  /** The handler that opens. */
  public interface Opener {

    /** Opens a file; null where there is none. */
    @Nullable SeekableByteChannel open(OpenRequest request) throws Throwable;
  }
}
