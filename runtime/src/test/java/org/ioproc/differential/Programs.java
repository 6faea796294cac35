package org.ioproc.differential;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ioproc.differential.Call.Function;

/** Makes random programs: the same number makes the same program. */
final class Programs {

  private static final int[] BUFFERS = {0, 0, 1, 2, 3, 8, 16, 64, 200, 600};
  private static final int[] FAR = {50_000, 0};

  private final Random random;
  private final List<Call> calls = new ArrayList<>();

  private Programs(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  static Program make(long seed) {
    Programs made = new Programs(seed);
    if (made.random.nextInt(4) == 0) {
      return ManagerPrograms.make(made.random);
    }
    Setup setup = made.setup();
    int pieces = 1 + made.random.nextInt(12);
    for (int i = 0; i < pieces; i++) {
      made.piece();
    }
    return new Program(setup, made.calls);
  }

  private Setup setup() {
    int kind = random.nextInt(20);
    Setup.Kind chosen =
        kind < 11
            ? Setup.Kind.ADDRESS
            : kind < 13
                ? Setup.Kind.CODE
                : kind < 15 ? Setup.Kind.NAME : kind < 17 ? Setup.Kind.DOS : Setup.Kind.MEM;
    int buffer = BUFFERS[random.nextInt(BUFFERS.length)];
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
    List<Fault> faults = faults();
    if (chosen == Setup.Kind.ADDRESS) {
      faults.removeIf(Programs::failsOpening);
    }
    return new Setup(chosen, content, flags, buffer, own, random.nextInt(9), faults);
  }

  /** Then winmm as Wine has it keeps the procedure in its list, for a while that ends badly. */
  private static boolean failsOpening(Fault fault) {
    return fault.message().equals("OPEN")
        && (fault.kind() == Fault.Kind.FAIL || fault.kind() == Fault.Kind.STRANGE);
  }

  private List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      for (int i = random.nextInt(2); i >= 0; i--) {
        faults.add(fault());
      }
    }
    return faults;
  }

  private Fault fault() {
    String[] messages = {"READ", "READ", "WRITE", "SEEK", "OPEN", "CLOSE"};
    int message = random.nextInt(messages.length);
    Fault.Kind[] kinds = Fault.Kind.values();
    Fault.Kind kind = kinds[random.nextInt(kinds.length)];
    int number = messages[message].equals("OPEN") ? 1 : 1 + random.nextInt(6);
    return new Fault(messages[message], number, kind);
  }

  /** A few calls that a program would make together; now and then any call. */
  private void piece() {
    switch (random.nextInt(15)) {
      case 12, 13 -> editing();
      case 14 -> seldom();
      case 0, 1 -> reading();
      case 2, 3 -> writing();
      case 4 -> add(Function.SEEK, offset(), random.nextInt(2));
      case 5 -> direct();
      case 6, 7 -> walking();
      case 8 -> making();
      case 9 -> other();
      default -> any();
    }
  }

  private void reading() {
    for (int i = random.nextInt(3); i >= 0; i--) {
      add(Function.READ, count());
    }
  }

  /** What is written is written out before something else is done elsewhere. */
  private void writing() {
    add(Function.SEEK, FAR);
    add(Function.SEEK, offset(), 0);
    for (int i = random.nextInt(3); i >= 0; i--) {
      add(Function.WRITE, count());
    }
    finishWriting();
  }

  /** Reads, and writes over what is in the buffer; then what makes a manager write it out. */
  private void editing() {
    add(Function.SEEK, offset(), 0);
    add(Function.READ, 1 + random.nextInt(30));
    add(Function.SEEK, -random.nextInt(20), 1);
    add(Function.WRITE, 1 + random.nextInt(10));
    if (random.nextBoolean()) {
      add(Function.SEEK, -random.nextInt(10), 1);
    }
    if (random.nextInt(3) == 0) {
      add(Function.SETINFO, random.nextInt(6) == 0 ? Call.GIVEN_UP : Call.UNCHANGED);
    }
    if (random.nextInt(60) == 0) {
      add(Function.SETINFO, Call.ELSEWHERE);
    }
    leaving();
  }

  private void seldom() {
    if (random.nextInt(3) == 0) {
      leaping();
    } else {
      reading();
    }
  }

  /** Puts something into the buffer behind what was written. */
  private void leaping() {
    add(Function.SEEK, random.nextBoolean() ? FAR : new int[] {0, 0});
    add(random.nextBoolean() ? Function.WRITE : Function.READ, 1 + random.nextInt(10));
    add(Function.SEEK, random.nextInt(40), 1);
    add(Function.SETINFO, (1 << 16) + random.nextInt(257), 0, 256);
    if (random.nextBoolean()) {
      add(Function.SETINFO, Call.UNCHANGED);
    }
    leaving();
    add(Function.SEEK, FAR);
  }

  private void leaving() {
    switch (random.nextInt(6)) {
      case 0 -> add(Function.FLUSH, random.nextInt(2) * 0x10);
      case 1 -> add(Function.READ, random.nextInt(60));
      case 2 -> add(Function.SEEK, random.nextInt(9), 2);
      case 3 -> add(Function.ADVANCE, random.nextInt(2), 1);
      case 4 -> setBuffer();
      default -> add(Function.SEEK, FAR);
    }
  }

  private void finishWriting() {
    add(Function.FLUSH);
    add(Function.SEEK, FAR);
    add(Function.SEEK, offset(), 0);
  }

  /** A program that works in the buffer itself. */
  private void direct() {
    if (random.nextBoolean()) {
      add(Function.ADVANCE, 0, random.nextInt(2));
      add(Function.SETINFO, 256, 256, 256);
      add(Function.ADVANCE, 0, random.nextInt(2));
    } else {
      add(Function.SEEK, FAR);
      add(Function.SEEK, offset(), 0);
      add(Function.SETINFO, (1 << 16) + random.nextInt(257), 0, 256);
      add(Function.ADVANCE, 1, 1);
      finishWriting();
    }
  }

  private void walking() {
    add(Function.SEEK, random.nextInt(3) == 0 ? offset() : 0, 0);
    int most = random.nextInt(4);
    for (int i = 0; i <= most; i++) {
      int[] all = {0, 0x10, 0x20, 0x40, 0x50, 0x8, 0x60, 0x70, 0x30};
      int flags = all[random.nextInt(i == 0 ? 1 : all.length)];
      int name = 2 + random.nextInt(6);
      add(Function.DESCEND, i, random.nextBoolean() ? i - 1 : -1, flags | name << 16);
      if (random.nextInt(3) == 0) {
        add(Function.READ, count());
      }
    }
    for (int i = most; i >= 0 && random.nextInt(4) > 0; i--) {
      add(Function.ASCEND, i);
    }
  }

  private void making() {
    add(Function.SEEK, FAR);
    add(Function.SEEK, offset(), 0);
    int size = random.nextInt(40);
    int flags = new int[] {0, 0, 0x20, 0x40, 0x60}[random.nextInt(5)];
    add(Function.CREATE, random.nextInt(4), flags, size);
    add(Function.WRITE, random.nextBoolean() ? size : random.nextInt(40));
    add(Function.ASCEND, calls.get(calls.size() - 2).first());
    finishWriting();
  }

  private void other() {
    switch (random.nextInt(6)) {
      case 0 -> add(Function.SEEK, random.nextInt(20), 2);
      case 1 -> add(Function.FLUSH, random.nextInt(2) * 0x10);
      case 2 -> setBuffer();
      case 3 -> add(Function.SEND, 0x8000 + random.nextInt(5), random.nextInt(9), 3);
      case 4 -> add(Function.SEND, random.nextInt(9), 1, 2);
      default -> {
        add(Function.FLUSH);
        setBuffer();
      }
    }
  }

  private void setBuffer() {
    int bytes = BUFFERS[random.nextInt(BUFFERS.length)];
    add(Function.SETBUFFER, bytes, random.nextInt(bytes > 0 ? 2 : 5) == 1 ? 1 : 0);
  }

  private void any() {
    switch (random.nextInt(10)) {
      case 0 -> add(Function.READ, count());
      case 1, 2 -> add(Function.WRITE, count());
      case 3, 4 -> add(Function.SEEK, offset() - random.nextInt(60), random.nextInt(4));
      case 5 -> add(Function.FLUSH, random.nextInt(2) * 0x10);
      case 6 -> add(Function.ADVANCE, random.nextInt(3), random.nextInt(3));
      case 7 -> {
        int next = random.nextInt(257);
        int end = next + random.nextInt(257 - next);
        add(Function.SETINFO, next, end, end + random.nextInt(257 - end));
      }
      case 8 -> add(Function.ASCEND, random.nextInt(4));
      default -> {
        if (random.nextInt(4) == 0) {
          add(Function.CLOSE, random.nextInt(2) * 0x10);
        }
      }
    }
    Call last = calls.isEmpty() ? Call.of(Function.FLUSH) : calls.get(calls.size() - 1);
    if (last.function() == Function.ADVANCE && last.first() == 1 && last.second() == 0) {
      calls.remove(last); // It ends a process that uses Wine's winmm.
    }
  }

  private int count() {
    return random.nextInt(random.nextInt(4) == 0 ? 700 : 30);
  }

  private int offset() {
    return random.nextInt(random.nextInt(3) == 0 ? 700 : 40);
  }

  private void add(Function function, int... numbers) {
    calls.add(Call.of(function, numbers));
  }
}
