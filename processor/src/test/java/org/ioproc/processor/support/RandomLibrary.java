package org.ioproc.processor.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.ioproc.wrapper.Export;
import org.ioproc.wrapper.ExportedFunction;
import org.ioproc.wrapper.Exports;
import org.ioproc.wrapper.ProcedureSpec;
import org.ioproc.wrapper.WrapperSpec;

/** Creates libraries at random. Prints the seed; {@code -Dtest.seed} sets it. */
public final class RandomLibrary {

  private final Random random;
  private WrapperSpec last = new WrapperSpec("none", List.of());

  private RandomLibrary(long seed) {
    random = new Random(seed);
  }

  public static RandomLibrary create() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("-Dtest.seed=" + seed);
    return new RandomLibrary(seed);
  }

  public WrapperSpec library() {
    Set<String> names = new HashSet<>();
    List<ProcedureSpec> procedures = new ArrayList<>();
    for (int count = 1 + random.nextInt(5); procedures.size() < count; ) {
      String name = word();
      if (names.add(name)) {
        String type = random.nextBoolean() ? name : "com.exämple." + word() + "." + name;
        procedures.add(new ProcedureSpec(name, code(), type + "Installer$Provider", type));
      }
    }
    last = new WrapperSpec("l" + word().toLowerCase(Locale.ROOT), procedures);
    return last;
  }

  /** Returns the library that was created last. */
  public WrapperSpec last() {
    return last;
  }

  /** Returns some of a library's functions, with random names, ordinals and attributes. */
  public Exports exports() {
    Set<String> names = new HashSet<>();
    Set<Integer> ordinals = new HashSet<>();
    List<ExportedFunction> functions = new ArrayList<>();
    for (Export function : library().exports()) {
      String name = random.nextInt(3) == 0 ? word() : function.name();
      if (random.nextInt(4) != 0 && names.add(name)) {
        int number = 1 + random.nextInt(65_535);
        boolean numbered = random.nextBoolean() && ordinals.add(number);
        OptionalInt ordinal = numbered ? OptionalInt.of(number) : OptionalInt.empty();
        boolean isNameless = numbered && random.nextBoolean();
        functions.add(
            new ExportedFunction(function, name, ordinal, isNameless, random.nextInt(3) == 0));
      }
    }
    return functions.isEmpty() ? exports() : new Exports(last, functions);
  }

  private String word() {
    return "X"
        + random
            .ints(1 + random.nextInt(8), 0, 63)
            .mapToObj("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"::charAt)
            .map(String::valueOf)
            .collect(Collectors.joining());
  }

  private String code() {
    return random.ints(4, ' ', '~' + 1).mapToObj(Character::toString).collect(Collectors.joining());
  }
}
