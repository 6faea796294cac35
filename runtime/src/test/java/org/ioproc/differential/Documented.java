package org.ioproc.differential;

import static org.ioproc.MmioError.CHUNK_NOT_FOUND;
import static org.ioproc.MmioError.INVALID_PARAMETER;
import static org.ioproc.MmioError.UNBUFFERED;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATELIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATERIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_RWMODE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A model of what Microsoft documents: a file is bytes and a position, whether or not it has a
 * buffer. It checks the embedded manager call by call until the procedure's first fault, even where
 * winmm does something else.
 */
final class Documented {

  /** An expectation that any result meets. */
  private static final long ANY = Long.MIN_VALUE;

  /** Positions beyond this may be too far for {@link ScriptedProcedure} to write. */
  private static final int MAX_POSITION = 60_000;

  private final Setup setup;
  private final Map<Integer, Chunk> chunks = new HashMap<>();
  private final FaultCount faults;
  private byte[] content;
  private int size;
  private int room = Integer.MAX_VALUE;
  private long position;
  private boolean certain;

  private Documented(Setup setup, State opened) {
    this.setup = setup;
    this.faults = new FaultCount(setup);
    this.content = Content.of(setup.content());
    boolean creates = (setup.flags() & MMIO_CREATE) != 0;
    this.size = creates && !setup.kind().isCustom() ? 0 : content.length;
    if (setup.kind() == Setup.Kind.MEM) {
      this.room = opened.length();
      this.content = Arrays.copyOf(content, room);
      this.size = creates ? 0 : room;
    }
    this.certain = opened.isOpen();
  }

  /** Describes the first call that differs from the model; returns null if there is none. */
  static String check(Program program, List<Step> embedded) {
    Documented file = new Documented(program.setup(), embedded.get(0).state());
    file.lookForFaults(embedded.get(0));
    for (int i = 1; i < embedded.size() && file.certain; i++) {
      file.lookForFaults(embedded.get(i));
      Step step = embedded.get(i);
      Step before = embedded.get(i - 1);
      String wrong =
          i == embedded.size() - 1
              ? file.end(step)
              : step.isSkipped() ? null : file.call(program.callAt(i), before.state(), step);
      if (wrong != null) {
        return "call " + i + ": " + program.callAt(i) + "\n  " + wrong + "\n  embedded " + step;
      }
    }
    return null;
  }

  /** The documentation does not say what happens after a fault. */
  private void lookForFaults(Step step) {
    faults.after(step);
    certain &= faults.isUntouched();
  }

  private String end(Step step) {
    boolean same = step.data().equals(HexFormat.of().formatHex(Arrays.copyOf(content, size)));
    return same || setup.kind() == Setup.Kind.MEM ? null : "the file has other bytes";
  }

  private String call(Call call, State before, Step step) {
    if (!before.isOpen()) {
      return null;
    }
    long expected = expected(call, before, step);
    certain &= position < MAX_POSITION;
    if (!certain) {
      return null;
    }
    if (expected != ANY && expected != step.result()) {
      return "the documented result is " + expected;
    }
    return step.state().isOpen() && step.state().position() != position
        ? "the documented position is " + position
        : null;
  }

  private long expected(Call call, State before, Step step) {
    return switch (call.function()) {
      case READ -> read(call.first(), step);
      case WRITE -> write(call.first());
      case SEEK -> seek(call.first(), call.second());
      case FLUSH, CLOSE -> 0;
      case SETBUFFER -> setup.kind() == Setup.Kind.MEM ? INVALID_PARAMETER.code() : 0;
      case SETINFO -> giveUpIf(before.isBuffered() && !call.isUnchanged());
      case ADVANCE -> advance(call, before, step.state());
      case DESCEND -> descend(call, step);
      case CREATE -> create(call, step);
      case ASCEND -> ascend(call, step);
      default -> ANY;
    };
  }

  private long giveUpIf(boolean condition) {
    certain &= !condition;
    return ANY;
  }

  private long read(int count, Step step) {
    if (setup.kind() == Setup.Kind.DOS && (setup.flags() & MMIO_RWMODE) == MMIO_WRITE) {
      return -1;
    }
    int part = (int) Math.max(0, Math.min(count, size - position));
    int start = (int) Math.min(position, size);
    byte[] bytes = Arrays.copyOfRange(content, start, start + part);
    position += part;
    return step.data().equals(HexFormat.of().formatHex(bytes)) ? part : Long.MAX_VALUE;
  }

  private long write(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = Content.written(i);
    }
    return write(bytes);
  }

  private long write(byte[] bytes) {
    giveUpIf(setup.kind() == Setup.Kind.MEM && position > size);
    if (room != Integer.MAX_VALUE && setup.word() > 0) {
      long missing = Math.max(0, position + bytes.length - room);
      room += (int) ((missing + setup.word() - 1) / setup.word() * setup.word());
    }
    int part = (int) Math.min(bytes.length, room - position);
    if (part > 0) {
      int end = (int) position + part;
      content = Arrays.copyOf(content, Math.max(content.length, end));
      Arrays.fill(content, Math.min(size, (int) position), (int) position, (byte) 0);
      System.arraycopy(bytes, 0, content, (int) position, part);
      size = Math.max(size, end);
      position = end;
    }
    return part == 0 && bytes.length > 0 && room > 0 ? -1 : part;
  }

  private long seek(int offset, int origin) {
    long target =
        switch (origin) {
          case SEEK_SET -> offset;
          case SEEK_CUR -> position + offset;
          case SEEK_END -> setup.kind().isCustom() ? size + (long) offset : size - (long) offset;
          default -> -1;
        };
    boolean possible = target >= 0 && target <= room;
    position = possible ? target : position;
    return possible ? target : -1;
  }

  /** The new position depends on the buffer. */
  private long advance(Call call, State before, State after) {
    giveUpIf(call.second() == Call.DIRTY_INFO && before.isBuffered());
    position = after.position();
    room = setup.kind() == Setup.Kind.MEM ? after.length() : room;
    if (!before.isBuffered()) {
      return UNBUFFERED.code();
    }
    if ((call.first() & ~MMIO_WRITE) != 0) {
      return INVALID_PARAMETER.code();
    }
    return setup.kind() == Setup.Kind.MEM && call.first() == MMIO_WRITE ? ANY : 0;
  }

  /** The position after a search that finds nothing is undefined. */
  private long descend(Call call, Step step) {
    Chunk parent = call.second() < 0 ? null : chunks.getOrDefault(call.second(), Chunk.NONE);
    int name = Content.name(call.third() >> 16);
    int flags = call.third() & 0xFFFF;
    long found = new DocumentedSearch(content, size, room, parent, name, flags).from(position);
    chunks.put(call.first(), Chunk.parse(step.data()));
    position = found < 0 ? step.state().position() : found;
    return found < 0 ? CHUNK_NOT_FOUND.code() : 0;
  }

  private long create(Call call, Step step) {
    Chunk chunk = Chunk.parse(step.data());
    chunks.put(call.first(), chunk);
    boolean list = call.second() == MMIO_CREATERIFF || call.second() == MMIO_CREATELIST;
    ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(chunk.id()).putInt(chunk.size()).putInt(chunk.type());
    giveUpIf(setup.kind() == Setup.Kind.MEM);
    write(Arrays.copyOf(header.array(), list ? 12 : 8));
    return 0;
  }

  private long ascend(Call call, Step step) {
    Chunk chunk = chunks.getOrDefault(call.first(), Chunk.NONE);
    chunks.put(call.first(), Chunk.parse(step.data()));
    giveUpIf(setup.kind() == Setup.Kind.MEM || chunk.end() > Short.MAX_VALUE * 2);
    if (!certain) {
      return ANY;
    }
    return chunk.isDirty() ? complete(chunk) : leave(chunk);
  }

  private long complete(Chunk chunk) {
    int length = (int) position - chunk.dataOffset();
    giveUpIf(length < 0);
    if ((length & 1) != 0) {
      write(new byte[1]);
    }
    if (length != chunk.size() && certain) {
      position = chunk.dataOffset() - 4L;
      write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
    }
    position = (long) chunk.dataOffset() + length + (length & 1);
    return 0;
  }

  private long leave(Chunk chunk) {
    position = chunk.end() + (chunk.size() & 1);
    return 0;
  }
}
