package org.ioproc.testing;

/**
 * A promise that a procedure does not keep, with the first case in which {@link IoProcContract}
 * found this.
 *
 * @param promise the promise
 * @param asked what a program asked of the procedure
 * @param came what the program got instead of what it should have got
 * @param where the ways of calling the procedure in which this happened
 */
public record BrokenPromise(Promise promise, String asked, String came, String where) {

  /**
   * Returns what programs suffer.
   *
   * @return a part of a sentence
   */
  public String consequence() {
    return promise.consequence();
  }

  /** Describes all of it in one line. */
  @Override
  public String toString() {
    return "%s: %s. Asked: %s. Came: %s (%s). So %s."
        .formatted(promise, promise.text(), asked, came, where, consequence());
  }
}
