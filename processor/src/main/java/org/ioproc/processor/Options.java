package org.ioproc.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;

/**
 * The processor's options.
 *
 * @param target where the native wrappers' files go
 * @param sources whether they include C sources
 * @param problems the problems with the options
 */
public record Options(NativeTarget target, boolean sources, List<Problem> problems) {

  static final String NATIVE = "ioproc.native";
  static final String SOURCES = "ioproc.sources";
  static final Set<String> NAMES = Set.of(NATIVE, SOURCES);

  /** The destination of the native wrappers' files. */
  enum NativeTarget {
    NONE,
    CLASSES,
    HEADERS
  }

  static Options of(Map<String, String> given) {
    List<Problem> problems = new ArrayList<>();
    for (String name : new TreeMap<>(given).keySet()) {
      if (name.startsWith("ioproc.") && !NAMES.contains(name)) {
        problems.add(problem(Rule.OPTION_UNKNOWN, "-A" + name + " has no effect."));
      }
    }
    NativeTarget target = target(given, problems);
    return new Options(target, sources(given, problems), List.copyOf(problems));
  }

  private static NativeTarget target(Map<String, String> given, List<Problem> problems) {
    String text = given.getOrDefault(NATIVE, "classes");
    for (NativeTarget target : NativeTarget.values()) {
      if (target.name().toLowerCase(Locale.ROOT).equals(text)) {
        return target;
      }
    }
    String observed = text == null ? " has no value." : " is \"" + text + "\".";
    problems.add(problem(Rule.OPTION_VALUE, "-A" + NATIVE + observed));
    return NativeTarget.NONE;
  }

  /** Without a value, the option means true. */
  private static boolean sources(Map<String, String> given, List<Problem> problems) {
    String text = given.getOrDefault(SOURCES, "false");
    if (text == null || text.equals("true")) {
      return true;
    }
    if (!text.equals("false")) {
      problems.add(problem(Rule.OPTION_VALUE, "-A" + SOURCES + " is \"" + text + "\"."));
    }
    return false;
  }

  private static Problem problem(Rule rule, String observed) {
    return new Problem(rule, Place.NOWHERE, observed);
  }
}
