package com.example;

import java.lang.instrument.Instrumentation;

/** An agent that does nothing, except that Java loads the classes that agents need. */
public final class Agent {

  private Agent() {}

  public static void premain(String arguments, Instrumentation instrumentation) {}
}
