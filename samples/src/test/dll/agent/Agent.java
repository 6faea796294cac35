package com.example;

import java.lang.instrument.Instrumentation;

/** An agent that does nothing. It only makes Java load what agents need. */
public final class Agent {

  private Agent() {}

  public static void premain(String arguments, Instrumentation instrumentation) {}
}
