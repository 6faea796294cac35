package org.ioproc.differential;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;

/** Makes a program's calls on one open file. */
final class FileCalls {

  private static final int SLOTS = 4;

  private final MmioFunctions mmio;
  private final long handle;
  private final Memory memory;
  private final MmioInfo info = MmioInfo.allocate();
  private final MmckInfo[] chunks = new MmckInfo[SLOTS];
  private String shown = "";
  private State advanced = State.CLOSED;

  FileCalls(MmioFunctions mmio, long handle, Memory memory) {
    this.mmio = mmio;
    this.handle = handle;
    this.memory = memory;
    for (int i = 0; i < SLOTS; i++) {
      chunks[i] = new MmckInfo();
    }
  }

  /** Returns the chunk that a call ascends from; {@link Chunk#NONE} for other calls. */
  Chunk chunk(Call call) {
    return call.function() == Call.Function.ASCEND ? seen(chunks[call.first()]) : Chunk.NONE;
  }

  /** Returns the last call's output besides its result, and clears it. */
  String takeShown(Setup setup) {
    String taken = advanced.isOpen() ? setup.comparable(advanced).toString() : shown;
    shown = "";
    advanced = State.CLOSED;
    return taken;
  }

  long perform(Call call, State state) {
    return switch (call.function()) {
      case READ -> read(call.first());
      case WRITE -> mmio.mmioWrite(handle, memory.written(call.first()), call.first());
      case SEEK -> mmio.mmioSeek(handle, call.first(), call.second());
      case FLUSH -> mmio.mmioFlush(handle, call.first());
      case SETINFO -> setInfo(call, state);
      case SETBUFFER ->
          mmio.mmioSetBuffer(handle, call.second() == 0 ? 0 : memory.own(), call.first(), 0);
      case ADVANCE -> advance(call);
      case SEND -> mmio.mmioSendMessage(handle, call.first(), call.second(), call.third());
      case DESCEND -> descend(call);
      case ASCEND -> show(mmio.mmioAscend(handle, chunks[call.first()], 0), chunks[call.first()]);
      case CREATE -> create(call);
      case CLOSE -> mmio.mmioClose(handle, call.first());
      default -> throw new IllegalArgumentException(call.toString());
    };
  }

  private long read(int count) {
    long result = mmio.mmioRead(handle, memory.cleared(count), count);
    shown = Execution.hex(memory.read(Math.min(count, result)));
    return result;
  }

  private long setInfo(Call call, State state) {
    mmio.mmioGetInfo(handle, info);
    if (call.first() < 0) {
      info.flags(call.first() == Call.CLEAN ? info.flags() & ~MMIO_DIRTY : info.flags());
      info.bufferOffset(info.bufferOffset() + (call.first() == Call.STALE ? 5 : 0));
      return mmio.mmioSetInfo(handle, info);
    }
    int length = info.bufferLength();
    info.next(info.buffer() + part(call.first() & 0xFFFF, length));
    info.endRead(info.buffer() + part(call.second(), length));
    info.endWrite(info.buffer() + part(call.third(), length));
    if (call.first() >> 16 != 0) {
      info.flags(info.flags() | MMIO_DIRTY);
    }
    if (state.isOpen()) {
      Memory.write(info.buffer(), part(Math.max(call.first() & 0xFFFF, call.second()), length));
    }
    info.info(1, info.info(1) + 1);
    return mmio.mmioSetInfo(handle, info);
  }

  private static int part(int of256, int length) {
    return of256 * length / 256;
  }

  private long advance(Call call) {
    mmio.mmioGetInfo(handle, info);
    if (call.second() == Call.DIRTY_INFO) {
      info.flags(info.flags() | MMIO_DIRTY);
    }
    int result = mmio.mmioAdvance(handle, call.second() == 0 ? null : info, call.first());
    advanced = call.second() == 0 ? State.CLOSED : State.of(info, memory.own());
    return result;
  }

  private long descend(Call call) {
    MmckInfo chunk = chunks[call.first()];
    int name = Content.name(call.third() >> 16);
    chunk.chunkId(name);
    chunk.type(name);
    MmckInfo parent = call.second() < 0 ? null : chunks[call.second()];
    return show(mmio.mmioDescend(handle, chunk, parent, call.third() & 0xFFFF), chunk);
  }

  private long create(Call call) {
    MmckInfo chunk = chunks[call.first()];
    chunk.chunkId(FourCc.of("data").value());
    chunk.type(FourCc.of("WAVE").value());
    chunk.size(call.third());
    return show(mmio.mmioCreateChunk(handle, chunk, call.second()), chunk);
  }

  private long show(long result, MmckInfo chunk) {
    shown = seen(chunk).toString();
    return result;
  }

  private static Chunk seen(MmckInfo chunk) {
    return new Chunk(
        chunk.chunkId(), chunk.size(), chunk.type(), chunk.dataOffset(), chunk.flags());
  }
}
