package org.ioproc.internal.mmsystem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongUnaryOperator;
import org.ioproc.internal.transport.Held;

/**
 * An {@code MMCKINFO} in native memory.
 *
 * <p>Source: Microsoft, "MMCKINFO structure".
 */
public final class MmckInfo {

  private static final int CHUNK_ID = 0;
  private static final int SIZE = 4;
  private static final int TYPE = 8;
  private static final int DATA_OFFSET = 12;
  private static final int FLAGS = 16;
  private static final int SIZE_OF = 20;

  private final ByteBuffer memory =
      ByteBuffer.allocateDirect(SIZE_OF).order(ByteOrder.nativeOrder());

  /**
   * Lends the structure's address for one call.
   *
   * @param call uses the address, and must not keep it
   * @return the call's result, which has 32 bits in all of mmio's functions for chunks
   */
  public int call(LongUnaryOperator call) {
    return (int) Held.call(memory, call);
  }

  public int chunkId() {
    return memory.getInt(CHUNK_ID);
  }

  public void chunkId(int id) {
    memory.putInt(CHUNK_ID, id);
  }

  public int size() {
    return memory.getInt(SIZE);
  }

  public void size(int bytes) {
    memory.putInt(SIZE, bytes);
  }

  public int type() {
    return memory.getInt(TYPE);
  }

  public void type(int type) {
    memory.putInt(TYPE, type);
  }

  public int dataOffset() {
    return memory.getInt(DATA_OFFSET);
  }

  public void dataOffset(int position) {
    memory.putInt(DATA_OFFSET, position);
  }

  public int flags() {
    return memory.getInt(FLAGS);
  }

  public void flags(int flags) {
    memory.putInt(FLAGS, flags);
  }
}
