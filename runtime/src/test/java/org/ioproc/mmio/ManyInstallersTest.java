package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

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
import org.ioproc.glue.IoProcGlue;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Threads that install, open and uninstall under the same few codes. */
class ManyInstallersTest {

  private static final int THREADS = 32;
  private static final List<FourCc> CODES = List.of(FourCc.of("ONE"), FourCc.of("TWO"));

  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();

  @ParameterizedTest
  @EnumSource
  void noLiveProcedureGoesAndNoDeadOneStays(CallPath path) throws Exception {
    EmbeddedMmio manager =
        path == CallPath.NATIVE ? EmbeddedMmio.crossing() : EmbeddedMmio.straight();
    assertListIsRight(new Mmio(Looking.then(this::yieldAtTimes, manager), "a manager"));
  }

  /** So that others come between looking for a procedure and what follows. */
  private void yieldAtTimes() {
    if (looks.incrementAndGet() % 32 == 0) {
      Thread.yield();
    }
  }

  /** winmm where it is there. */
  @Test
  void noLiveProcedureOfTheSystemGoesAndNoDeadOneStays() throws Exception {
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
      assertWithMessage("procedures that went though they were live").that(live).isEmpty();
      assertWithMessage("addresses that went though they were live").that(others).isEmpty();
      for (Installer installer : installers) {
        for (InstalledIoProc closed : installer.closed) {
          assertThat(closed.toString()).endsWith("0 files open, closed");
        }
      }
    } finally {
      executor.shutdown();
    }
  }

  /** A file that opens, and which number it has, tells what is in the list. */
  private static void closeThoseInTheList(
      Mmio mmio, FourCc code, Map<Integer, InstalledIoProc> live, Set<Long> others)
      throws Exception {
    for (long address = mmio.findIoProc(code); address != 0; address = mmio.findIoProc(code)) {
      if (others.remove(address)) {
        assertThat(mmio.removeIoProc(code, address)).isTrue();
        continue;
      }
      int number;
      try (MmioFile file = mmio.open("f", OpenParameters.byCode(code), MmioFlag.READ)) {
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

  /** What one thread does in one round; its files are closed at the end of it. */
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
      live.put(number, new NumberGlue(code.toString(), number).install(mmio));
    }

    /** By its address, as a program does that has its procedure from elsewhere. */
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
        return mmio.open("f", OpenParameters.byCode(code), MmioFlag.READ);
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

  /** Its files hold its number. */
  private static final class NumberGlue extends IoProcGlue<Integer> {

    private final int number;

    NumberGlue(String code, int number) {
      super(code);
      this.number = number;
    }

    @Override
    protected long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
        throws Throwable {
      return switch (message) {
        case MMIOM_OPEN -> open(lpmmioinfo, lParam1);
        case MMIOM_READ -> read(lpmmioinfo, lParam1, lParam2);
        case MMIOM_CLOSE -> close(lpmmioinfo);
        default -> unhandled(message);
      };
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
