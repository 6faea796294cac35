package org.ioproc.differential;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.Transport;

/** A procedure over bytes in memory that has faults and records its messages. */
final class ScriptedProcedure {

  /** The position past which writes fail. */
  private static final int MAX_SIZE = 1 << 16;

  private final List<Fault> faults;
  private final Map<String, Integer> counts = new HashMap<>();
  private List<String> messages = new ArrayList<>();
  private byte[] content;

  ScriptedProcedure(byte[] content, List<Fault> faults) {
    this.content = content;
    this.faults = faults;
  }

  byte[] content() {
    return content;
  }

  List<String> take() {
    List<String> taken = messages;
    messages = new ArrayList<>();
    return taken;
  }

  long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    MmioInfo info = MmioInfo.at(lpmmioinfo);
    String name = name(message);
    Fault fault = fault(name);
    int before = info.diskOffset();
    long answer = answer(info, message, lParam1, (int) lParam2, fault);
    if (fault != null && fault.kind() == Fault.Kind.ASTRAY) {
      info.diskOffset(info.diskOffset() + 3);
    } else if (fault != null && fault.kind() == Fault.Kind.STUCK) {
      info.diskOffset(before);
    }
    messages.add(name + arguments(info, message, lParam1, lParam2) + "=" + answer);
    return answer;
  }

  private static String name(int message) {
    String[] names = {"READ", "WRITE", "SEEK", "OPEN", "CLOSE", "WRITEFLUSH", "RENAME"};
    return message >= 0 && message < names.length ? names[message] : "USER";
  }

  private Fault fault(String name) {
    int number = counts.merge(name, 1, Integer::sum);
    for (Fault fault : faults) {
      if (fault.message().equals(name) && fault.number() == number) {
        return fault;
      }
    }
    return null;
  }

  private static String arguments(MmioInfo info, int message, long lParam1, long lParam2) {
    int number = (int) lParam2;
    return switch (message) {
      case MMIOM_READ -> " " + number + " @" + info.diskOffset();
      case MMIOM_WRITE -> " " + number + " " + Bytes.at(lParam1, number) + " @" + info.diskOffset();
      case MMIOM_SEEK -> " " + (int) lParam1 + "," + number + " @" + info.diskOffset();
      case MMIOM_OPEN ->
          " "
              + text(lParam1)
              + ","
              + number
              + " "
              + Integer.toHexString(info.flags())
              + " "
              + info.bufferLength();
      case MMIOM_RENAME -> " " + text(lParam1) + "," + text(lParam2);
      default -> " " + lParam1 + "," + number;
    };
  }

  private static String text(long name) {
    try {
      return name == 0 ? "NULL" : Names.shown(AnsiText.encode(AnsiText.at(name)));
    } catch (Exception failure) {
      return failure.toString();
    }
  }

  private long answer(MmioInfo info, int message, long lParam1, int lParam2, Fault fault) {
    if (fault != null && fault.kind() == Fault.Kind.FAIL) {
      return -1;
    }
    boolean strange = fault != null && fault.kind() == Fault.Kind.STRANGE;
    return switch (message) {
      // With -7, winmm's buffer would end before its beginning.
      case MMIOM_READ ->
          strange ? info.bufferLength() > 0 ? -1 : -7 : read(info, lParam1, part(lParam2, fault));
      case MMIOM_WRITE -> strange ? -7 : write(info, lParam1, part(lParam2, fault));
      case MMIOM_SEEK -> strange ? -7 : seek(info, (int) lParam1, lParam2);
      case MMIOM_OPEN, MMIOM_CLOSE -> strange ? 262 : 0;
      default -> message >= MMIOM_USER ? lParam1 * 2 + lParam2 : 0;
    };
  }

  private static int part(int count, Fault fault) {
    if (fault == null) {
      return count;
    }
    return switch (fault.kind()) {
      case SHORT -> count / 2;
      case NONE -> 0;
      default -> count;
    };
  }

  private int read(MmioInfo info, long address, int wanted) {
    int start = info.diskOffset();
    int count = start < 0 ? 0 : Math.max(0, Math.min(wanted, content.length - start));
    if (count > 0) {
      Transport.current().memory().view(address, count).put(0, content, start, count);
      info.diskOffset(start + count);
    }
    return count;
  }

  private int write(MmioInfo info, long address, int count) {
    int start = info.diskOffset();
    if (count < 0 || start < 0 || start > MAX_SIZE - count) {
      return -1;
    }
    if (count > 0) {
      content = Arrays.copyOf(content, Math.max(content.length, start + count));
      Transport.current().memory().view(address, count).get(0, content, start, count);
    }
    info.diskOffset(start + count);
    return count;
  }

  private int seek(MmioInfo info, int offset, int origin) {
    int base = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? info.diskOffset() : content.length;
    if (origin > SEEK_END || base + offset < 0) {
      return -1;
    }
    info.diskOffset(base + offset);
    return base + offset;
  }
}
