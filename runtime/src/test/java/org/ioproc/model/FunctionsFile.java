package org.ioproc.model;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATELIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATERIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EMPTYBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.ioproc.FourCc;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.NativeMemory;
import org.ioproc.internal.transport.Transport;

/** A file that a program opens through mmio's functions, as in C. */
final class FunctionsFile implements TestedFile {

  private static final NativeMemory MEMORY = Transport.current().memory();

  private final MmioFunctions mmio;
  private final boolean inMemory;
  private final long handle;
  private final ByteBuffer own;
  private final ByteBuffer transfer = ByteBuffer.allocateDirect(512);
  private final MmioInfo info = MmioInfo.allocate();
  private final Deque<MmckInfo> chunks = new ArrayDeque<>();

  /**
   * Opens a file.
   *
   * @param name the name; null for a file in memory
   * @param own the program's memory
   */
  FunctionsFile(MmioFunctions mmio, Setting setting, String name, long procedure, ByteBuffer own)
      throws MmioException {
    this.mmio = mmio;
    this.inMemory = setting.kind().isMemory();
    this.own = own;
    MmioInfo passed = MmioInfo.allocate();
    passed.ioProc(procedure);
    passed.fccIoProc(inMemory ? FourCc.MEM.value() : 0);
    passed.bufferLength(inMemory ? setting.content() : setting.buffer());
    passed.buffer(inMemory || (setting.own() && setting.buffer() > 0) ? MEMORY.address(own) : 0);
    passed.info(0, setting.step());
    int flags = setting.creates() ? MMIO_READWRITE | MMIO_CREATE : MMIO_READWRITE;
    this.handle = mmio.mmioOpen(name == null ? null : AnsiText.encode(name), passed, flags);
    if (handle == 0) {
      throw new AssertionError("mmioOpen: " + passed.errorRet());
    }
  }

  @Override
  public int read(byte[] target, int count) {
    int read = mmio.mmioRead(handle, MEMORY.address(transfer), count);
    transfer.get(0, target, 0, Math.max(0, Math.min(read, count)));
    return read;
  }

  @Override
  public int write(byte[] source) {
    transfer.put(0, source);
    return mmio.mmioWrite(handle, MEMORY.address(transfer), source.length);
  }

  @Override
  public int seek(int offset, int origin) {
    return mmio.mmioSeek(handle, offset, origin);
  }

  @Override
  public int flush(boolean empties) {
    return mmio.mmioFlush(handle, empties ? MMIO_EMPTYBUF : 0);
  }

  @Override
  public int setBuffer(int bytes, boolean memory) {
    long address = memory && bytes > 0 ? MEMORY.address(own) : 0;
    return mmio.mmioSetBuffer(handle, address, bytes, 0);
  }

  @Override
  public Look look() {
    if (mmio.mmioGetInfo(handle, info) != 0) {
      throw new AssertionError("mmioGetInfo failed");
    }
    return last();
  }

  @Override
  public Look last() {
    long buffer = info.buffer();
    return new Look(
        info.bufferLength(),
        (int) (info.next() - buffer),
        (int) (info.endRead() - buffer),
        (int) (info.endWrite() - buffer),
        inMemory ? 0 : info.bufferOffset(),
        info.diskOffset(),
        (info.flags() & MMIO_DIRTY) != 0,
        inMemory);
  }

  @Override
  public boolean reachesBuffer() {
    return info.bufferLength() > 0;
  }

  @Override
  public byte get(int index) {
    return MEMORY.view(info.buffer(), info.bufferLength()).get(index);
  }

  @Override
  public void put(int index, byte[] bytes, int from, int count) {
    MEMORY.view(info.buffer(), info.bufferLength()).put(index, bytes, from, count);
  }

  @Override
  public int setInfo(int next, boolean dirty) {
    change(next, dirty);
    return mmio.mmioSetInfo(handle, info);
  }

  private void change(int next, boolean dirty) {
    info.next(info.buffer() + next);
    info.flags(dirty ? info.flags() | MMIO_DIRTY : info.flags());
  }

  @Override
  public int setWord(int word) {
    info.info(2, word);
    return mmio.mmioSetInfo(handle, info);
  }

  @Override
  public int discard() {
    info.flags(info.flags() & ~MMIO_DIRTY);
    return mmio.mmioSetInfo(handle, info);
  }

  @Override
  public int advance(int next, boolean dirty, boolean writes) {
    change(next, dirty);
    int error = mmio.mmioAdvance(handle, info, writes ? MMIO_WRITE : 0);
    Look advanced = last();
    if (advanced.position() != look().position()) {
      throw new Mismatch("mmioAdvance returns " + advanced + ", mmioGetInfo " + last());
    }
    return error;
  }

  @Override
  public int create(int kind) {
    MmckInfo chunk = new MmckInfo();
    chunk.chunkId(FourCc.of("data").value());
    chunk.type(FourCc.of("INFO").value());
    int[] flags = {0, MMIO_CREATERIFF, MMIO_CREATELIST};
    int error = mmio.mmioCreateChunk(handle, chunk, flags[kind]);
    if (error == 0) {
      chunks.push(chunk);
    }
    return error;
  }

  @Override
  public int ascend() {
    int error = mmio.mmioAscend(handle, chunks.peek(), 0);
    if (error == 0) {
      chunks.pop();
    }
    return error;
  }

  @Override
  public int[] descend() {
    MmckInfo chunk = new MmckInfo();
    int error = mmio.mmioDescend(handle, chunk, null, 0);
    return error != 0
        ? new int[] {error}
        : new int[] {chunk.chunkId(), chunk.size(), chunk.dataOffset()};
  }

  @Override
  public int close() {
    return mmio.mmioClose(handle, 0);
  }
}
