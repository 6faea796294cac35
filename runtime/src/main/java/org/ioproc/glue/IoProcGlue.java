package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_GETTEMP;
import static org.ioproc.MmioMessages.MMIO_PARSE;

import java.util.function.Consumer;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.TracedMessage;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.StackRoom;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * What stands between mmio's messages and the handlers of one procedure. A generated class extends
 * it: its {@link #dispatch} names the messages that its procedure handles, and its {@code on…}
 * methods call the handlers.
 *
 * <p>Nothing that a handler does reaches the caller but a result: {@link #callback} catches
 * everything.
 *
 * @param <F> what the procedure's author opens
 */
public abstract class IoProcGlue<F> extends HandlerMethods<F> {

  /** The word of {@code adwInfo} that holds an open file's token. */
  private static final int TOKEN = 2;

  /**
   * The stack that a file's beginning and end have for certain, in kilobytes: classes are
   * initialized then, and tables changed.
   */
  private static final int ROOM = 12;

  private final FourCc code;
  private final MmioInfos infos = new MmioInfos();
  private final OpenFiles<F> files = new OpenFiles<>();
  private volatile boolean disarmed;
  private volatile @Nullable Consumer<TracedMessage> trace;

  /**
   * Glue for a procedure.
   *
   * @param code its four-character code
   */
  protected IoProcGlue(String code) {
    this.code = FourCc.of(code);
  }

  /**
   * Answers a message. Nothing that a handler throws leaves this method.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}, or 0
   * @param message the message's number
   * @param lParam1 depends on the message
   * @param lParam2 depends on the message
   * @return the message's answer
   */
  public final long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    boolean interrupted = Thread.interrupted(); // It would close the channels of handlers.
    HostThread host = HostThread.current();
    int priority = host == null ? 0 : host.begin();
    try {
      Consumer<TracedMessage> listener = trace;
      return listener == null
          ? answer(lpmmioinfo, message, lParam1, lParam2)
          : traced(listener, lpmmioinfo, message, lParam1, lParam2);
    } finally {
      if (host != null) {
        host.end(interrupted, priority);
      } else if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private long answer(long lpmmioinfo, int message, long lParam1, long lParam2) {
    try {
      return dispatch(lpmmioinfo, message, lParam1, lParam2);
    } catch (Throwable failure) {
      return failed(lpmmioinfo, message, lParam1, null, failure);
    }
  }

  private long traced(
      Consumer<TracedMessage> listener, long lpmmioinfo, int message, long lParam1, long lParam2) {
    String name = name(lpmmioinfo, message, lParam1);
    int flags = flags(lpmmioinfo, message);
    long result = answer(lpmmioinfo, message, lParam1, lParam2);
    try {
      listener.accept(new TracedMessage(name, message, flags, lParam1, lParam2, result));
    } catch (Throwable failure) {
      FailureAnswers.logListener(code, failure);
    }
    return result;
  }

  /**
   * Hands a message to the method of this class that answers it.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}, or 0
   * @param message the message's number
   * @param lParam1 depends on the message
   * @param lParam2 depends on the message
   * @return the message's answer
   * @throws Throwable if it fails
   */
  protected abstract long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
      throws Throwable;

  // What dispatch calls.

  /**
   * MMIOM_OPEN.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param lParam1 the address of the file's name, or 0
   * @return 0
   * @throws Throwable if the file cannot be opened
   */
  protected final long open(long lpmmioinfo, long lParam1) throws Throwable {
    StackRoom.require(ROOM);
    MmioInfo info = info(lpmmioinfo);
    if (disarmed) {
      throw notInstalled(MmioError.CANNOT_OPEN);
    }
    OpenMessage opening = OpenMessage.of(AnsiText.at(lParam1), info);
    if (opening.has(MMIO_DELETE)) {
      info.info(TOKEN, 0);
      onDelete(opening.requiredName());
    } else if (opening.has(MMIO_EXIST)) {
      info.info(TOKEN, 0);
      onClose(opened(opening));
    } else if (opening.has(MMIO_PARSE | MMIO_GETTEMP)) {
      throw new MmioException(
          MmioError.CANNOT_OPEN,
          "A container's elements have no full path and no temporary names.");
    } else {
      open(info, opening);
    }
    return 0;
  }

  private void open(MmioInfo info, OpenMessage opening) throws Throwable {
    F opened = opened(opening);
    OpenFile<F> file = null;
    try {
      file = files.add(opening.rawName(), opened);
      infos.reserve(files.size());
      opening.handBack(info);
      info.info(TOKEN, file.token());
      info.diskOffset(0);
    } catch (Throwable failure) {
      if (file != null) {
        files.remove(file);
      }
      closeAfter(failure, opened);
      throw failure;
    }
  }

  private F opened(OpenMessage opening) throws Throwable {
    F opened = onOpen(opening);
    if (opened == null) {
      throw new IllegalStateException(
          "A method with @OnOpen returns a file or throws; this one returned null.");
    }
    return opened;
  }

  @SuppressWarnings("ReferenceEquality") // The VM may throw the same error object twice.
  private void closeAfter(Throwable failure, F opened) {
    try {
      onClose(opened);
    } catch (Throwable another) {
      if (another != failure) {
        failure.addSuppressed(another);
      }
    }
  }

  /**
   * MMIOM_CLOSE.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @return 0 or an error code
   * @throws MmioException if the file is unknown
   */
  protected final long close(long lpmmioinfo) throws MmioException {
    StackRoom.require(ROOM);
    MmioInfo info = info(lpmmioinfo);
    if (info.info(TOKEN) == 0) {
      return 0; // After a delete or a test for existence nothing is open.
    }
    OpenFile<F> file = file(info);
    synchronized (file) {
      requireOpen(file);
      try {
        onClose(file.file());
        file.buffers().check();
        return 0;
      } catch (Throwable failure) {
        return failed(lpmmioinfo, MMIOM_CLOSE, 0, file.name(), failure);
      } finally {
        files.remove(file);
        info.info(TOKEN, 0);
      }
    }
  }

  /**
   * MMIOM_READ.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param lParam1 the address of the caller's buffer
   * @param lParam2 the count of bytes
   * @return the count read, 0 at the end of the file
   * @throws Throwable if it cannot be read
   */
  protected final long read(long lpmmioinfo, long lParam1, long lParam2) throws Throwable {
    MmioInfo info = info(lpmmioinfo);
    OpenFile<F> file = file(info);
    synchronized (file) {
      requireOpen(file);
      int count = Transfers.count(lParam1, lParam2);
      if (count == 0) {
        return 0;
      }
      int position = Transfers.position(info);
      int read = Transfers.read(this, file, lParam1, count, position);
      requireOpen(file);
      info.diskOffset(position + read);
      return read;
    }
  }

  /**
   * MMIOM_WRITE.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param lParam1 the address of the caller's buffer
   * @param lParam2 the count of bytes
   * @return the count written, which is all
   * @throws Throwable if it cannot be written
   */
  protected final long write(long lpmmioinfo, long lParam1, long lParam2) throws Throwable {
    return write(lpmmioinfo, lParam1, lParam2, false);
  }

  /**
   * MMIOM_WRITEFLUSH.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param lParam1 the address of the caller's buffer
   * @param lParam2 the count of bytes
   * @return the count written, which is all
   * @throws Throwable if it cannot be written
   */
  protected final long writeFlush(long lpmmioinfo, long lParam1, long lParam2) throws Throwable {
    return write(lpmmioinfo, lParam1, lParam2, true);
  }

  private long write(long lpmmioinfo, long lParam1, long lParam2, boolean flush) throws Throwable {
    MmioInfo info = info(lpmmioinfo);
    OpenFile<F> file = file(info);
    synchronized (file) {
      requireOpen(file);
      int count = Transfers.count(lParam1, lParam2);
      int position = Transfers.position(info);
      if (count > 0) {
        Transfers.write(this, file, lParam1, count, position);
      }
      if (flush) {
        onFlush(file.file());
      }
      requireOpen(file);
      info.diskOffset(position + count);
      return count;
    }
  }

  /**
   * MMIOM_SEEK.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param lParam1 the offset in bytes
   * @param lParam2 where it counts from: 0 the start, 1 the position, 2 the end, backwards whatever
   *     the offset's sign
   * @return the new position
   * @throws Throwable if there is no such position
   */
  protected final long seek(long lpmmioinfo, long lParam1, long lParam2) throws Throwable {
    MmioInfo info = info(lpmmioinfo);
    OpenFile<F> file = file(info);
    synchronized (file) {
      requireOpen(file);
      int position = Transfers.target(this, file.file(), info, lParam1, lParam2);
      requireOpen(file);
      info.diskOffset(position);
      return position;
    }
  }

  /**
   * MMIOM_RENAME.
   *
   * @param lParam1 the address of the old name
   * @param lParam2 the address of the new name
   * @return 0
   * @throws Throwable if it cannot be renamed
   */
  protected final long rename(long lParam1, long lParam2) throws Throwable {
    StackRoom.require(ROOM);
    if (disarmed) {
      throw notInstalled(MmioError.ACCESS_DENIED);
    }
    onRename(MmioName.of(AnsiText.at(lParam1)), MmioName.of(AnsiText.at(lParam2)));
    return 0;
  }

  /**
   * A message of an application's own.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}
   * @param message the message's number
   * @param lParam1 whatever the application means by it
   * @param lParam2 whatever the application means by it
   * @return the handler's answer
   * @throws Throwable if it fails
   */
  protected final long message(long lpmmioinfo, int message, long lParam1, long lParam2)
      throws Throwable {
    OpenFile<F> file = file(info(lpmmioinfo));
    synchronized (file) {
      requireOpen(file);
      return SentMessage.deliver(this, file, message, lParam1, lParam2);
    }
  }

  /**
   * A message that the procedure does not handle. An application's own is not recognised, which is
   * answered with 0; mmio's are refused.
   *
   * @param message the message's number
   * @return 0
   * @throws MmioException if the message is one of mmio's
   */
  protected final long unhandled(int message) throws MmioException {
    return switch (message) {
      case MMIOM_READ -> throw missing("@OnRead", "reading");
      case MMIOM_WRITE, MMIOM_WRITEFLUSH -> throw missing("@OnWrite", "writing");
      case MMIOM_RENAME -> throw missing("@OnRename", "renaming");
      default -> 0;
    };
  }

  // What an installation asks for.

  /**
   * The code under which programs find the procedure.
   *
   * @return its four-character code
   */
  public final FourCc code() {
    return code;
  }

  final int openFiles() {
    return files.size();
  }

  /** From now on nothing is opened. */
  final void disarm() {
    disarmed = true;
  }

  final void trace(@Nullable Consumer<TracedMessage> listener) {
    trace = listener;
  }

  /** The callers ask first, so that a file which opens does not load the errors. */
  private static MmioException notInstalled(MmioError error) {
    return new MmioException(error, "The procedure is no longer installed.");
  }

  private MmioInfo info(long lpmmioinfo) throws MmioException {
    if (lpmmioinfo == 0) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER, "This message comes with an MMIOINFO; the pointer is NULL.");
    }
    return infos.at(lpmmioinfo);
  }

  private OpenFile<F> file(MmioInfo info) throws MmioException {
    OpenFile<F> file = files.find(info.info(TOKEN));
    if (file == null) {
      throw unknownFile(info.info(TOKEN));
    }
    return file;
  }

  /**
   * Another thread may have closed the file since it was found, or its handler, by a message to it;
   * then its MMIOINFO may be gone.
   */
  private static void requireOpen(OpenFile<?> file) throws MmioException {
    if (file.isClosed()) {
      throw unknownFile(file.token());
    }
  }

  private static MmioException unknownFile(int token) {
    return new MmioException(
        MmioError.INVALID_HANDLE,
        "An open file is known by adwInfo[2]; 0x"
            + Integer.toHexString(token)
            + " is none: the file was closed or never opened, or the word was overwritten.");
  }

  /** What a message returns that has failed. The name is asked for only if it is logged. */
  private long failed(
      long lpmmioinfo, int message, long lParam1, @Nullable String name, Throwable failure) {
    long result = Transport.lastResort(message);
    try {
      if (message != MMIOM_OPEN
          || failure instanceof StackOverflowError) { // Opening has checked already.
        StackRoom.require(ROOM);
      }
      result = FailureAnswers.result(message, failure);
      LastFailure.set(failure, this);
      if (FailureAnswers.isLogged(message, failure)) {
        String file = name == null ? name(lpmmioinfo, message, lParam1) : name;
        int flags = flags(lpmmioinfo, message);
        FailureAnswers.log(code, new TracedMessage(file, message, flags, 0, 0, result), failure);
      }
    } catch (Throwable another) {
      // No memory or stack is left, or the logger fails: there is no way to report it.
    }
    return result;
  }

  private int flags(long lpmmioinfo, int message) {
    try {
      return message == MMIOM_OPEN && lpmmioinfo != 0 ? infos.at(lpmmioinfo).flags() : 0;
    } catch (Throwable unreadable) {
      return 0;
    }
  }

  /** The name of the file that a message is about, as far as it can be had. */
  private String name(long lpmmioinfo, int message, long lParam1) {
    try {
      if (message == MMIOM_OPEN || message == MMIOM_RENAME) {
        return AnsiText.at(lParam1);
      }
      OpenFile<F> file = lpmmioinfo == 0 ? null : files.find(info(lpmmioinfo).info(TOKEN));
      return file == null ? "?" : file.name();
    } catch (Throwable unreadable) {
      return "?";
    }
  }
}
