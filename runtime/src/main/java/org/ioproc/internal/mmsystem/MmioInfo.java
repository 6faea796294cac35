package org.ioproc.internal.mmsystem;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * An {@code MMIOINFO} in native memory. The structure is byte-packed ({@code pshpack1.h}), so on 64
 * bits no field after {@code wErrorRet} is where natural alignment would put it. Only this class
 * knows the offsets.
 *
 * <p>Source: Microsoft, "MMIOINFO structure", and the offsets that a C compiler computes from
 * {@code mmsystem.h}.
 */
public final class MmioInfo {

  private static final boolean WIDE = Transport.current().memory().pointerSize() == Long.BYTES;

  private static final int FLAGS = 0;
  private static final int FCC_IO_PROC = 4;
  private static final int IO_PROC = 8;
  private static final int ERROR_RET = WIDE ? 16 : 12;
  private static final int TASK = WIDE ? 20 : 16;
  private static final int BUFFER_LENGTH = WIDE ? 28 : 20;
  private static final int BUFFER = WIDE ? 32 : 24;
  private static final int NEXT = WIDE ? 40 : 28;
  private static final int END_READ = WIDE ? 48 : 32;
  private static final int END_WRITE = WIDE ? 56 : 36;
  private static final int BUFFER_OFFSET = WIDE ? 64 : 40;
  private static final int DISK_OFFSET = WIDE ? 68 : 44;
  private static final int INFO = WIDE ? 72 : 48;
  private static final int HANDLE = WIDE ? 92 : 68;

  /** The size of the structure in bytes. */
  public static final int SIZE = WIDE ? 100 : 72;

  private final long address;
  private final ByteBuffer memory;

  private MmioInfo(long address, ByteBuffer memory) {
    this.address = address;
    this.memory = memory;
  }

  /**
   * Returns a view of a structure that other code owns.
   *
   * @param address its address, not 0
   * @return the view
   */
  public static MmioInfo at(long address) {
    return new MmioInfo(address, Transport.current().memory().view(address, SIZE));
  }

  /**
   * Allocates a zeroed structure, which lives as long as the returned object.
   *
   * @return a view of the structure
   */
  public static MmioInfo allocate() {
    ByteBuffer memory = ByteBuffer.allocateDirect(SIZE).order(ByteOrder.nativeOrder());
    return new MmioInfo(Transport.current().memory().address(memory), memory);
  }

  /**
   * Lends the address of a structure for one call.
   *
   * @param info the structure; null for a null pointer
   * @param call uses the address, and must not keep it
   * @return the call's result
   */
  public static long call(@Nullable MmioInfo info, LongUnaryOperator call) {
    try {
      return call.applyAsLong(info == null ? 0 : info.address);
    } finally {
      Reference.reachabilityFence(info);
    }
  }

  /** Returns the address. The caller must hold this object as long as the address is used. */
  public long address() {
    return address;
  }

  /** Returns whether this is the structure at an address. */
  public boolean isAt(long other) {
    return address == other;
  }

  /** Copies the whole structure to another. */
  public void copyTo(MmioInfo other) {
    other.memory.put(0, memory, 0, SIZE);
  }

  public int flags() {
    return memory.getInt(FLAGS);
  }

  public void flags(int flags) {
    memory.putInt(FLAGS, flags);
  }

  public int fccIoProc() {
    return memory.getInt(FCC_IO_PROC);
  }

  public void fccIoProc(int code) {
    memory.putInt(FCC_IO_PROC, code);
  }

  public long ioProc() {
    return pointer(IO_PROC);
  }

  public void ioProc(long procedure) {
    pointer(IO_PROC, procedure);
  }

  public int errorRet() {
    return memory.getInt(ERROR_RET);
  }

  public void errorRet(int error) {
    memory.putInt(ERROR_RET, error);
  }

  public long task() {
    return pointer(TASK);
  }

  public void task(long task) {
    pointer(TASK, task);
  }

  public int bufferLength() {
    return memory.getInt(BUFFER_LENGTH);
  }

  public void bufferLength(int bytes) {
    memory.putInt(BUFFER_LENGTH, bytes);
  }

  public long buffer() {
    return pointer(BUFFER);
  }

  public void buffer(long buffer) {
    pointer(BUFFER, buffer);
  }

  public long next() {
    return pointer(NEXT);
  }

  public void next(long next) {
    pointer(NEXT, next);
  }

  public long endRead() {
    return pointer(END_READ);
  }

  public void endRead(long end) {
    pointer(END_READ, end);
  }

  public long endWrite() {
    return pointer(END_WRITE);
  }

  public void endWrite(long end) {
    pointer(END_WRITE, end);
  }

  public int bufferOffset() {
    return memory.getInt(BUFFER_OFFSET);
  }

  public void bufferOffset(int position) {
    memory.putInt(BUFFER_OFFSET, position);
  }

  public int diskOffset() {
    return memory.getInt(DISK_OFFSET);
  }

  public void diskOffset(int position) {
    memory.putInt(DISK_OFFSET, position);
  }

  /**
   * Returns a word of {@code adwInfo}.
   *
   * @param index 0 to 2
   */
  public int info(int index) {
    return memory.getInt(INFO + Integer.BYTES * Objects.checkIndex(index, 3));
  }

  public void info(int index, int word) {
    memory.putInt(INFO + Integer.BYTES * Objects.checkIndex(index, 3), word);
  }

  public long handle() {
    return pointer(HANDLE);
  }

  public void handle(long handle) {
    pointer(HANDLE, handle);
  }

  private long pointer(int offset) {
    return WIDE ? memory.getLong(offset) : Integer.toUnsignedLong(memory.getInt(offset));
  }

  private void pointer(int offset, long value) {
    if (WIDE) {
      memory.putLong(offset, value);
    } else {
      memory.putInt(offset, (int) value);
    }
  }
}
