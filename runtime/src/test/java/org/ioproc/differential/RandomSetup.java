package org.ioproc.differential;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chooses the file of a random program, how it is opened, and the faults of its procedure. */
final class RandomSetup {

  private static final int[] BUFFERS = {0, 0, 1, 2, 3, 8, 16, 64, 200, 600};

  private RandomSetup() {}

  static Setup create(Random random) {
    Setup.Kind chosen = kind(random.nextInt(20));
    int buffer = bufferSize(random);
    int flags = chosen.isCustom() ? random.nextInt(3) : MMIO_READWRITE;
    if (random.nextInt(4) == 0) {
      flags |= MMIO_ALLOCBUF;
    }
    if (random.nextInt(8) == 0) {
      flags |= MMIO_CREATE;
    }
    boolean own = random.nextInt(buffer > 0 ? 3 : 20) == 0;
    if (chosen == Setup.Kind.MEM) {
      buffer = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(300);
      own = true;
      flags &= ~MMIO_ALLOCBUF;
    }
    int content = random.nextInt(1000);
    List<Fault> faults = faults(random);
    if (chosen == Setup.Kind.ADDRESS) {
      faults.removeIf(RandomSetup::failsOpening);
    }
    return new Setup(chosen, content, flags, buffer, own, random.nextInt(9), faults);
  }

  private static Setup.Kind kind(int number) {
    if (number < 11) {
      return Setup.Kind.ADDRESS;
    }
    if (number < 15) {
      return number < 13 ? Setup.Kind.CODE : Setup.Kind.NAME;
    }
    return number < 17 ? Setup.Kind.DOS : Setup.Kind.MEM;
  }

  /** Returns the size of a buffer, mostly a small one; 0 for none. */
  static int bufferSize(Random random) {
    return BUFFERS[random.nextInt(BUFFERS.length)];
  }

  /** Winmm would keep the procedure in its list for a while, and crash the process (Wine 8.0). */
  private static boolean failsOpening(Fault fault) {
    return fault.message().equals("OPEN")
        && (fault.kind() == Fault.Kind.FAIL || fault.kind() == Fault.Kind.STRANGE);
  }

  private static List<Fault> faults(Random random) {
    List<Fault> faults = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      for (int i = random.nextInt(2); i >= 0; i--) {
        faults.add(fault(random));
      }
    }
    return faults;
  }

  private static Fault fault(Random random) {
    String[] messages = {"READ", "READ", "WRITE", "SEEK", "OPEN", "CLOSE"};
    int message = random.nextInt(messages.length);
    Fault.Kind[] kinds = Fault.Kind.values();
    Fault.Kind kind = kinds[random.nextInt(kinds.length)];
    int number = messages[message].equals("OPEN") ? 1 : 1 + random.nextInt(6);
    return new Fault(messages[message], number, kind);
  }
}
