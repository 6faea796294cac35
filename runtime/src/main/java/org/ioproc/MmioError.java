package org.ioproc;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The error codes of the multimedia file manager. A handler throws an {@link MmioException} to
 * report one, and so does {@link org.ioproc.mmio.Mmio}.
 *
 * <p>Source: Microsoft, {@code mmsystem.h}, "mmioOpen function" and "MMIOINFO structure".
 */
public enum MmioError {
  /** The handle is not a valid file handle. */
  INVALID_HANDLE(5, "MMSYSERR_INVALHANDLE"),
  /** The manager itself has run out of memory. */
  SYSTEM_OUT_OF_MEMORY(7, "MMSYSERR_NOMEM"),
  /** An argument is not valid. */
  INVALID_PARAMETER(11, "MMSYSERR_INVALPARAM"),
  /** The file does not exist. */
  FILE_NOT_FOUND(257, "MMIOERR_FILENOTFOUND"),
  /** There is not enough memory to open or to buffer the file. */
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
  /** A file in memory cannot grow any further. */
  CANNOT_EXPAND(264, "MMIOERR_CANNOTEXPAND"),
  /** The chunk does not exist. */
  CHUNK_NOT_FOUND(265, "MMIOERR_CHUNKNOTFOUND"),
  /** The file has no buffer. */
  UNBUFFERED(266, "MMIOERR_UNBUFFERED"),
  /** A folder in the file's path does not exist. */
  PATH_NOT_FOUND(267, "MMIOERR_PATHNOTFOUND"),
  /** The file must not be used in this way. */
  ACCESS_DENIED(268, "MMIOERR_ACCESSDENIED"),
  /** Another program has the file open and does not share it. */
  SHARING_VIOLATION(269, "MMIOERR_SHARINGVIOLATION"),
  /** The network failed. */
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
   * Returns the error with a number.
   *
   * @param code a result of an mmio function, or {@code wErrorRet}
   * @return the error, or nothing if mmio does not define the number
   */
  public static Optional<MmioError> of(int code) {
    return Stream.of(values()).filter(error -> error.code == code).findFirst();
  }

  /**
   * Returns the error's number.
   *
   * @return the number, as the mmio functions return it
   */
  public int code() {
    return code;
  }

  /**
   * Returns the error's name in {@code mmsystem.h}.
   *
   * @return for example {@code MMIOERR_FILENOTFOUND}
   */
  public String symbol() {
    return symbol;
  }
}
