package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioOption;
import org.ioproc.glue.OpenerGlue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reading allocates nothing after the first use of the program's memory, even when it fills the
 * buffer. Each case reads 100 buffers from an ordinary file or from a procedure in Java.
 */
@ParameterizedClass
@ValueSource(strings = {"a.chan+sound", "a.byte+sound", "ordinary"})
final class AllocationTest {

  /** The JDK's code allocates until it is compiled, and those attempts do not count. */
  private static final int ATTEMPTS = 300;

  private static final int SIZE = 100 * 8192;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  private final Mmio mmio = Mmio.newEmbedded();
  private final String name;
  private Path content;
  private InstalledIoProc channels;
  private InstalledIoProc arrays;

  AllocationTest(String name) {
    this.name = name;
  }

  @BeforeEach
  void install() throws IOException {
    content = Files.write(folder.resolve("sound"), new byte[SIZE]);
    channels = mmio.install(new OpenerGlue("CHAN", request -> FileChannel.open(content)));
    arrays = mmio.install(OpenerGlue.over("BYTE", new byte[SIZE]));
  }

  @AfterEach
  void remove() {
    channels.close();
    arrays.close();
  }

  @ParameterizedTest
  @CsvSource({"true, 4096", "false, 4096", "true, 100", "true, 20000", "true, 8192"})
  void readingABufferedFileAllocatesNothing(boolean direct, int count) throws IOException {
    ByteBuffer target = direct ? ByteBuffer.allocateDirect(count) : ByteBuffer.allocate(count);
    try (MmioFile file = open(MmioOption.BUFFERED)) {
      assertThat(allocatedBy(() -> readAll(file, target))).isEqualTo(0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readingWithoutABufferAllocatesNothing(boolean direct) throws IOException {
    ByteBuffer target = direct ? ByteBuffer.allocateDirect(4096) : ByteBuffer.allocate(4096);
    try (MmioFile file = open(READ)) {
      assertThat(allocatedBy(() -> readAll(file, target))).isEqualTo(0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 4096})
  void readingAStreamAllocatesNothing(int count) throws IOException {
    byte[] target = new byte[count];
    try (MmioFile file = open(MmioOption.BUFFERED);
        InputStream stream = file.inputStream()) {
      assertThat(
              allocatedBy(
                  () -> {
                    file.seek(0, SeekOrigin.START);
                    for (int left = SIZE; left > 0; ) {
                      left -= stream.read(target, 0, count);
                    }
                  }))
          .isEqualTo(0);
    }
  }

  private interface Reading {
    void run() throws IOException;
  }

  private static long allocatedBy(Reading reading) throws IOException {
    long allocated = Long.MAX_VALUE;
    for (int i = 0; i < ATTEMPTS && allocated > 0; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      reading.run();
      allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    return allocated;
  }

  private static void readAll(MmioFile file, ByteBuffer target) throws IOException {
    file.seek(0, SeekOrigin.START);
    for (int left = SIZE; left > 0; ) {
      left -= file.read(target.clear());
    }
  }

  private MmioFile open(OpenOption flag) throws IOException {
    return mmio.open(name.equals("ordinary") ? content.toString() : name, flag);
  }
}
