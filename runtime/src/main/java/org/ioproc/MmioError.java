package org.ioproc;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The error codes of the multimedia file manager, as {@code mmsystem.h} numbers them.
 *
 * <p>Source: Microsoft, {@code mmsystem.h} and "mmioOpen function".
 */
public enum MmioError {
  /** The file's handle is not one. */
  INVALID_HANDLE(5, "MMSYSERR_INVALHANDLE"),
  /** The manager itself has no memory left. */
  NO_MEMORY(7, "MMSYSERR_NOMEM"),
  /** An argument makes no sense. */
  INVALID_PARAMETER(11, "MMSYSERR_INVALPARAM"),
  /** There is no such file. */
  FILE_NOT_FOUND(257, "MMIOERR_FILENOTFOUND"),
  /** There is not enough memory to open or buffer the file. */
  OUT_OF_MEMORY(258, "MMIOERR_OUTOFMEMORY"),
  /** The file cannot be opened. */
  CANNOT_OPEN(259, "MMIOERR_CANNOTOPEN"),
  /** The file cannot be closed. */
  CANNOT_CLOSE(260, "MMIOERR_CANNOTCLOSE"),
  /** The file cannot be read. */
  CANNOT_READ(261, "MMIOERR_CANNOTREAD"),
  /** The file cannot be written. */
  CANNOT_WRITE(262, "MMIOERR_CANNOTWRITE"),
  /** The position cannot be reached. */
  CANNOT_SEEK(263, "MMIOERR_CANNOTSEEK"),
  /** A file in memory cannot grow. */
  CANNOT_EXPAND(264, "MMIOERR_CANNOTEXPAND"),
  /** There is no such chunk. */
  CHUNK_NOT_FOUND(265, "MMIOERR_CHUNKNOTFOUND"),
  /** The file has no buffer. */
  UNBUFFERED(266, "MMIOERR_UNBUFFERED"),
  /** A folder on the way to the file is missing. */
  PATH_NOT_FOUND(267, "MMIOERR_PATHNOTFOUND"),
  /** The file may not be used in this way. */
  ACCESS_DENIED(268, "MMIOERR_ACCESSDENIED"),
  /** Somebody else has the file open and does not share it. */
  SHARING_VIOLATION(269, "MMIOERR_SHARINGVIOLATION"),
  /** The network does not answer. */
  NETWORK_ERROR(270, "MMIOERR_NETWORKERROR"),
  /** Too many files are open. */
  TOO_MANY_OPEN_FILES(271, "MMIOERR_TOOMANYOPENFILES"),
  /** The file's content is damaged. */
  INVALID_FILE(272, "MMIOERR_INVALIDFILE");

  private final int code;
  private final String symbol;

  MmioError(int code, String symbol) {
    this.code = code;
    this.symbol = symbol;
  }

  /**
   * The error that a number from mmio stands for.
   *
   * @param code a result of an mmio function, or {@code wErrorRet}
   * @return the error, or nothing if mmio defines none with this number
   */
  public static Optional<MmioError> of(int code) {
    return Stream.of(values()).filter(error -> error.code == code).findFirst();
  }

  /**
   * The error's number.
   *
   * @return what the mmio functions return
   */
  public int code() {
    return code;
  }

  /**
   * The error's name in {@code mmsystem.h}.
   *
   * @return for example {@code MMIOERR_FILENOTFOUND}
   */
  public String symbol() {
    return symbol;
  }
}
