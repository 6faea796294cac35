package org.ioproc.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;

/**
 * The processor's options.
 *
 * @param nativeSources where the native wrappers' sources go
 * @param problems the problems with the options
 */
public record Options(NativeTarget nativeSources, List<Problem> problems) {

  static final String NATIVE = "ioproc.native";

  /** The destination of the native wrappers' sources. */
  enum NativeTarget {
    NONE,
    CLASSES,
    HEADERS
  }

  static Options of(Map<String, String> given) {
    List<Problem> problems = new ArrayList<>();
    for (String name : new TreeMap<>(given).keySet()) {
      if (name.startsWith("ioproc.") && !name.equals(NATIVE)) {
        problems.add(problem(Rule.OPTION_UNKNOWN, "-A" + name + " has no effect."));
      }
    }
    String text = given.getOrDefault(NATIVE, "classes");
    for (NativeTarget target : NativeTarget.values()) {
      if (target.name().toLowerCase(Locale.ROOT).equals(text)) {
        return new Options(target, List.copyOf(problems));
      }
    }
    problems.add(
        problem(Rule.OPTION_VALUE, text == null ? "It has none." : "It is \"" + text + "\"."));
    return new Options(NativeTarget.NONE, List.copyOf(problems));
  }

  private static Problem problem(Rule rule, String observed) {
    return new Problem(rule, Place.NOWHERE, observed);
  }
}
