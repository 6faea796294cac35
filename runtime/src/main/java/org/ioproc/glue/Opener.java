package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_GETTEMP;
import static org.ioproc.MmioMessages.MMIO_PARSE;

import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * Handles the four kinds of MMIOM_OPEN: a program opens a file, asks whether a file exists, deletes
 * a file, or asks for a name.
 *
 * @param <F> the type of the procedure's files
 */
final class Opener<F> {

  private final OpenFiles<F> files;
  private final MmioInfos infos;

  /**
   * Creates an opener that adds to a procedure's files.
   *
   * @param files the procedure's open files
   * @param infos the views of their {@code MMIOINFO}s
   */
  Opener(OpenFiles<F> files, MmioInfos infos) {
    this.files = files;
    this.infos = infos;
  }

  /** Carries out the request. Stores the token of a file that stays open in the info. */
  void open(HandlerMethods<F> handlers, OpenMessage opening, MmioInfo info) throws Throwable {
    if (opening.has(MMIO_DELETE)) {
      info.info(OpenFiles.TOKEN, 0);
      handlers.onDelete(opening.name());
    } else if (opening.has(MMIO_EXIST)) {
      info.info(OpenFiles.TOKEN, 0);
      handlers.onClose(opened(handlers, opening));
    } else if (opening.has(MMIO_PARSE | MMIO_GETTEMP)) {
      throw new MmioException(
          MmioError.CANNOT_OPEN,
          "A container's elements have no full path and no temporary names.");
    } else {
      keepOpen(handlers, opening, info);
    }
  }

  private void keepOpen(HandlerMethods<F> handlers, OpenMessage opening, MmioInfo info)
      throws Throwable {
    F opened = opened(handlers, opening);
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
      closeAfter(failure, handlers, opened);
      throw failure;
    }
  }

  private static <F> F opened(HandlerMethods<F> handlers, OpenMessage opening) throws Throwable {
    F opened = handlers.onOpen(opening);
    if (opened == null) {
      throw new IllegalStateException(
          "A method with @OnOpen must return a file or throw; this one returned null.");
    }
    return opened;
  }

  @SuppressWarnings("ReferenceEquality") // The VM may throw the same error object twice.
  private static <F> void closeAfter(Throwable failure, HandlerMethods<F> handlers, F opened) {
    try {
      handlers.onClose(opened);
    } catch (Throwable another) {
      if (another != failure) {
        failure.addSuppressed(another);
      }
    }
  }
}
