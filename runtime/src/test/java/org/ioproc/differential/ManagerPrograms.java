package org.ioproc.differential;

import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_GETTEMP;
import static org.ioproc.MmioMessages.MMIO_PARSE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FHOPEN;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_GLOBALPROC;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ioproc.differential.Call.Function;

/** Creates random programs that install procedures, and open, rename and delete in all ways. */
final class ManagerPrograms {

  private static final int[] MODES = {0, 0, 0, MMIO_CREATE, MMIO_EXIST, MMIO_PARSE, MMIO_DELETE};

  private final Random random;
  private final List<Call> calls = new ArrayList<>();

  /**
   * Whether the program opens a file by pIOProc. Winmm (Wine 8.0) never removes a procedure from
   * its list if such an open fails, if the procedure is also installed, or if it opens a second
   * file. So the program opens at most one such file, with a procedure that it never installs.
   */
  private final boolean byAddress;

  private boolean opened;

  private ManagerPrograms(Random random) {
    this.random = random;
    this.byAddress = random.nextInt(3) > 0;
  }

  static Program create(Random random) {
    ManagerPrograms programs = new ManagerPrograms(random);
    int count = 2 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      programs.call();
    }
    int content = random.nextInt(1000);
    Setup setup = new Setup(Setup.Kind.MANAGER, content, 0, 0, false, 0, programs.faults());
    return new Program(setup, programs.calls);
  }

  private List<Fault> faults() {
    if (byAddress || random.nextInt(3) > 0) {
      return List.of();
    }
    Fault.Kind kind = random.nextBoolean() ? Fault.Kind.FAIL : Fault.Kind.STRANGE;
    String message = random.nextInt(3) == 0 ? "CLOSE" : "OPEN";
    return List.of(new Fault(message, 1 + random.nextInt(3), kind));
  }

  private void call() {
    switch (random.nextInt(12)) {
      case 0, 1 -> add(Function.INSTALL, code(), installed(), more());
      case 2 -> add(Function.REMOVE, code(), random.nextInt(3));
      case 3 -> add(Function.FIND, code());
      case 4, 5, 6, 7 -> open();
      case 8 -> add(Function.READ_FROM, random.nextInt(3), 1 + random.nextInt(9));
      case 9 -> add(Function.SEND_TO, random.nextInt(3), message(), random.nextInt(9));
      case 10 ->
          add(Function.CLOSE_FILE, random.nextInt(3), random.nextInt(4) == 0 ? MMIO_FHOPEN : 0);
      default -> add(Function.RENAME, someName(), someName(), how());
    }
  }

  private int installed() {
    return byAddress ? 1 : 1 + random.nextInt(2);
  }

  /** Returns mostly the same code, to install several procedures under it. */
  private int code() {
    return random.nextInt(3) == 0 ? random.nextInt(4) : 0;
  }

  private int more() {
    return random.nextInt(5) == 0 ? MMIO_GLOBALPROC : 0;
  }

  private int message() {
    return random.nextBoolean() ? MMIOM_USER + random.nextInt(5) : random.nextInt(9);
  }

  private void open() {
    int flags = random.nextInt(3) | random.nextInt(5) << 4 | MODES[random.nextInt(MODES.length)];
    flags |= random.nextInt(10) == 0 ? MMIO_GETTEMP : 0;
    flags |= random.nextInt(4) == 0 ? MMIO_ALLOCBUF : 0;
    boolean named = (flags & (MMIO_EXIST | MMIO_PARSE | MMIO_DELETE | MMIO_CREATE)) != 0;
    int name = named || random.nextInt(4) > 0 ? someName() : random.nextInt(Names.count());
    int buffer = random.nextInt(4) == 0 ? 16 << 16 : 0;
    int how = how();
    how = PassedInfo.isByAddress(how) && opened ? PassedInfo.PLAIN : how;
    opened |= PassedInfo.isByAddress(how);
    add(Function.OPEN, random.nextInt(3) | name << 16, how | buffer, flags);
  }

  private int someName() {
    int name = random.nextBoolean() ? random.nextInt(2) : random.nextInt(Names.count());
    return Names.isNone(name) ? 0 : name;
  }

  private int how() {
    int how = random.nextInt(random.nextBoolean() ? 2 : PassedInfo.kinds());
    return PassedInfo.isByAddress(how) ? byAddress ? PassedInfo.SECOND : PassedInfo.PLAIN : how;
  }

  private void add(Function function, int... numbers) {
    calls.add(Call.of(function, numbers));
  }
}
