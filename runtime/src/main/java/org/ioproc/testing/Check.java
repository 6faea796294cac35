package org.ioproc.testing;

import java.util.Set;

/**
 * Checks whether a promise is kept.
 *
 * @param promise the promise
 * @param needs the promises without which this one cannot be kept either, so that it is not checked
 *     if one of them is broken
 * @param body what a program does
 */
record Check(Promise promise, Set<Promise> needs, Body body) {

  /** What a program does. It throws what it does not expect. */
  @FunctionalInterface
  interface Body {
    void run(Program program) throws Exception;
  }

  boolean needsOneOf(Set<Promise> promises) {
    return needs.stream().anyMatch(promises::contains);
  }

  static Check of(Promise promise, Body body, Promise... needs) {
    return new Check(promise, Set.of(needs), body);
  }
}
