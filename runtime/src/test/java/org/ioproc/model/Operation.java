package org.ioproc.model;

/** One action of a program, with a count, a position or a size. */
record Operation(Action action, int number) {

  @Override
  public String toString() {
    return action + " " + number;
  }
}
