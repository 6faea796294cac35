package com.example;

/** Contains a method that takes a message's parameters and does nothing. */
final class Bare {

  private Bare() {}

  static long call(long lpmmioinfo, int message, long lParam1, long lParam2) {
    return message;
  }
}
