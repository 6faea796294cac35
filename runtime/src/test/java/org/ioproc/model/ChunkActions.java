package org.ioproc.model;

import static org.ioproc.MmioError.CANNOT_SEEK;
import static org.ioproc.MmioError.CHUNK_NOT_FOUND;
import static org.ioproc.model.Mismatch.require;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.ioproc.FourCc;

/** The actions on chunks. */
final class ChunkActions {

  private final ModelledFile modelled;
  private final Setting setting;
  private final TestedFile file;
  private final Model model;

  /** Where the data of the open chunks begins, the innermost first. */
  private final Deque<Integer> chunks = new ArrayDeque<>();

  ChunkActions(ModelledFile modelled) {
    this.modelled = modelled;
    this.setting = modelled.setting();
    this.file = modelled.file();
    this.model = modelled.model();
  }

  void create(int kind) {
    int length = kind == 0 ? 8 : 12;
    if (modelled.isFixed() && model.position() + 16 > setting.content()) {
      return;
    }
    int error = file.create(kind);
    if (modelled.hasFailed(error != 0, error)) {
      modelled.procedure().healthy(true);
      modelled.seekBack();
      int again = file.create(kind);
      require(again == 0, "fails again: %s", again);
    }
    chunks.push(model.position() + 8);
    String id = kind == 0 ? "data" : kind == 1 ? "RIFF" : "LIST";
    ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(FourCc.of(id).value()).putInt(0).putInt(FourCc.of("INFO").value());
    model.write(header.array(), length);
    modelled.look();
  }

  void ascend() {
    boolean full = modelled.isFixed() && model.position() + 1 > setting.content();
    if (chunks.isEmpty() || model.position() < chunks.peek() || full) {
      return;
    }
    int error = file.ascend();
    if (modelled.hasFailed(error != 0, error)) {
      modelled.procedure().healthy(true);
      if (error == CANNOT_SEEK.code()) {
        modelled.seekBack();
      }
      int again = file.ascend();
      require(again == 0, "fails again: %s", again);
    }
    complete(chunks.pop());
    modelled.look();
  }

  /** Pads the chunk, and writes its size. */
  private void complete(int start) {
    int size = model.position() - start;
    if (size % 2 != 0) {
      model.write(new byte[1], 1);
    }
    if (size != 0) {
      model.position(start - 4);
      model.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(size).array(), 4);
    }
    model.position(start + size + size % 2);
  }

  void descend() {
    int there = model.readable(12);
    boolean mayBeShort = setting.kind().isShort() && modelled.look().size() == 0;
    boolean mayBeTooLong = setting.kind().isMemory() && there < 12 && there >= 8;
    if (mayBeShort || mayBeTooLong) {
      return;
    }
    int[] found = file.descend();
    if (there < 8) {
      require(found[0] == CHUNK_NOT_FOUND.code(), "finds a chunk: %s", Arrays.toString(found));
      modelled.procedure().healthy(true);
      modelled.seekBack();
    } else if (modelled.hasFailed(found.length == 1, found[0])) {
      modelled.procedure().healthy(true);
      modelled.seekBack();
    } else {
      enter(found);
    }
  }

  private void enter(int[] found) {
    ByteBuffer header = ByteBuffer.wrap(model.next(8)).order(ByteOrder.LITTLE_ENDIAN);
    int id = header.getInt();
    int[] expected = {id, header.getInt(), model.position() + 8};
    require(Arrays.equals(found, expected), "finds %s", Arrays.toString(found));
    boolean list = id == FourCc.of("RIFF").value() || id == FourCc.of("LIST").value();
    model.position(model.position() + (list ? 12 : 8));
    modelled.look();
  }
}
