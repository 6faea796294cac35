package org.ioproc.model;

import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;
import static org.ioproc.model.Mismatch.compare;
import static org.ioproc.model.Mismatch.require;

import java.io.IOException;
import java.util.Arrays;

/** The actions that do not access the buffer directly. */
final class PlainActions {

  private final ModelledFile modelled;
  private final Setting setting;
  private final TestedFile file;
  private final Model model;

  PlainActions(ModelledFile modelled) {
    this.modelled = modelled;
    this.setting = modelled.setting();
    this.file = modelled.file();
    this.model = modelled.model();
  }

  void read(int count) {
    byte[] bytes = new byte[count];
    int expected = model.readable(count);
    boolean mayBeShort = setting.kind().isShort() && modelled.look().size() == 0;
    int read = file.read(bytes, count);
    if (modelled.hasFailed(read < 0, read)) {
      return;
    }
    boolean right =
        mayBeShort ? read <= expected && (read > 0) == (expected > 0) : read == expected;
    require(right, "read %s bytes, not %s", read, expected);
    compare(Arrays.copyOf(bytes, read), model.next(read), "read at " + model.position());
    model.position(model.position() + read);
  }

  void write(int count) {
    byte[] bytes = model.newBytes(count);
    int room = modelled.isFixed() ? setting.content() - model.position() : count;
    int expected = Math.min(room, count);
    int result = file.write(bytes);
    if (result >= 0 && result < expected) {
      modelled.hasFailed(true, result);
    } else if (expected > 0 || count == 0) {
      if (modelled.hasFailed(result < 0, result)) {
        return;
      }
      require(result == expected, "wrote %s bytes, not %s", result, expected);
    }
    require(result <= expected, "wrote %s bytes of %s", result, expected);
    model.write(bytes, Math.max(0, result));
  }

  void seekSet(int offset) {
    seek(offset, SEEK_SET, offset);
  }

  void seekCurrent(int offset) {
    seek(offset, SEEK_CUR, model.position() + offset);
  }

  /** Custom procedures add the offset to the end. Built-in procedures subtract it. */
  void seekEnd(int offset) {
    seek(offset, SEEK_END, model.size() + (setting.kind().isCustom() ? offset : -offset));
  }

  private void seek(int offset, int origin, int target) {
    int limit = setting.kind().isMemory() ? modelled.look().size() : Integer.MAX_VALUE;
    int reached = file.seek(offset, origin);
    if (target < 0 || target > limit) {
      require(reached == -1, "seeks to %s", reached);
      return;
    }
    if (!modelled.hasFailed(reached < 0, reached)) {
      require(reached == target, "seeks to %s, not %s", reached, target);
      model.position(target);
    }
  }

  void flush(boolean empties) throws IOException {
    int error = file.flush(empties);
    if (!modelled.hasFailed(error != 0, error)) {
      modelled.compareStored("flushed");
    }
  }

  void setBuffer(int bytes, boolean own) {
    if (!setting.kind().isMemory()) {
      int error = file.setBuffer(bytes, own);
      modelled.hasFailed(error != 0, error);
    }
  }
}
