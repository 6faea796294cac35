package org.ioproc.model;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.ioproc.FourCc;
import org.ioproc.MmioException;
import org.ioproc.mmio.BufferState;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioChunk;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.OpenParameters;
import org.ioproc.mmio.SeekOrigin;

/** A file that a program opens through the client API. */
final class ClientFile implements TestedFile {

  private static final FourCc DATA = FourCc.of("data");
  private static final List<SeekOrigin> ORIGINS =
      List.of(SeekOrigin.START, SeekOrigin.CURRENT, SeekOrigin.END);
  private static final FourCc INFO = FourCc.of("INFO");

  private final MmioFile file;
  private final boolean inMemory;
  private final boolean grows;
  private final ByteBuffer own;
  private final Deque<MmioChunk> chunks = new ArrayDeque<>();
  private boolean usesOwn;
  private BufferState info;

  ClientFile(Mmio mmio, Setting setting, String name, long procedure, ByteBuffer own)
      throws MmioException {
    this.inMemory = setting.kind().isMemory();
    this.grows = setting.kind() == Setting.Kind.GROWING;
    this.own = own;
    this.usesOwn = inMemory || (setting.own() && setting.buffer() > 0);
    ByteBuffer memory = own.slice(0, inMemory ? setting.content() : setting.buffer());
    OpenParameters by =
        inMemory
            ? OpenParameters.inMemory(memory).expandingBy(setting.step())
            : procedure == 0 ? OpenParameters.byName() : OpenParameters.byProcedure(procedure);
    by = inMemory ? by : usesOwn ? by.buffer(memory) : by.buffer(setting.buffer());
    this.file =
        setting.creates()
            ? mmio.open(name, by, READ, WRITE, CREATE)
            : mmio.open(name, by, READ, WRITE);
  }

  /** A call that may fail with an exception. */
  private interface Call {
    int run() throws IOException;
  }

  private static int error(Call call) {
    try {
      return call.run();
    } catch (MmioException failure) {
      return failure.error().code();
    } catch (IOException other) {
      throw new AssertionError(other);
    }
  }

  private static int count(Call call) {
    try {
      return call.run();
    } catch (MmioException failure) {
      return -1;
    } catch (IOException other) {
      throw new AssertionError(other);
    }
  }

  @Override
  public int read(byte[] target, int count) {
    ByteBuffer heap = ByteBuffer.wrap(target, 0, count);
    return count(() -> Math.max(0, file.read(heap)));
  }

  @Override
  public int write(byte[] source) {
    ByteBuffer heap = ByteBuffer.wrap(source);
    int written = count(() -> file.write(heap));
    return written < 0 && heap.position() > 0 ? heap.position() : written;
  }

  @Override
  public int seek(int offset, int origin) {
    return count(() -> (int) file.seek(offset, ORIGINS.get(origin)));
  }

  @Override
  public int flush(boolean empties) {
    return error(
        () -> {
          if (empties) {
            file.buffer().flushAndEmpty();
          } else {
            file.buffer().flush();
          }
          return 0;
        });
  }

  @Override
  public int setBuffer(int bytes, boolean memory) {
    int error =
        error(
            () -> {
              if (memory && bytes > 0) {
                file.buffer().setBuffer(own.slice(0, bytes));
              } else {
                file.buffer().setBuffer(bytes);
              }
              return 0;
            });
    usesOwn = error == 0 ? memory && bytes > 0 : usesOwn;
    return error;
  }

  @Override
  public Look look() {
    try {
      info = file.buffer().state();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
    return last();
  }

  @Override
  public Look last() {
    return new Look(
        info.bufferSize(),
        info.next(),
        info.endRead(),
        info.endWrite(),
        inMemory ? 0 : info.bufferOffset(),
        info.diskOffset(),
        info.isDirty(),
        inMemory);
  }

  /** Memory that has grown no longer belongs to the program. */
  @Override
  public boolean reachesBuffer() {
    return usesOwn && info.bufferSize() > 0 && !grows;
  }

  @Override
  public byte get(int index) {
    return own.get(index);
  }

  @Override
  public void put(int index, byte[] bytes, int from, int count) {
    own.put(index, bytes, from, count);
  }

  @Override
  public int setInfo(int next, boolean dirty) {
    BufferState state = dirty ? info.withWritten(next) : info.withNext(next);
    return error(
        () -> {
          file.buffer().setState(state);
          return 0;
        });
  }

  @Override
  public int setWord(int word) {
    return error(
        () -> {
          file.buffer().setState(info.withWord(2, word));
          return 0;
        });
  }

  @Override
  public int discard() {
    return error(
        () -> {
          file.buffer().setState(info.withoutChanges());
          return 0;
        });
  }

  @Override
  public int advance(int next, boolean dirty, boolean writes) {
    BufferState state = dirty ? info.withWritten(next) : info.withNext(next);
    return error(
        () -> {
          info = file.buffer().advance(state, writes ? WRITE : READ);
          return 0;
        });
  }

  @Override
  public int create(int kind) {
    return error(
        () -> {
          chunks.push(
              kind == 0
                  ? file.chunks().createChunk(DATA)
                  : kind == 1 ? file.chunks().createRiff(INFO) : file.chunks().createList(INFO));
          return 0;
        });
  }

  @Override
  public int ascend() {
    return error(
        () -> {
          chunks.peek().close();
          chunks.pop();
          return 0;
        });
  }

  @Override
  public int[] descend() {
    int[] found = new int[3];
    int error =
        error(
            () -> {
              MmioChunk chunk = file.chunks().descend();
              found[0] = chunk.id().value();
              found[1] = (int) chunk.size();
              found[2] = (int) chunk.dataOffset();
              return 0;
            });
    return error != 0 ? new int[] {error} : found;
  }

  @Override
  public int close() {
    return error(
        () -> {
          file.close();
          return 0;
        });
  }
}
