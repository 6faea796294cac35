package org.ioproc.model;

import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;
import static org.ioproc.model.Mismatch.compare;
import static org.ioproc.model.Mismatch.require;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.ioproc.model.BufferActions.Until;

/**
 * Runs a program call by call, and the model with it. The actions define what the model does,
 * independently of how the manager works.
 */
final class ModelRun {

  /** The most bytes that a tested file reads at once. */
  private static final int MAX_READ = 512;

  private final ModelledFile modelled;
  private final PlainActions plain;
  private final BufferActions buffer;
  private final ChunkActions chunks;

  /**
   * Creates a run.
   *
   * @param path the path of an ordinary file
   */
  ModelRun(Setting setting, TestedFile file, FaultyProcedure procedure, Path path, byte[] content) {
    this.modelled = new ModelledFile(setting, file, procedure, path, new Model(content));
    this.plain = new PlainActions(modelled);
    this.buffer = new BufferActions(modelled);
    this.chunks = new ChunkActions(modelled);
  }

  void perform(Operation operation) throws IOException {
    int number = operation.number();
    modelled.procedure().takeFailed();
    modelled.procedure().healthy(false);
    switch (operation.action()) {
      case READ -> plain.read(number);
      case WRITE -> plain.write(number);
      case SEEK_SET -> plain.seekSet(number);
      case SEEK_CUR -> plain.seekCurrent(number);
      case SEEK_END -> plain.seekEnd(number);
      case FLUSH -> plain.flush(false);
      case EMPTY -> plain.flush(true);
      case BUFFER -> plain.setBuffer(number, false);
      case OWN_BUFFER -> plain.setBuffer(number, true);
      case LOOK -> modelled.look();
      case SAME -> buffer.setSame(false);
      case MARK -> buffer.setSame(true);
      case WORD -> buffer.setWord(number);
      case ADVANCE_READ -> buffer.advanceReading();
      case ADVANCE_WRITE -> buffer.advanceWriting();
      case DISCARD -> buffer.discard();
      case TAKE -> buffer.take(number);
      case PUT -> buffer.put(number, Until.SET);
      case PUT_READ -> buffer.put(number, Until.READ);
      case PUT_WRITE -> buffer.put(number, Until.WRITE);
      case READ_LOOP -> buffer.readLoop(number);
      case WRITE_LOOP -> buffer.writeLoop(number);
      case CREATE -> chunks.create(number);
      case ASCEND -> chunks.ascend();
      case DESCEND -> chunks.descend();
    }
  }

  /** Closes the file, which must contain exactly what the program wrote unless closing fails. */
  void close(ByteBuffer own) throws IOException {
    if (modelled.setting().kind().isMemory()) {
      readAll();
    }
    FaultyProcedure procedure = modelled.procedure();
    byte[] before = procedure.content();
    procedure.takeFailed();
    int error = modelled.file().close();
    if (modelled.hasFailed(error != 0, error)) {
      compareEither(procedure.content(), before, modelled.model().bytes());
    } else {
      modelled.compareStored("closed");
    }
    if (modelled.isFixed()) {
      byte[] memory = new byte[modelled.setting().content()];
      own.get(0, memory);
      byte[] expected = modelled.model().bytes();
      compare(Arrays.copyOf(memory, expected.length), expected, "the program's memory");
    }
  }

  private void readAll() {
    Model model = modelled.model();
    byte[] all = new byte[model.size() + 1];
    require(modelled.file().seek(0, SEEK_SET) == 0, "cannot seek to the beginning");
    int read = modelled.file().read(all, Math.min(all.length, MAX_READ));
    int expected = Math.min(model.size(), MAX_READ);
    require(read == expected, "has %s bytes, not %s", read, expected);
    model.position(0);
    compare(Arrays.copyOf(all, read), model.next(read), "in memory");
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
