package org.ioproc.model;

import static org.ioproc.MmioError.CANNOT_EXPAND;
import static org.ioproc.MmioError.UNBUFFERED;
import static org.ioproc.model.Mismatch.compare;
import static org.ioproc.model.Mismatch.require;

import java.io.IOException;

/** The actions that access the buffer directly, or call mmioSetInfo or mmioAdvance. */
final class BufferActions {

  private final ModelledFile modelled;
  private final Setting setting;
  private final TestedFile file;
  private final Model model;

  BufferActions(ModelledFile modelled) {
    this.modelled = modelled;
    this.setting = modelled.setting();
    this.file = modelled.file();
    this.model = modelled.model();
  }

  /** Passes the position back unchanged, perhaps with MMIO_DIRTY. */
  void setSame(boolean dirty) {
    requireSame(file.setInfo(modelled.look().next(), dirty));
  }

  void setWord(int word) {
    modelled.look();
    requireSame(file.setWord(word));
  }

  private void requireSame(int error) {
    modelled.hasFailed(error != 0, error);
    modelled.look();
  }

  /** Discards changes that are not in the file yet. */
  void discard() throws IOException {
    boolean dirty = modelled.look().dirty();
    requireSame(file.discard());
    if (dirty && !setting.kind().isMemory()) {
      model.bytes(modelled.stored());
      modelled.look();
    }
  }

  /** The manager may continue from the position or from the end of the bytes that were read. */
  void advanceReading() {
    Look before = modelled.look();
    int error = file.advance(before.next(), false, false);
    if (before.size() == 0) {
      requireUnbuffered(error);
    } else if (!modelled.hasFailed(error != 0, error)) {
      int position = file.look().position();
      int end = before.bufferOffset() + before.endRead();
      require(position == model.position() || position == end, "is at %s: %s", position, before);
      model.position(position);
    }
    modelled.look();
  }

  void advanceWriting() {
    Look before = modelled.look();
    int error = file.advance(before.next(), false, true);
    if (before.size() == 0) {
      requireUnbuffered(error);
    } else if (isFull(before, before.next())) {
      requireFull(error);
    } else {
      modelled.hasFailed(error != 0, error);
    }
    modelled.look();
  }

  private static void requireUnbuffered(int error) {
    require(error == UNBUFFERED.code(), "advances without a buffer: %s", error);
  }

  private boolean isFull(Look look, int next) {
    return look.memory() && setting.step() == 0 && next == look.size();
  }

  private static void requireFull(int error) {
    require(error == CANNOT_EXPAND.code(), "has no room: %s", error);
  }

  void take(int count) {
    Look look = modelled.look();
    if (file.reachesBuffer()) {
      endTaking(look.next() + takeFrom(count));
    }
  }

  private int takeFrom(int count) {
    Look look = file.last();
    int part = Math.max(0, Math.min(count, look.endRead() - look.next()));
    byte[] bytes = new byte[part];
    for (int i = 0; i < part; i++) {
      bytes[i] = file.get(look.next() + i);
    }
    require(part <= model.readable(part), "%s bytes past the end: %s", part, look);
    compare(bytes, model.next(part), "in the buffer at " + model.position());
    model.position(model.position() + part);
    return part;
  }

  /** Passes the new position back, which may fail if the buffer has changes after a gap. */
  private void endTaking(int next) {
    Look before = file.last();
    int error = file.setInfo(next, false);
    if (modelled.hasFailed(error != 0, error)) {
      acceptEither(before);
    }
    modelled.look();
  }

  /** With changes in the buffer, a failure may leave the position where it was before. */
  private void acceptEither(Look before) {
    if (before.dirty() && file.look().position() == before.position()) {
      model.position(before.position());
    }
  }

  /** How a direct write ends. */
  enum Until {
    SET,
    READ,
    WRITE
  }

  void put(int count, Until until) {
    Look look = modelled.look();
    int part = Math.min(count, look.endWrite() - look.next());
    if (part > 0 && file.reachesBuffer()) {
      byte[] bytes = model.newBytes(part);
      file.put(look.next(), bytes, 0, part);
      endPutting(look, bytes, part, until);
    }
  }

  /** A failure leaves the position before the bytes or, if they were accepted, after them. */
  private void endPutting(Look look, byte[] bytes, int part, Until until) {
    int end = look.next() + part;
    int error =
        until == Until.SET
            ? file.setInfo(end, true)
            : file.advance(end, true, until == Until.WRITE);
    if (until == Until.WRITE && isFull(look, end)) {
      requireFull(error);
    } else if (modelled.hasFailed(error != 0, error)) {
      modelled.procedure().healthy(true);
      if (file.look().position() == model.position()) {
        putAgain(bytes, part);
      }
    }
    model.write(bytes, part);
    if (look.memory() && until == Until.READ) {
      model.position(model.size());
    }
    modelled.look();
  }

  private void putAgain(byte[] bytes, int part) {
    file.put(file.last().next(), bytes, 0, part);
    int again = file.setInfo(file.last().next() + part, true);
    require(again == 0, "fails again: %s", again);
  }

  /** Reads with the loop that Microsoft documents for mmioAdvance. */
  void readLoop(int count) {
    modelled.look();
    int left = file.reachesBuffer() ? count : 0;
    while (left > 0 && (isReadable() || fill())) {
      left = takeOrAdvance(left);
    }
    modelled.look();
  }

  private boolean isReadable() {
    return file.last().next() < file.last().endRead();
  }

  /** Returns false at the end of the file, and on failure. */
  private boolean fill() {
    int error = file.advance(file.last().next(), false, false);
    if (modelled.hasFailed(error != 0, error)) {
      modelled.look();
      return false;
    }
    model.position(file.last().memory() ? model.size() : model.position());
    if (file.last().next() == file.last().endRead()) {
      require(model.readable(1) == 0, "ends at %s: %s", model.position(), file.last());
      return false;
    }
    return true;
  }

  /** Returns the number of bytes left to read; 0 after a failure. */
  private int takeOrAdvance(int count) {
    int taken = takeFrom(count);
    int left = count - taken;
    Look before = file.last();
    if (left == 0) {
      endTaking(before.next() + taken);
      return 0;
    }
    int error = file.advance(before.next() + taken, false, false);
    if (modelled.hasFailed(error != 0, error)) {
      acceptEither(before);
      return 0;
    }
    return left;
  }

  /** Writes with the loop that Microsoft documents for mmioAdvance. */
  void writeLoop(int count) {
    Look look = modelled.look();
    int left = file.reachesBuffer() ? count : 0;
    while (left > 0) {
      int part = Math.min(left, look.endWrite() - look.next());
      if (part > 0) {
        put(part, left > part ? Until.WRITE : Until.SET);
      } else {
        advanceWriting();
        if (look.memory() && setting.step() == 0) {
          return;
        }
      }
      left -= part;
      look = modelled.look();
      if (part <= 0 && look.next() >= look.endWrite()) {
        return;
      }
    }
  }
}
