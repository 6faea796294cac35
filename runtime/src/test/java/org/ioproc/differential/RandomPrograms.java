package org.ioproc.differential;

import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATELIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATERIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_EMPTYBUF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FHOPEN;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDCHUNK;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDLIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDRIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ioproc.differential.Call.Function;

/** Creates random programs. The same seed always gives the same program. */
final class RandomPrograms {

  private static final int[] FAR = {50_000, SEEK_SET};

  /** Flags of mmioDescend: none, each, several, and an unknown one. */
  private static final int[] FIND_FLAGS = {
    0,
    MMIO_FINDCHUNK,
    MMIO_FINDRIFF,
    MMIO_FINDLIST,
    MMIO_FINDCHUNK | MMIO_FINDLIST,
    8,
    MMIO_FINDRIFF | MMIO_FINDLIST,
    MMIO_FINDCHUNK | MMIO_FINDRIFF | MMIO_FINDLIST,
    MMIO_FINDCHUNK | MMIO_FINDRIFF
  };

  private static final int[] CREATE_FLAGS = {
    0, 0, MMIO_CREATERIFF, MMIO_CREATELIST, MMIO_CREATERIFF | MMIO_CREATELIST
  };

  private final Random random;
  private final List<Call> calls = new ArrayList<>();

  private RandomPrograms(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  static Program create(long seed) {
    RandomPrograms programs = new RandomPrograms(seed);
    if (programs.random.nextInt(4) == 0) {
      return ManagerPrograms.create(programs.random);
    }
    Setup setup = RandomSetup.create(programs.random);
    int pieces = 1 + programs.random.nextInt(12);
    for (int i = 0; i < pieces; i++) {
      programs.addPiece();
    }
    return new Program(setup, programs.calls);
  }

  /** Adds a few calls that belong together or, now and then, any call. */
  private void addPiece() {
    switch (random.nextInt(15)) {
      case 12, 13 -> addEdit();
      case 14 -> addRareCalls();
      case 0, 1 -> addReads();
      case 2, 3 -> addWrites();
      case 4 -> add(Function.SEEK, offset(), random.nextInt(SEEK_END));
      case 5 -> addDirectAccess();
      case 6, 7 -> addDescents();
      case 8 -> addNewChunk();
      case 9 -> addOther();
      default -> addAny();
    }
  }

  private void addReads() {
    for (int i = random.nextInt(3); i >= 0; i--) {
      add(Function.READ, count());
    }
  }

  /** Writes, and flushes before seeking elsewhere. */
  private void addWrites() {
    add(Function.SEEK, FAR);
    add(Function.SEEK, offset(), SEEK_SET);
    for (int i = random.nextInt(3); i >= 0; i--) {
      add(Function.WRITE, count());
    }
    addFlushAndSeek();
  }

  /** Reads, overwrites bytes in the buffer, and leaves it, which makes the manager flush it. */
  private void addEdit() {
    add(Function.SEEK, offset(), SEEK_SET);
    add(Function.READ, 1 + random.nextInt(30));
    add(Function.SEEK, -random.nextInt(20), SEEK_CUR);
    add(Function.WRITE, 1 + random.nextInt(10));
    if (random.nextBoolean()) {
      add(Function.SEEK, -random.nextInt(10), SEEK_CUR);
    }
    if (random.nextInt(3) == 0) {
      add(Function.SETINFO, random.nextInt(6) == 0 ? Call.CLEAN : Call.UNCHANGED);
    }
    if (random.nextInt(60) == 0) {
      add(Function.SETINFO, Call.STALE);
    }
    leaveBuffer();
  }

  private void addRareCalls() {
    if (random.nextInt(3) == 0) {
      addWriteAfterGap();
    } else {
      addReads();
    }
  }

  /** Puts bytes into the buffer after a gap. */
  private void addWriteAfterGap() {
    add(Function.SEEK, random.nextBoolean() ? FAR : new int[] {0, SEEK_SET});
    add(random.nextBoolean() ? Function.WRITE : Function.READ, 1 + random.nextInt(10));
    add(Function.SEEK, random.nextInt(40), SEEK_CUR);
    add(Function.SETINFO, (1 << 16) + random.nextInt(257), 0, 256);
    if (random.nextBoolean()) {
      add(Function.SETINFO, Call.UNCHANGED);
    }
    leaveBuffer();
    add(Function.SEEK, FAR);
  }

  private void leaveBuffer() {
    switch (random.nextInt(6)) {
      case 0 -> add(Function.FLUSH, random.nextInt(2) * MMIO_EMPTYBUF);
      case 1 -> add(Function.READ, random.nextInt(60));
      case 2 -> add(Function.SEEK, random.nextInt(9), SEEK_END);
      case 3 -> add(Function.ADVANCE, random.nextInt(2), Call.INFO);
      case 4 -> addSetBuffer();
      default -> add(Function.SEEK, FAR);
    }
  }

  private void addFlushAndSeek() {
    add(Function.FLUSH);
    add(Function.SEEK, FAR);
    add(Function.SEEK, offset(), SEEK_SET);
  }

  /** Reads or writes the buffer directly. */
  private void addDirectAccess() {
    if (random.nextBoolean()) {
      add(Function.ADVANCE, 0, random.nextInt(2));
      add(Function.SETINFO, 256, 256, 256);
      add(Function.ADVANCE, 0, random.nextInt(2));
    } else {
      add(Function.SEEK, FAR);
      add(Function.SEEK, offset(), SEEK_SET);
      add(Function.SETINFO, (1 << 16) + random.nextInt(257), 0, 256);
      add(Function.ADVANCE, MMIO_WRITE, Call.INFO);
      addFlushAndSeek();
    }
  }

  private void addDescents() {
    add(Function.SEEK, random.nextInt(3) == 0 ? offset() : 0, SEEK_SET);
    int last = random.nextInt(4);
    for (int i = 0; i <= last; i++) {
      int flags = FIND_FLAGS[random.nextInt(i == 0 ? 1 : FIND_FLAGS.length)];
      int name = 2 + random.nextInt(6);
      add(Function.DESCEND, i, random.nextBoolean() ? i - 1 : -1, flags | name << 16);
      if (random.nextInt(3) == 0) {
        add(Function.READ, count());
      }
    }
    for (int i = last; i >= 0 && random.nextInt(4) > 0; i--) {
      add(Function.ASCEND, i);
    }
  }

  private void addNewChunk() {
    add(Function.SEEK, FAR);
    add(Function.SEEK, offset(), SEEK_SET);
    int size = random.nextInt(40);
    int flags = CREATE_FLAGS[random.nextInt(CREATE_FLAGS.length)];
    add(Function.CREATE, random.nextInt(4), flags, size);
    add(Function.WRITE, random.nextBoolean() ? size : random.nextInt(40));
    add(Function.ASCEND, calls.get(calls.size() - 2).first());
    addFlushAndSeek();
  }

  private void addOther() {
    switch (random.nextInt(6)) {
      case 0 -> add(Function.SEEK, random.nextInt(20), SEEK_END);
      case 1 -> add(Function.FLUSH, random.nextInt(2) * MMIO_EMPTYBUF);
      case 2 -> addSetBuffer();
      case 3 -> add(Function.SEND, MMIOM_USER + random.nextInt(5), random.nextInt(9), 3);
      case 4 -> add(Function.SEND, random.nextInt(9), 1, 2);
      default -> {
        add(Function.FLUSH);
        addSetBuffer();
      }
    }
  }

  private void addSetBuffer() {
    int bytes = RandomSetup.bufferSize(random);
    add(Function.SETBUFFER, bytes, random.nextInt(bytes > 0 ? 2 : 5) == 1 ? 1 : 0);
  }

  private void addAny() {
    switch (random.nextInt(10)) {
      case 0 -> add(Function.READ, count());
      case 1, 2 -> add(Function.WRITE, count());
      case 3, 4 -> add(Function.SEEK, offset() - random.nextInt(60), random.nextInt(4));
      case 5 -> add(Function.FLUSH, random.nextInt(2) * MMIO_EMPTYBUF);
      case 6 -> add(Function.ADVANCE, random.nextInt(3), random.nextInt(3));
      case 7 -> {
        int next = random.nextInt(257);
        int end = next + random.nextInt(257 - next);
        add(Function.SETINFO, next, end, end + random.nextInt(257 - end));
      }
      case 8 -> add(Function.ASCEND, random.nextInt(4));
      default -> {
        if (random.nextInt(4) == 0) {
          add(Function.CLOSE, random.nextInt(2) * MMIO_FHOPEN);
        }
      }
    }
    Call last = calls.isEmpty() ? Call.of(Function.FLUSH) : calls.get(calls.size() - 1);
    if (last.function() == Function.ADVANCE && last.first() == MMIO_WRITE && last.second() == 0) {
      calls.remove(last); // It would crash the process in winmm (Wine 8.0).
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
