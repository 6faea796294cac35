package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_GETTEMP;
import static org.ioproc.MmioMessages.MMIO_PARSE;

import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * Handles the four kinds of MMIOM_OPEN: a program opens a file, asks whether it exists, deletes it,
 * or asks for a name.
 *
 * @param <F> what the procedure's author opens
 */
final class Opener<F> {

  private final HandlerMethods<F> handlers;
  private final OpenFiles<F> files;
  private final MmioInfos infos;

  /**
   * Creates an opener that adds to a procedure's files.
   *
   * @param handlers the procedure's handlers
   * @param files its open files
   * @param infos the views of their {@code MMIOINFO}s
   */
  Opener(HandlerMethods<F> handlers, OpenFiles<F> files, MmioInfos infos) {
    this.handlers = handlers;
    this.files = files;
    this.infos = infos;
  }

  /** Does what the program asks for; a file that stays open leaves its token in {@code info}. */
  void open(OpenMessage opening, MmioInfo info) throws Throwable {
    if (opening.has(MMIO_DELETE)) {
      info.info(OpenFiles.TOKEN, 0);
      handlers.onDelete(opening.requiredName());
    } else if (opening.has(MMIO_EXIST)) {
      info.info(OpenFiles.TOKEN, 0);
      handlers.onClose(opened(opening));
    } else if (opening.has(MMIO_PARSE | MMIO_GETTEMP)) {
      throw new MmioException(
          MmioError.CANNOT_OPEN,
          "A container's elements have no full path and no temporary names.");
    } else {
      keepOpen(opening, info);
    }
  }

  private void keepOpen(OpenMessage opening, MmioInfo info) throws Throwable {
    F opened = opened(opening);
    OpenFile<F> file = null;
    try {
      file = files.add(opening.rawName(), opened);
      infos.reserve(files.size());
      opening.handBack(info);
      info.info(OpenFiles.TOKEN, file.token());
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
    F opened = handlers.onOpen(opening);
    if (opened == null) {
      throw new IllegalStateException(
          "A method with @OnOpen must return a file or throw; this one returned null.");
    }
    return opened;
  }

  @SuppressWarnings("ReferenceEquality") // The VM may throw the same error object twice.
  private void closeAfter(Throwable failure, F opened) {
    try {
      handlers.onClose(opened);
    } catch (Throwable another) {
      if (another != failure) {
        failure.addSuppressed(another);
      }
    }
  }
}
