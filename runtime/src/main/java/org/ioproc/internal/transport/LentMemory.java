package org.ioproc.internal.transport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Memory and texts that stand for those of a program in another process. Each gets an address that
 * no memory has, and that is never used again. Other addresses are those of this process.
 */
final class LentMemory implements NativeMemory {

  /** No program can have memory there: x64 and arm64 use at most the lower 57 bits. */
  private static final long MARK = 1L << 62;

  /**
   * The bits of the offset into a piece of memory. The others count 10^12 pieces, which are enough
   * for 30 years with 1000 files opened each second.
   */
  private static final int OFFSET_BITS = 22;

  /** The size of the largest piece in bytes. */
  private static final int LARGEST = 1 << OFFSET_BITS;

  private static final int POINTER_SIZE =
      "32".equals(System.getProperty("sun.arch.data.model")) ? Integer.BYTES : Long.BYTES;

  private final Map<Long, Object> lent = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();
  private final Supplier<NativeMemory> own;

  /** Creates the memory; {@code own} returns that of this process, which few handlers use. */
  LentMemory(Supplier<NativeMemory> own) {
    this.own = own;
  }

  /** Gives an address to a direct buffer's memory, regardless of the buffer's position. */
  Lent lend(ByteBuffer memory) {
    if (memory.capacity() > LARGEST) {
      throw new IllegalArgumentException(
          "Memory must have at most " + LARGEST + " bytes; this has " + memory.capacity() + ".");
    }
    return add(memory.duplicate().clear());
  }

  /** Gives an address to a text; 0 for null. */
  Lent lend(@Nullable String text) {
    return text == null ? new Lent(lent, null, 0) : add(text);
  }

  private Lent add(Object memoryOrText) {
    Long number = last.incrementAndGet();
    Lent added = new Lent(lent, number, MARK | number << OFFSET_BITS);
    lent.put(number, memoryOrText);
    return added;
  }

  /** Returns the text at an address, or null if no text was lent there. */
  @Nullable String text(long address) {
    return isCopy(address)
            && offset(address) == 0
            && lent.get(number(address)) instanceof String text
        ? text
        : null;
  }

  @Override
  public ByteBuffer view(long address, int length) {
    if (!isCopy(address)) {
      return own.get().view(address, length);
    }
    if (!(lent.get(number(address)) instanceof ByteBuffer memory)) {
      throw new IllegalArgumentException("No memory is lent at 0x" + Long.toHexString(address));
    }
    return memory.slice(offset(address), length).order(ByteOrder.nativeOrder());
  }

  @Override
  public long address(ByteBuffer direct) {
    return own.get().address(direct);
  }

  @Override
  public int pointerSize() {
    return POINTER_SIZE;
  }

  @Override
  public boolean isCopy(long address) {
    return address >= MARK;
  }

  private static long number(long address) {
    return (address & ~MARK) >>> OFFSET_BITS;
  }

  private static int offset(long address) {
    return (int) address & (LARGEST - 1);
  }
}
