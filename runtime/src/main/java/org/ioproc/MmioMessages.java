package org.ioproc;

/**
 * The messages that mmio sends to an I/O procedure, and the flags of {@link #MMIOM_OPEN}. Generated
 * code switches on the numbers. {@link TracedMessage} contains the numbers, and {@link
 * OpenRequest#flags} returns the flags.
 *
 * <p>Source: Microsoft, "MMIOPROC callback function" and {@code mmsystem.h}.
 */
public final class MmioMessages {

  /**
   * Reads from the file. The parameters are the buffer's address and a count of bytes. The answer
   * is the count read, 0 at the end of the file, or -1 on failure.
   */
  public static final int MMIOM_READ = 0;

  /**
   * Writes to the file. The parameters are the buffer's address and a count of bytes. The answer is
   * the count written, or -1 on failure.
   */
  public static final int MMIOM_WRITE = 1;

  /**
   * Moves the position. The parameters are an offset in bytes and its origin. The answer is the new
   * position, or -1 on failure.
   */
  public static final int MMIOM_SEEK = 2;

  /**
   * Opens, deletes or looks for a file. The parameter is the address of its name. The answer is 0
   * or an error code.
   */
  public static final int MMIOM_OPEN = 3;

  /** Closes the file. The parameter has flags. The answer is 0 or an error code. */
  public static final int MMIOM_CLOSE = 4;

  /** Writes and then flushes; otherwise the same as {@link #MMIOM_WRITE}. */
  public static final int MMIOM_WRITEFLUSH = 5;

  /**
   * Renames a file. The parameters are the addresses of the old and the new name. The answer is 0
   * or an error code.
   */
  public static final int MMIOM_RENAME = 6;

  /** The lowest number for messages that an application defines. */
  public static final int MMIOM_USER = 0x8000;

  /** With this flag {@link #MMIOM_OPEN} opens a file only for writing. */
  public static final int MMIO_WRITE = 1;

  /** With this flag {@link #MMIOM_OPEN} opens a file for reading and writing. */
  public static final int MMIO_READWRITE = 2;

  /**
   * The bits of {@link #MMIO_WRITE} and {@link #MMIO_READWRITE}; neither is set for only reading.
   */
  public static final int MMIO_RWMODE = 3;

  /** The bits of the {@linkplain ShareMode share mode}. */
  public static final int MMIO_SHAREMODE = 0x70;

  /** With this flag {@link #MMIOM_OPEN} creates a file, or empties it if it exists. */
  public static final int MMIO_CREATE = 0x1000;

  /** In {@link #MMIO_SHAREMODE}: nobody else may open the file. */
  public static final int MMIO_EXCLUSIVE = 0x10;

  /** In {@link #MMIO_SHAREMODE}: others may read the file, but not write it. */
  public static final int MMIO_DENYWRITE = 0x20;

  /** In {@link #MMIO_SHAREMODE}: others may write the file, but not read it. */
  public static final int MMIO_DENYREAD = 0x30;

  /** In {@link #MMIO_SHAREMODE}: others may read and write the file. */
  public static final int MMIO_DENYNONE = 0x40;

  /** The manager allocates a buffer for the file. */
  public static final int MMIO_ALLOCBUF = 0x10000;

  /** With this flag {@link #MMIOM_OPEN} asks for a file's full path. */
  public static final int MMIO_PARSE = 0x100;

  /** With this flag {@link #MMIOM_OPEN} deletes a file. */
  public static final int MMIO_DELETE = 0x200;

  /** With this flag {@link #MMIOM_OPEN} asks whether a file exists. */
  public static final int MMIO_EXIST = 0x4000;

  /** With this flag {@link #MMIOM_OPEN} asks for the name of a temporary file. */
  public static final int MMIO_GETTEMP = 0x20000;

  private MmioMessages() {}

  /**
   * Returns the name of a message. For {@link #MMIOM_OPEN}, which can also delete or look for a
   * file, the name includes the flag that says so.
   *
   * @param message the message's number
   * @param flags the flags of an {@link #MMIOM_OPEN}; ignored for other messages
   * @return for example {@code MMIOM_READ}, {@code MMIOM_OPEN (MMIO_DELETE)} or {@code message
   *     0x8001}
   */
  public static String name(int message, int flags) {
    return switch (message) {
      case MMIOM_READ -> "MMIOM_READ";
      case MMIOM_WRITE -> "MMIOM_WRITE";
      case MMIOM_SEEK -> "MMIOM_SEEK";
      case MMIOM_OPEN -> "MMIOM_OPEN" + purpose(flags);
      case MMIOM_CLOSE -> "MMIOM_CLOSE";
      case MMIOM_WRITEFLUSH -> "MMIOM_WRITEFLUSH";
      case MMIOM_RENAME -> "MMIOM_RENAME";
      default -> "message 0x" + Integer.toHexString(message);
    };
  }

  private static String purpose(int flags) {
    if ((flags & MMIO_DELETE) != 0) {
      return " (MMIO_DELETE)";
    }
    if ((flags & MMIO_EXIST) != 0) {
      return " (MMIO_EXIST)";
    }
    if ((flags & MMIO_PARSE) != 0) {
      return " (MMIO_PARSE)";
    }
    return (flags & MMIO_GETTEMP) != 0 ? " (MMIO_GETTEMP)" : "";
  }
}
