package org.ioproc.model;

/** An action of a program, with its count, position or size. */
record Operation(Action action, int number) {

  @Override
  public String toString() {
    return action + " " + number;
  }
}
