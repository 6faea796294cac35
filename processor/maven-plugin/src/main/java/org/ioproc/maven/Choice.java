package org.ioproc.maven;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.maven.plugin.MojoFailureException;
import org.ioproc.wrapper.Layout;
import org.ioproc.wrapper.Way;
import org.ioproc.wrapper.image.Architecture;

/** A parameter with fixed values, which are written as on the tool's command line. */
record Choice<E>(String parameter, List<E> values, Function<E, String> word) {

  private static final Choice<Layout> LAYOUT =
      new Choice<>("layout", List.of(Layout.values()), Layout::word);

  private static final Choice<Architecture> ARCHITECTURES =
      new Choice<>("architectures", List.of(Architecture.values()), Architecture::folder);

  private static final Choice<Way> JAVA = new Choice<>("java", List.of(Way.values()), Way::word);

  static Layout layout(String given) throws MojoFailureException {
    return LAYOUT.find(given);
  }

  static Way java(String given) throws MojoFailureException {
    return JAVA.find(given);
  }

  /** Returns the named architectures, or all if none is named. */
  static Set<Architecture> architectures(List<String> given) throws MojoFailureException {
    Set<Architecture> found = EnumSet.noneOf(Architecture.class);
    for (String name : given) {
      found.add(ARCHITECTURES.find(name));
    }
    return found.isEmpty() ? EnumSet.allOf(Architecture.class) : found;
  }

  private E find(String given) throws MojoFailureException {
    return values.stream()
        .filter(value -> word.apply(value).equals(given))
        .findFirst()
        .orElseThrow(() -> new MojoFailureException(problem(given)));
  }

  private String problem(String given) {
    String known = values.stream().map(word).collect(joining(", "));
    return "The parameter \"%s\" must be one of %s, but is \"%s\"."
        .formatted(parameter, known, given);
  }
}
