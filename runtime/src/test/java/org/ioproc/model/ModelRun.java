package org.ioproc.model;

import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Matcher;
import org.ioproc.FourCc;

/**
 * One run of a program, call by call, beside the model. What the model does is written down here
 * without a look at how the manager does it. After a failure that the procedure has caused the
 * program goes on with a healthy one, as far as it must to know where it is.
 */
final class ModelRun {

  /** What a test finds that does not agree with the model. */
  static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mismatch(String text) {
      super(text);
    }
  }

  private static final int UNBUFFERED = 266;
  private static final int CANNOT_EXPAND = 264;
  private static final int CHUNK_NOT_FOUND = 265;
  private static final int CANNOT_SEEK = 263;

  private final Setting setting;
  private final TestedFile file;
  private final FaultyProcedure procedure;
  private final Path path;
  private final Model model;
  private final Deque<Integer> chunks = new ArrayDeque<>();
  private int written;

  /** The path is that of an ordinary file. */
  ModelRun(Setting setting, TestedFile file, FaultyProcedure procedure, Path path, byte[] content) {
    this.setting = setting;
    this.file = file;
    this.procedure = procedure;
    this.path = path;
    this.model = new Model(content);
  }

  void perform(Operation operation) throws IOException {
    int number = operation.number();
    procedure.takeFailed();
    procedure.healthy(false);
    switch (operation.action()) {
      case READ -> read(number);
      case WRITE -> write(number);
      case SEEK_SET -> seek(number, 0, number);
      case SEEK_CUR -> seek(number, 1, model.position() + number);
      case SEEK_END ->
          seek(number, 2, model.size() + (setting.kind().isCustom() ? number : -number));
      case FLUSH -> flush(false);
      case EMPTY -> flush(true);
      case BUFFER -> setBuffer(number, false);
      case OWN_BUFFER -> setBuffer(number, true);
      case LOOK -> look();
      case SAME -> tellTheSame(file.setInfo(look().next(), false));
      case MARK -> tellTheSame(file.setInfo(look().next(), true));
      case WORD -> {
        look();
        tellTheSame(file.setWord(number));
      }
      case ADVANCE_READ -> advanceReading();
      case ADVANCE_WRITE -> advanceWriting();
      case DISCARD -> discard();
      case TAKE -> take(number);
      case PUT -> put(number, Until.SET);
      case PUT_READ -> put(number, Until.READ);
      case PUT_WRITE -> put(number, Until.WRITE);
      case READ_LOOP -> readLoop(number);
      case WRITE_LOOP -> writeLoop(number);
      case CREATE -> create(number);
      case ASCEND -> ascend();
      case DESCEND -> descend();
    }
  }

  /** Each {@code %s} of the text is a value. */
  private static void require(boolean right, String text, Object... values) {
    if (!right) {
      String said = text;
      for (Object value : values) {
        said = said.replaceFirst("%s", Matcher.quoteReplacement(String.valueOf(value)));
      }
      throw new Mismatch(said);
    }
  }

  /** An error is right only if the procedure has failed. */
  private boolean hasFailed(boolean failed, Object result) {
    boolean reason = procedure.takeFailed();
    require(!failed || reason, "fails with %s, and nothing has failed", result);
    return failed;
  }

  private void read(int count) {
    byte[] bytes = new byte[count];
    int expected = model.readable(count);
    boolean mayBeShort = setting.kind().isShort() && look().size() == 0;
    int read = file.read(bytes, count);
    if (hasFailed(read < 0, read)) {
      return;
    }
    boolean right =
        mayBeShort ? read <= expected && (read > 0) == (expected > 0) : read == expected;
    require(right, "read %s bytes, not %s", read, expected);
    compare(Arrays.copyOf(bytes, read), model.next(read), "read at " + model.position());
    model.position(model.position() + read);
  }

  private static void compare(byte[] actual, byte[] expected, String what) {
    int wrong = Arrays.mismatch(actual, expected);
    require(
        wrong < 0,
        "%s: byte %s of\n  %s, not\n  %s",
        what,
        wrong,
        Arrays.toString(actual),
        Arrays.toString(expected));
  }

  /** Each byte tells when it was written; 0 and -1 are none of them. */
  private byte[] data(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (1 + written++ % 250);
    }
    return bytes;
  }

  private void write(int count) {
    byte[] bytes = data(count);
    int room = setting.kind() == Setting.Kind.MEMORY ? setting.content() - model.position() : count;
    int expected = Math.min(room, count);
    int result = file.write(bytes);
    if (result >= 0 && result < expected) {
      hasFailed(true, result);
    } else if (expected > 0 || count == 0) {
      if (hasFailed(result < 0, result)) {
        return;
      }
      require(result == expected, "wrote %s bytes, not %s", result, expected);
    }
    require(result <= expected, "wrote %s bytes of %s", result, expected);
    model.write(bytes, Math.max(0, result));
  }

  private void seek(int offset, int origin, int target) {
    int limit = setting.kind().isMemory() ? look().size() : Integer.MAX_VALUE;
    int reached = file.seek(offset, origin);
    if (target < 0 || target > limit) {
      require(reached == -1, "seeks to %s", reached);
      return;
    }
    if (!hasFailed(reached < 0, reached)) {
      require(reached == target, "seeks to %s, not %s", reached, target);
      model.position(target);
    }
  }

  private void flush(boolean empties) throws IOException {
    int error = file.flush(empties);
    if (!hasFailed(error != 0, error)) {
      compareStored("flushed");
    }
  }

  private void compareStored(String when) throws IOException {
    if (!setting.kind().isMemory()) {
      compare(stored(), model.bytes(), when);
    }
  }

  private void setBuffer(int bytes, boolean own) {
    if (!setting.kind().isMemory()) {
      int error = file.setBuffer(bytes, own);
      hasFailed(error != 0, error);
    }
  }

  private Look look() {
    Look look = file.look();
    require(
        look.position() == model.position(),
        "is at %s, not %s: %s",
        look.position(),
        model.position(),
        look);
    return look;
  }

  private void tellTheSame(int error) {
    hasFailed(error != 0, error);
    look();
  }

  /** On from where the program is or what was read ends. */
  private void advanceReading() {
    Look before = look();
    int error = file.advance(before.next(), false, false);
    if (before.size() == 0) {
      require(error == UNBUFFERED, "advances without a buffer: %s", error);
    } else if (!hasFailed(error != 0, error)) {
      int position = file.look().position();
      int behind = before.bufferOffset() + before.endRead();
      require(position == model.position() || position == behind, "is at %s: %s", position, before);
      model.position(position);
    }
    look();
  }

  private void advanceWriting() {
    Look before = look();
    int error = file.advance(before.next(), false, true);
    if (before.size() == 0) {
      require(error == UNBUFFERED, "advances without a buffer: %s", error);
    } else if (before.memory() && setting.step() == 0 && before.next() == before.size()) {
      require(error == CANNOT_EXPAND, "there is no room: %s", error);
    } else {
      hasFailed(error != 0, error);
    }
    look();
  }

  /** What is not in the file yet is given up. */
  private void discard() throws IOException {
    boolean dirty = look().dirty();
    tellTheSame(file.discard());
    if (dirty && !setting.kind().isMemory()) {
      model.bytes(stored());
      look();
    }
  }

  private byte[] stored() throws IOException {
    return setting.kind().isCustom() ? procedure.content() : Files.readAllBytes(path);
  }

  private int takeFrom(int count) {
    Look look = file.last();
    int part = Math.max(0, Math.min(count, look.endRead() - look.next()));
    byte[] bytes = new byte[part];
    for (int i = 0; i < part; i++) {
      bytes[i] = file.get(look.next() + i);
    }
    require(part <= model.readable(part), "%s bytes behind the end: %s", part, look);
    compare(bytes, model.next(part), "in the buffer at " + model.position());
    model.position(model.position() + part);
    return part;
  }

  private void take(int count) {
    Look look = look();
    if (file.reachesBuffer()) {
      endTaking(look.next() + takeFrom(count));
    }
  }

  /** With something behind a gap still to be written, that may fail. */
  private void endTaking(int next) {
    Look before = file.last();
    int error = file.setInfo(next, false);
    if (hasFailed(error != 0, error)) {
      stayOrGo(before);
    }
    look();
  }

  /** If something was to be written the program may be where it was, and else where it said. */
  private void stayOrGo(Look before) {
    if (before.dirty() && file.look().position() == before.position()) {
      model.position(before.position());
    }
  }

  /** How writing in the buffer ends. */
  private enum Until {
    SET,
    READ,
    WRITE
  }

  private void put(int count, Until until) {
    Look look = look();
    int part = Math.min(count, look.endWrite() - look.next());
    if (part > 0 && file.reachesBuffer()) {
      byte[] bytes = data(part);
      file.put(look.next(), bytes, 0, part);
      tell(look, bytes, part, until);
    }
  }

  /** A failure leaves the program where it was or, with what it has put, behind that. */
  private void tell(Look look, byte[] bytes, int part, Until until) {
    int end = look.next() + part;
    int error =
        until == Until.SET
            ? file.setInfo(end, true)
            : file.advance(end, true, until == Until.WRITE);
    boolean full = look.memory() && setting.step() == 0 && end == look.size();
    if (full && until == Until.WRITE) {
      require(error == CANNOT_EXPAND, "there is no room: %s", error);
    } else if (hasFailed(error != 0, error)) {
      procedure.healthy(true);
      if (file.look().position() == model.position()) {
        file.put(file.last().next(), bytes, 0, part);
        int again = file.setInfo(file.last().next() + part, true);
        require(again == 0, "fails again: %s", again);
      }
    }
    model.write(bytes, part);
    if (look.memory() && until == Until.READ) {
      model.position(model.size());
    }
    look();
  }

  private void readLoop(int count) {
    look();
    int left = file.reachesBuffer() ? count : 0;
    while (left > 0) {
      if (file.last().next() >= file.last().endRead()) {
        int error = file.advance(file.last().next(), false, false);
        if (hasFailed(error != 0, error)) {
          look();
          return;
        }
        model.position(file.last().memory() ? model.size() : model.position());
        if (file.last().next() == file.last().endRead()) {
          require(model.readable(1) == 0, "ends at %s: %s", model.position(), file.last());
          break;
        }
      }
      int taken = takeFrom(left);
      left -= taken;
      if (left > 0) {
        Look before = file.last();
        int error = file.advance(before.next() + taken, false, false);
        if (hasFailed(error != 0, error)) {
          stayOrGo(before);
          look();
          return;
        }
      } else {
        endTaking(file.last().next() + taken);
      }
    }
    look();
  }

  private void writeLoop(int count) {
    Look look = look();
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
      look = look();
      if (part <= 0 && look.next() >= look.endWrite()) {
        return;
      }
    }
  }

  private void create(int kind) {
    int length = kind == 0 ? 8 : 12;
    if (setting.kind() == Setting.Kind.MEMORY && model.position() + 16 > setting.content()) {
      return;
    }
    int error = file.create(kind);
    if (hasFailed(error != 0, error)) {
      procedure.healthy(true);
      goBack();
      int again = file.create(kind);
      require(again == 0, "fails again: %s", again);
    }
    chunks.push(model.position() + 8);
    String id = kind == 0 ? "data" : kind == 1 ? "RIFF" : "LIST";
    ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(FourCc.of(id).value()).putInt(0).putInt(FourCc.of("INFO").value());
    model.write(header.array(), length);
    look();
  }

  private void goBack() {
    int reached = file.seek(model.position(), 0);
    require(reached == model.position(), "goes back to %s", reached);
  }

  private void ascend() {
    boolean full =
        setting.kind() == Setting.Kind.MEMORY && model.position() + 1 > setting.content();
    if (chunks.isEmpty() || model.position() < chunks.peek() || full) {
      return;
    }
    int error = file.ascend();
    if (hasFailed(error != 0, error)) {
      procedure.healthy(true);
      if (error == CANNOT_SEEK) {
        goBack();
      }
      int again = file.ascend();
      require(again == 0, "fails again: %s", again);
    }
    int start = chunks.pop();
    int size = model.position() - start;
    if (size % 2 != 0) {
      model.write(new byte[1], 1);
    }
    if (size != 0) {
      model.position(start - 4);
      model.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(size).array(), 4);
    }
    model.position(start + size + size % 2);
    look();
  }

  private void descend() {
    int there = model.readable(12);
    boolean isUnsure =
        (setting.kind().isShort() && look().size() == 0)
            || (setting.kind().isMemory() && there < 12 && there >= 8);
    if (isUnsure) {
      return;
    }
    int[] found = file.descend();
    if (there < 8) {
      require(found[0] == CHUNK_NOT_FOUND, "finds a chunk: %s", Arrays.toString(found));
      procedure.healthy(true);
      goBack();
      return;
    }
    if (hasFailed(found.length == 1, found[0])) {
      procedure.healthy(true);
      goBack();
      return;
    }
    ByteBuffer header = ByteBuffer.wrap(model.next(8)).order(ByteOrder.LITTLE_ENDIAN);
    int id = header.getInt();
    int[] expected = {id, header.getInt(), model.position() + 8};
    require(Arrays.equals(found, expected), "finds %s", Arrays.toString(found));
    boolean list = id == FourCc.of("RIFF").value() || id == FourCc.of("LIST").value();
    model.position(model.position() + (list ? 12 : 8));
    look();
  }

  /** What was accepted is in the file, or closing it fails; nothing else is. */
  void close(ByteBuffer own) throws IOException {
    if (setting.kind().isMemory()) {
      byte[] all = new byte[model.size() + 1];
      require(file.seek(0, 0) == 0, "does not begin");
      int read = file.read(all, Math.min(all.length, 512));
      int expected = Math.min(model.size(), 512);
      require(read == expected, "has %s bytes, not %s", read, expected);
      model.position(0);
      compare(Arrays.copyOf(all, read), model.next(read), "in memory");
    }
    byte[] before = procedure.content();
    procedure.takeFailed();
    int error = file.close();
    if (hasFailed(error != 0, error)) {
      compareEither(procedure.content(), before, model.bytes());
    } else {
      compareStored("closed");
    }
    if (setting.kind() == Setting.Kind.MEMORY) {
      byte[] memory = new byte[setting.content()];
      own.get(0, memory);
      compare(Arrays.copyOf(memory, model.size()), model.bytes(), "the program's memory");
    }
  }

  private static void compareEither(byte[] actual, byte[] before, byte[] after) {
    require(actual.length <= Math.max(before.length, after.length), "is longer");
    for (int i = 0; i < actual.length; i++) {
      boolean old = i < before.length ? actual[i] == before[i] : actual[i] == 0;
      boolean right = old || (i < after.length && actual[i] == after[i]);
      require(right, "byte %s is %s", i, actual[i]);
    }
  }
}
