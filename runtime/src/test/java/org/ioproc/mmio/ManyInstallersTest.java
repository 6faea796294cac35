package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.file.StandardOpenOption.READ;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.OpenRequest;
import org.ioproc.glue.FullGlue;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many threads install, open and uninstall under the same two codes. */
class ManyInstallersTest {

  private static final int THREADS = 32;
  private static final List<FourCc> CODES = List.of(FourCc.of("ONE"), FourCc.of("TWO"));

  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger searches = new AtomicInteger();

  @ParameterizedTest
  @EnumSource
  void closingRemovesTheRightProcedure(CallPath path) throws Exception {
    EmbeddedMmio manager =
        path == CallPath.NATIVE ? EmbeddedMmio.viaNative() : EmbeddedMmio.direct();
    assertListIsRight(new Mmio(FindHook.runAfterEach(this::yieldSometimes, manager), "a manager"));
  }

  /** Lets other threads run between finding a procedure and removing it. */
  private void yieldSometimes() {
    if (searches.incrementAndGet() % 32 == 0) {
      Thread.yield();
    }
  }

  /** On Windows this is winmm. */
  @Test
  void closingRemovesTheRightProcedureFromTheSystemsManager() throws Exception {
    assertListIsRight(Mmio.system());
  }

  private void assertListIsRight(Mmio mmio) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<Installer> installers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        installers.add(new Installer(mmio, new Random(i)));
      }
      for (int round = 0; round < 6; round++) {
        for (Future<Boolean> result : executor.invokeAll(installers)) {
          assertThat(result.get()).isTrue();
        }
      }
      Map<Integer, InstalledIoProc> live = new HashMap<>();
      Set<Long> others = new HashSet<>();
      for (Installer installer : installers) {
        live.putAll(installer.live);
        others.addAll(installer.others);
      }
      for (FourCc code : CODES) {
        closeThoseInTheList(mmio, code, live, others);
      }
      assertWithMessage("installed procedures that are not in the list").that(live).isEmpty();
      assertWithMessage("installed addresses that are not in the list").that(others).isEmpty();
      for (Installer installer : installers) {
        for (InstalledIoProc closed : installer.closed) {
          assertThat(closed.toString()).endsWith("0 files open, closed");
        }
      }
    } finally {
      executor.shutdown();
    }
  }

  /** The number in a file says which procedure opened it. */
  private static void closeThoseInTheList(
      Mmio mmio, FourCc code, Map<Integer, InstalledIoProc> live, Set<Long> others)
      throws Exception {
    for (long address = mmio.findIoProc(code); address != 0; address = mmio.findIoProc(code)) {
      if (others.remove(address)) {
        assertThat(mmio.removeIoProc(code, address)).isTrue();
        continue;
      }
      int number;
      try (MmioFile file = mmio.open("f", OpenParameters.byCode(code), READ)) {
        number = read(file);
      }
      InstalledIoProc newest = live.remove(number);
      assertThat(newest).isNotNull();
      newest.close();
    }
  }

  private static int read(MmioFile file) throws Exception {
    ByteBuffer number = ByteBuffer.allocate(4);
    assertThat(file.read(number)).isEqualTo(4);
    return number.getInt(0);
  }

  private static long refusing() {
    return Transport.current().stub((info, message, p1, p2) -> MmioError.CANNOT_OPEN.code());
  }

  /** A thread's calls in a round, which end with closing its files. */
  private final class Installer implements Callable<Boolean> {

    final Map<Integer, InstalledIoProc> live = new HashMap<>();
    final List<InstalledIoProc> closed = new ArrayList<>();
    final Set<Long> others = new HashSet<>();
    private final long[] addresses = {refusing(), refusing()};
    private final List<MmioFile> files = new ArrayList<>();
    private final Mmio mmio;
    private final Random random;

    /**
     * Held while a file is opened or closed, by one thread of all that use the system's manager:
     * Wine 8.0 counts a procedure's open files without a lock, and never removes it if it
     * miscounts.
     */
    private final Object turn;

    Installer(Mmio mmio, Random random) {
      this.mmio = mmio;
      this.turn = mmio == Mmio.system() ? mmio : this;
      this.random = random;
    }

    @Override
    public Boolean call() throws Exception {
      for (int i = 0; i < 12; i++) {
        int which = random.nextInt(CODES.size());
        FourCc code = CODES.get(which);
        switch (random.nextInt(6)) {
          case 0 -> install(code);
          case 1 -> close(random.nextBoolean());
          case 2, 3, 4 -> installOrRemove(code, addresses[which]);
          default -> open(code);
        }
      }
      closeFiles();
      return true;
    }

    private void install(FourCc code) throws MmioException {
      int number = numbers.incrementAndGet();
      live.put(number, mmio.install(new NumberGlue(code.toString(), number)));
    }

    /** Installs by address, as a program with a native procedure does. */
    private void installOrRemove(FourCc code, long address) throws MmioException {
      if (others.add(address)) {
        mmio.installIoProc(code, address);
      } else if (mmio.removeIoProc(code, address)) {
        others.remove(address);
      }
    }

    private void close(boolean twice) throws Exception {
      if (!live.isEmpty()) {
        InstalledIoProc one = live.remove(any());
        one.close();
        closed.add(one);
        if (twice) {
          one.close();
          closeFiles();
        }
      }
    }

    private int any() {
      return new ArrayList<>(live.keySet()).get(random.nextInt(live.size()));
    }

    private void open(FourCc code) throws Exception {
      try {
        MmioFile file = openAlone(code);
        files.add(file);
        assertThat(read(file)).isAtMost(numbers.get());
      } catch (MmioException noneOrClosed) {
        assertThat(noneOrClosed).hasMessageThat().contains("cannot open");
      }
    }

    private MmioFile openAlone(FourCc code) throws Exception {
      synchronized (turn) {
        return mmio.open("f", OpenParameters.byCode(code), READ);
      }
    }

    private void closeFiles() throws Exception {
      for (MmioFile file : files) {
        synchronized (turn) {
          file.close();
        }
      }
      files.clear();
    }
  }

  /** A procedure whose files contain its number. */
  private static final class NumberGlue extends FullGlue<Integer> {

    private final int number;

    NumberGlue(String code, int number) {
      super(code);
      this.number = number;
    }

    @Override
    protected Integer onOpen(OpenRequest request) {
      return number;
    }

    @Override
    protected int onRead(Integer file, ByteBuffer buffer, long position) {
      buffer.order(java.nio.ByteOrder.BIG_ENDIAN).putInt(file);
      return 4;
    }
  }
}
