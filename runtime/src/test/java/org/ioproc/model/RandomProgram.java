package org.ioproc.model;

import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_END;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A random program. The same kind of file and seed always give the same program. */
record RandomProgram(Setting setting, List<Operation> operations) {

  static final int LENGTH = 20;

  private static final List<Setting.Way> WAYS = List.of(Setting.Way.values());
  private static final List<Action> ACTIONS = List.of(Action.values());
  private static final int[] BUFFERS = {0, 1, 2, 3, 8, 20, 32, 64, 64, 100};

  static RandomProgram of(Setting.Kind kind, long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    Setting setting = setting(kind, random);
    List<Operation> operations = new ArrayList<>();
    while (operations.size() < LENGTH) {
      if (random.nextInt(30) == 0) {
        addGap(operations, random);
      } else {
        operations.add(operation(random));
      }
    }
    return new RandomProgram(setting, List.copyOf(operations.subList(0, LENGTH)));
  }

  /** Adds operations that leave a gap in the buffer, and then read there. */
  private static void addGap(List<Operation> operations, Random random) {
    operations.add(new Operation(random.nextBoolean() ? Action.READ : Action.WRITE, 8));
    operations.add(new Operation(Action.SEEK_CUR, 1 + random.nextInt(30)));
    operations.add(new Operation(Action.PUT, 1 + random.nextInt(6)));
    operations.add(new Operation(Action.SEEK_CUR, -random.nextInt(20)));
    operations.add(new Operation(random.nextBoolean() ? Action.READ : Action.TAKE, 8));
  }

  private static Setting setting(Setting.Kind kind, Random random) {
    Setting.Way way = WAYS.get(random.nextInt(WAYS.size()));
    int content = random.nextInt(4) == 0 ? 0 : random.nextInt(120);
    int buffer = BUFFERS[random.nextInt(BUFFERS.length)];
    if (kind.isMemory()) {
      content = Math.max(1, content);
    }
    int step = kind == Setting.Kind.GROWING ? 1 + random.nextInt(40) : 0;
    boolean own = random.nextInt(3) > 0;
    boolean creates = kind.isMemory() && random.nextBoolean();
    return new Setting(kind, way, content, buffer, own, creates, step, random.nextLong());
  }

  private static Operation operation(Random random) {
    Action action = ACTIONS.get(random.nextInt(ACTIONS.size()));
    return new Operation(action, number(action, random));
  }

  private static int number(Action action, Random random) {
    return switch (action) {
      case SEEK_SET -> random.nextInt(130);
      case SEEK_CUR -> random.nextInt(60) - 30;
      case SEEK_END -> random.nextInt(30) - 10;
      case BUFFER, OWN_BUFFER -> BUFFERS[random.nextInt(BUFFERS.length)];
      case READ_LOOP, WRITE_LOOP -> random.nextInt(150);
      case CREATE -> random.nextInt(3);
      default -> random.nextInt(random.nextInt(6) == 0 ? 150 : 12);
    };
  }

  RandomProgram with(List<Operation> others) {
    return new RandomProgram(setting, others);
  }

  @Override
  public String toString() {
    return operations.stream()
        .map(Operation::toString)
        .collect(Collectors.joining("\n  ", setting + "\n  ", ""));
  }
}
