package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ioproc.internal.embedded.RecordingProcedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads that use one file wait for each other, with every manager. */
@ParameterizedClass
@MethodSource("org.ioproc.mmio.ManagerContractTest#managers")
final class FileThreadsTest {

  private final Mmio mmio;

  FileThreadsTest(Mmio mmio) {
    this.mmio = mmio;
  }

  @Test
  void threadsWaitForEachOther() throws Exception {
    byte[] content = new byte[4000];
    Arrays.fill(content, (byte) 1);
    RecordingProcedure procedure = new RecordingProcedure(content);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (MmioFile file =
        mmio.open("x", OpenParameters.byProcedure(procedure.address()).buffer(16))) {
      List<Future<Integer>> sums = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sums.add(threads.submit(() -> sum(file)));
      }
      int sum = 0;
      for (Future<Integer> part : sums) {
        sum += part.get();
      }
      assertThat(sum).isEqualTo(content.length);
    } finally {
      threads.shutdown();
    }
  }

  private static int sum(MmioFile file) throws IOException {
    ByteBuffer one = ByteBuffer.allocateDirect(1);
    int sum = 0;
    while (file.read(one.clear()) > 0) {
      sum += one.get(0);
    }
    return sum;
  }
}
