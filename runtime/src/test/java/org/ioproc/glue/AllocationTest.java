package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.concurrent.FutureTask;
import org.ioproc.internal.transport.Transport;
import org.ioproc.support.Caller;
import org.junit.jupiter.api.Test;

/** Tests that messages allocate nothing once the views of the caller's buffers exist. */
class AllocationTest {

  /** The most attempts to allocate nothing: the JDK's code allocates until it is compiled. */
  private static final int ATTEMPTS = 100;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void readsWritesAndSeeksAllocateNothing() throws Exception {
    assertThat(allocatedBy(new MemoryGlue(new MemoryFile("0123456789", 100)))).isEqualTo(0);
  }

  @Test
  void readsAndSeeksOfAChannelAllocateNothing() throws Exception {
    assertThat(allocatedBy(OpenerGlue.over("BYTE", new byte[16]))).isEqualTo(0);
  }

  @Test
  void messagesOnAHostsThreadAllocateNothing() throws Exception {
    FutureTask<Long> allocated =
        new FutureTask<>(
            () -> {
              WrapperEntry.welcome();
              return allocatedBy(OpenerGlue.over("BYTE", new byte[16]));
            });
    Thread thread = new Thread(allocated);
    thread.start();
    assertThat(allocated.get()).isEqualTo(0);
  }

  static long allocatedBy(IoProcGlue<?> glue) throws Exception {
    Caller caller = new Caller(Caller.Way.DIRECT, glue);
    assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
    ByteBuffer one = ByteBuffer.allocateDirect(64);
    ByteBuffer another = ByteBuffer.allocateDirect(64);
    long info = caller.info.address();
    long first = Transport.current().memory().address(one);
    long second = Transport.current().memory().address(another);
    long allocated = Long.MAX_VALUE;
    for (int i = 0; i < ATTEMPTS && allocated > 0; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      rounds(glue, info, first, second, 10_000);
      allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    Reference.reachabilityFence(one);
    Reference.reachabilityFence(another);
    return allocated;
  }

  private static void rounds(IoProcGlue<?> glue, long info, long first, long second, int rounds) {
    boolean writes = glue instanceof MemoryGlue;
    for (int i = 0; i < rounds; i++) {
      glue.callback(info, MMIOM_SEEK, 1, 0);
      glue.callback(info, MMIOM_READ, first, 8);
      glue.callback(info, MMIOM_SEEK, 4, 2);
      glue.callback(info, MMIOM_READ, second, 4);
      if (writes) {
        ((MemoryGlue) glue).calls.clear();
        glue.callback(info, MMIOM_SEEK, 0, 0);
        glue.callback(info, MMIOM_WRITE, second, 4);
      }
    }
  }
}
