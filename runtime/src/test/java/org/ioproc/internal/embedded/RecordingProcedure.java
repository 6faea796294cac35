package org.ioproc.internal.embedded;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;

/** A procedure over one file in memory that records its messages and fails on demand. */
public final class RecordingProcedure implements IoProcedure {

  /** The messages since the last {@link #taken}, for example {@code READ 8192 -> 20}. */
  public final List<String> messages = new ArrayList<>();

  /** The answers to messages that fail, by message. */
  public final Map<Integer, Long> failing = new HashMap<>();

  /** The maximum number of bytes to read at once. */
  public int mostRead = Integer.MAX_VALUE;

  /** The maximum number of bytes to write at once. */
  public int mostWritten = Integer.MAX_VALUE;

  /** The flags, the code, the buffer's length and the pIOProc of the last OPEN. */
  public String opened = "";

  public Runnable onClose = () -> {};

  /** Receives the address of the name in an OPEN. */
  public LongConsumer onOpen = name -> {};

  private final long address = Transport.current().stub(this);
  private byte[] content;

  public RecordingProcedure(String content) {
    this.content = content.getBytes(StandardCharsets.ISO_8859_1);
  }

  public RecordingProcedure(byte[] content) {
    this.content = content;
  }

  public long address() {
    return address;
  }

  public String content() {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  /** Returns the messages so far, and clears the list. */
  public List<String> taken() {
    List<String> taken = List.copyOf(messages);
    messages.clear();
    return taken;
  }

  @Override
  public long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    MmioInfo info = MmioInfo.at(lpmmioinfo);
    Long failure = failing.get(message);
    long answer = failure != null ? failure : answer(info, message, lParam1, lParam2);
    messages.add(text(message, lParam1, lParam2) + (answer == 0 ? "" : " -> " + answer));
    return answer;
  }

  private long answer(MmioInfo info, int message, long lParam1, long lParam2) {
    switch (message) {
      case MMIOM_OPEN -> {
        String code = Integer.toHexString(info.fccIoProc());
        opened = "flags " + Integer.toHexString(info.flags()) + " code " + code;
        opened += " buffer " + info.bufferLength() + " pIOProc " + info.ioProc();
        info.info(1, info.info(0) + 1);
        onOpen.accept(lParam1);
      }
      case MMIOM_CLOSE -> onClose.run();
      case MMIOM_READ -> {
        return read(info, lParam1, (int) Math.min(lParam2, mostRead));
      }
      case MMIOM_WRITE -> {
        return write(info, lParam1, (int) Math.min(lParam2, mostWritten));
      }
      case MMIOM_SEEK -> {
        return seek(info, lParam1, (int) lParam2);
      }
      default -> {
        return message >= MMIOM_USER ? lParam1 + lParam2 : 0;
      }
    }
    return 0;
  }

  private int read(MmioInfo info, long address, int wanted) {
    int start = Math.min(info.diskOffset(), content.length);
    int count = Math.min(wanted, content.length - start);
    if (count > 0) {
      Transport.current().memory().view(address, count).put(content, start, count);
      info.diskOffset(start + count);
    }
    return count;
  }

  private int write(MmioInfo info, long address, int count) {
    int start = info.diskOffset();
    content = Arrays.copyOf(content, Math.max(content.length, start + count));
    ByteBuffer view = Transport.current().memory().view(address, count);
    view.get(content, start, count);
    info.diskOffset(start + count);
    return count;
  }

  private int seek(MmioInfo info, long offset, int origin) {
    long base = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? info.diskOffset() : content.length;
    if (base + offset < 0) {
      return -1;
    }
    info.diskOffset((int) (base + offset));
    return info.diskOffset();
  }

  private static String text(int message, long lParam1, long lParam2) {
    return switch (message) {
      case MMIOM_OPEN -> "OPEN " + name(lParam1);
      case MMIOM_CLOSE -> "CLOSE" + (lParam1 == 0 ? "" : " flags " + Long.toHexString(lParam1));
      case MMIOM_READ -> "READ " + lParam2;
      case MMIOM_WRITE -> "WRITE " + lParam2;
      case MMIOM_SEEK -> "SEEK " + lParam1 + "," + lParam2;
      case MMIOM_RENAME -> "RENAME " + name(lParam1) + " " + name(lParam2);
      default -> Integer.toHexString(message);
    };
  }

  private static String name(long address) {
    try {
      return address == 0 ? "NULL" : AnsiText.at(address);
    } catch (MmioException e) {
      throw new AssertionError(e);
    }
  }
}
