package org.ioproc.hostile;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDCHUNK;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.hostile.Procedures.Installed;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.jspecify.annotations.Nullable;

/** Calls the embedded manager's functions, with every kind of buffer. */
final class HostileCalls extends HostileThread {

  private static final int INVALID_HANDLE = 5;

  private final MmioFunctions functions;
  private final List<GuardedMemory> memories = new ArrayList<>();
  private final List<Long> stale = new ArrayList<>(List.of(0L, 1L, -1L));
  private final MmioInfo scratch = MmioInfo.at(new GuardedMemory().last(MmioInfo.SIZE));

  HostileCalls(MmioFunctions functions, Procedures procedures, int number, long seed) {
    super(procedures, number, seed);
    this.functions = functions;
    for (int i = 0; i < FILES; i++) {
      memories.add(new GuardedMemory());
    }
  }

  @Override
  void use(ModelFile file, int choice) throws Exception {
    switch (choice) {
      case 0, 1, 2, 3 -> read(file, count());
      case 4, 5, 6 -> write(file, Math.min(count(), ModelBytes.MAX_SIZE - file.position));
      case 7, 8 -> seek(file, below(file.bytes.size() + 1));
      case 9 -> close(file);
      case 10 -> seekBadly(file);
      case 11 -> transferBadly(file);
      case 12 -> setBuffer(file);
      case 13 -> flushAndQuery(file);
      case 14 -> useInvalidHandle(any(stale));
      case 15 -> useInvalidHandle(file.target ^ (1L << below(64)));
      case 16 -> lookForChunk(file);
      default -> openBadly();
    }
  }

  private ByteBuffer name(String text) throws Exception {
    ByteBuffer encoded = AnsiText.encode(text);
    return names.view(encoded.remaining()).put(encoded).rewind();
  }

  private long open(@Nullable String name, int flags) throws Exception {
    sent();
    return functions.mmioOpen(name == null ? null : name(name), scratch, flags);
  }

  @Override
  void open() throws Exception {
    Installed installed = procedures.current();
    String name = newName();
    scratch.ioProc(0);
    scratch.fccIoProc(0);
    GuardedMemory memory = memories.remove(0);
    useBuffer(memory, below(3));
    long handle = open(name, MMIO_READWRITE | (below(2) == 0 ? MMIO_ALLOCBUF : 0));
    if (handle == 0) {
      memories.add(memory);
      expect(!installed.isInstalled(), "open " + name, scratch.errorRet());
    } else {
      files.add(new ModelFile(memory, name, handle));
    }
  }

  /** Describes no buffer, a buffer of the manager, or a buffer of the program. */
  private void useBuffer(GuardedMemory memory, int kind) {
    int bytes = kind == 0 ? 0 : 1 + below(below(4) == 0 ? 5000 : 100);
    scratch.bufferLength(bytes);
    scratch.buffer(kind == 2 ? memory.last(bytes) : 0);
  }

  @Override
  void close(ModelFile file) {
    sent();
    int closed = functions.mmioClose(file.target, 0);
    expect(closed == 0, "close", closed);
    files.remove(file);
    memories.add(file.memory);
    if (stale.size() < 100) {
      stale.add(file.target);
    } else {
      stale.set(below(100), file.target);
    }
  }

  private void read(ModelFile file, int count) {
    sent();
    int read = functions.mmioRead(file.target, buffers.last(count), count);
    int expected = file.bytes.readable(file.position, count);
    expect(read == expected, "read " + count + " bytes at " + file.position, read);
    if (read > 0 && read == expected) {
      ByteBuffer bytes = buffers.view(count).limit(expected);
      expect(file.bytes.isAt(file.position, bytes), "the bytes at " + file.position, bytes);
      file.position += expected;
    }
  }

  private void write(ModelFile file, int count) {
    ByteBuffer bytes = buffers.view(count);
    for (int i = 0; i < count; i++) {
      bytes.put(i, (byte) random.nextInt());
    }
    sent();
    int written = functions.mmioWrite(file.target, buffers.last(count), count);
    expect(written == count, "write " + count + " bytes at " + file.position, written);
    if (count > 0) {
      file.bytes.write(bytes, file.position, count);
      file.position += count;
    }
  }

  private void seek(ModelFile file, int target) {
    int origin = below(3);
    int offset =
        switch (origin) {
          case 0 -> target;
          case 1 -> target - file.position;
          default -> file.bytes.size() - target;
        };
    sent();
    int found = functions.mmioSeek(file.target, offset, origin);
    expect(found == target, "seek " + offset + " from " + origin, found);
    file.position = target;
  }

  private void seekBadly(ModelFile file) {
    sent();
    int origin = below(2) == 0 ? 3 + below(9) : 0;
    int found = functions.mmioSeek(file.target, -1 - below(1 << 30), origin);
    expect(found == -1, "seek below 0 or from " + origin, found);
    read(file, 1);
  }

  private void transferBadly(ModelFile file) {
    sent();
    int count = below(2) == 0 ? (int) badCount() | 0x8000_0000 : below(3);
    long buffer = count < 0 ? buffers.last(80) : 0;
    int moved =
        below(2) == 0
            ? functions.mmioRead(file.target, buffer, count)
            : functions.mmioWrite(file.target, buffer, count);
    expect(moved == (count == 0 ? 0 : -1), "a transfer of " + count + " bytes", moved);
  }

  private void setBuffer(ModelFile file) {
    useBuffer(file.memory, below(3));
    sent();
    int error = functions.mmioSetBuffer(file.target, scratch.buffer(), scratch.bufferLength(), 0);
    expect(error == 0, "setBuffer", error);
  }

  private void flushAndQuery(ModelFile file) {
    sent();
    int error = functions.mmioFlush(file.target, 0);
    expect(error == 0, "flush", error);
    sent();
    long size = functions.mmioSendMessage(file.target, HostileGlue.SIZE, 0, random.nextInt());
    expect(size == file.bytes.size(), "the size " + file.bytes.size(), size);
    sent();
    long refused = functions.mmioSendMessage(file.target, below(0x8000), 0, 0);
    expect(refused == 11, "a message that mmio defines", refused);
    sent();
    error = functions.mmioGetInfo(file.target, scratch);
    expect(error == 0 && scratch.handle() == file.target, "getInfo", error);
  }

  /** Descends into whatever chunk the bytes happen to form. */
  private void lookForChunk(ModelFile file) {
    sent();
    int error = functions.mmioDescend(file.target, new MmckInfo(), null, below(2) * MMIO_FINDCHUNK);
    expect(error == 0 || error >= 256, "descend", error);
    sent();
    file.position = functions.mmioSeek(file.target, 0, 0);
    expect(file.position == 0, "seek to the start", file.position);
  }

  private void useInvalidHandle(long handle) {
    if (files.stream().anyMatch(file -> file.target == handle)
        || (handle >= 0 && handle < 1L << 32 && !stale.contains(handle))) {
      return; // It may be the handle of another thread's file.
    }
    sent();
    long answer =
        switch (below(9)) {
          case 0 -> functions.mmioRead(handle, buffers.last(80), 80) + 6;
          case 1 -> functions.mmioWrite(handle, buffers.last(80), 80) + 6;
          case 2 -> functions.mmioSeek(handle, 0, 0) + 6;
          case 3 -> functions.mmioFlush(handle, 0);
          case 4 -> functions.mmioGetInfo(handle, scratch);
          case 5 -> functions.mmioSetInfo(handle, scratch);
          case 6 -> functions.mmioSetBuffer(handle, 0, 100, 0);
          case 7 -> functions.mmioSendMessage(handle, HostileGlue.SIZE, 0, 0);
          default -> functions.mmioClose(handle, 0);
        };
    expect(answer == INVALID_HANDLE, "a call without a file, handle " + handle, answer);
  }

  private void openBadly() throws Exception {
    scratch.bufferLength(0);
    scratch.ioProc(0);
    scratch.fccIoProc(below(2) == 0 ? random.nextInt() | 1 << 31 : 0);
    boolean unknown = scratch.fccIoProc() != 0; // No code has such a character.
    String name = unknown ? newName() : below(2) == 0 ? "box.host+refused" : null;
    long handle = open(name, below(3));
    expect(handle == 0 && scratch.errorRet() != 0, "open " + name, handle);
  }
}
