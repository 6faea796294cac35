package org.ioproc.wrapper.tool;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line's options and other words.
 *
 * @param values the values of each option that is present, in their order
 * @param operands the words that are neither options nor values
 */
record Arguments(Map<Option, List<String>> values, List<String> operands) {

  /** Parses {@code --name value}, {@code --name=value} and {@code --name}, in any order. */
  static Arguments parse(List<String> words) throws UsageException {
    Arguments arguments = new Arguments(new EnumMap<>(Option.class), new ArrayList<>());
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      if (word.startsWith("-")) {
        arguments.add(word, rest);
      } else {
        arguments.operands.add(word);
      }
    }
    return arguments;
  }

  private void add(String word, Iterator<String> rest) throws UsageException {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Option option = Option.of(name).orElseThrow(() -> new UsageException("unknown option " + name));
    if (values.containsKey(option) && option.arity() != Option.Arity.VALUES) {
      throw new UsageException("option " + name + " is given twice");
    }
    List<String> given = values.computeIfAbsent(option, key -> new ArrayList<>());
    if (option.arity() == Option.Arity.NO_VALUE) {
      if (equals >= 0) {
        throw new UsageException("option " + name + " takes no value");
      }
    } else {
      given.add(equals < 0 ? next(name, rest) : word.substring(equals + 1));
    }
  }

  private static String next(String name, Iterator<String> rest) throws UsageException {
    String value = rest.hasNext() ? rest.next() : Option.PREFIX;
    if (value.startsWith(Option.PREFIX)) {
      throw new UsageException("option " + name + " needs a value");
    }
    return value;
  }

  boolean has(Option option) {
    return values.containsKey(option);
  }

  Optional<String> value(Option option) {
    return all(option).stream().findFirst();
  }

  List<String> all(Option option) {
    return values.getOrDefault(option, List.of());
  }
}
