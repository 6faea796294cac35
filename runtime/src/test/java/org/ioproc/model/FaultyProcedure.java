package org.ioproc.model;

import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;

/**
 * A procedure over bytes in memory that sometimes fails, or reads fewer bytes than requested. It
 * always reports its position. When a buffered request fails, it may have moved the position or
 * written part of the bytes.
 */
final class FaultyProcedure implements IoProcedure {

  private byte[] content = {};
  private Setting.Kind kind = Setting.Kind.CUSTOM;
  private Random random = new Random(0);
  private boolean healthy;
  private int failures;

  void begin(Setting setting, byte[] bytes) {
    content = bytes.clone();
    kind = setting.kind();
    random = new Random(setting.faults());
    healthy = false;
    failures = 0;
  }

  byte[] content() {
    return content.clone();
  }

  /** Stops or resumes the faults. */
  void healthy(boolean all) {
    healthy = all;
  }

  /** Returns whether the procedure has failed since the last call of this method. */
  boolean takeFailed() {
    boolean failed = failures > 0;
    failures = 0;
    return failed;
  }

  @Override
  public long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    MmioInfo info = MmioInfo.at(lpmmioinfo);
    return switch (message) {
      case MMIOM_READ -> read(info, lParam1, (int) lParam2);
      case MMIOM_WRITE -> write(info, lParam1, (int) lParam2);
      case MMIOM_SEEK -> seek(info, (int) lParam1, (int) lParam2);
      default -> 0;
    };
  }

  private boolean fails() {
    boolean fails = kind == Setting.Kind.FAILING && !healthy && random.nextInt(6) == 0;
    failures += fails ? 1 : 0;
    return fails;
  }

  private int progress(MmioInfo info, int limit) {
    return info.bufferLength() == 0 ? 0 : random.nextInt(limit + 1);
  }

  private long read(MmioInfo info, long address, int wanted) {
    int start = info.diskOffset();
    if (fails()) {
      info.diskOffset(start + progress(info, 3));
      return -1;
    }
    int count = Math.max(0, Math.min(wanted, content.length - start));
    if (kind.isShort() && !healthy && count > 1 && random.nextInt(3) == 0) {
      count = 1 + random.nextInt(count - 1);
    }
    if (count > 0) {
      Transport.current().memory().view(address, count).put(0, content, start, count);
    }
    info.diskOffset(start + count);
    return count;
  }

  private long write(MmioInfo info, long address, int count) {
    if (!fails()) {
      return store(info, address, count);
    }
    if (random.nextBoolean()) {
      return count == 0 ? -1 : store(info, address, random.nextInt(count));
    }
    store(info, address, Math.min(count, progress(info, 5)));
    return -1;
  }

  private int store(MmioInfo info, long address, int count) {
    int start = info.diskOffset();
    if (count > 0) {
      ByteBuffer source = Transport.current().memory().view(address, count);
      content = Arrays.copyOf(content, Math.max(content.length, start + count));
      source.get(0, content, start, count);
    }
    info.diskOffset(start + count);
    return count;
  }

  private long seek(MmioInfo info, int offset, int origin) {
    int base = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? info.diskOffset() : content.length;
    if (fails()) {
      info.diskOffset(info.diskOffset() + progress(info, 4));
      return -1;
    }
    int target = base + offset;
    if (target < 0) {
      return -1;
    }
    info.diskOffset(target);
    return target;
  }
}
