package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

/**
 * Glue as the processor writes it for a class with every handler. If a subclass does not override a
 * handler, its message is refused, as if the class had no such handler.
 *
 * <p>It is in the package of its superclass so that tests can call methods that are not public.
 *
 * @param <F> the type of an open file
 */
public abstract class FullGlue<F> extends IoProcGlue<F> {

  /** Creates the glue of a procedure with a four-character code. */
  protected FullGlue(String code) {
    super(code);
  }

  @Override
  protected long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
      throws Throwable {
    return handles(message)
        ? message(lpmmioinfo, message, lParam1, lParam2)
        : dispatch(this, lpmmioinfo, message, lParam1, lParam2);
  }

  /** Returns whether the procedure has a handler with {@code @OnMessage} for a message. */
  protected boolean handles(int message) {
    return false;
  }

  /** Dispatches messages that mmio defines, even for glue with another superclass. */
  static long dispatch(IoProcGlue<?> glue, long lpmmioinfo, int message, long lParam1, long lParam2)
      throws Throwable {
    return switch (message) {
      case MMIOM_OPEN -> glue.open(lpmmioinfo, lParam1);
      case MMIOM_READ -> glue.read(lpmmioinfo, lParam1, lParam2);
      case MMIOM_WRITE -> glue.write(lpmmioinfo, lParam1, lParam2);
      case MMIOM_WRITEFLUSH -> glue.writeFlush(lpmmioinfo, lParam1, lParam2);
      case MMIOM_SEEK -> glue.seek(lpmmioinfo, lParam1, lParam2);
      case MMIOM_RENAME -> glue.rename(lParam1, lParam2);
      case MMIOM_CLOSE -> glue.close(lpmmioinfo);
      default -> glue.unhandled(message);
    };
  }
}
