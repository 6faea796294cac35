package com.example;

/** The least that C can call with a message's parameters. */
final class Bare {

  private Bare() {}

  static long call(long lpmmioinfo, int message, long lParam1, long lParam2) {
    return message;
  }
}
