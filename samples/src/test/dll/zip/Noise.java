package com.example;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** Writes to Java's standard streams in every way that a handler could. */
final class Noise {

  private Noise() {}

  static void make() throws IOException, ReflectiveOperationException, InterruptedException {
    System.out.println("noise from System.out");
    System.err.println("noise from System.err");
    new IllegalStateException("noise from a stack trace").printStackTrace();
    System.getLogger("com.example").log(System.Logger.Level.WARNING, "noise from a logger");
    dieUncaught();
    new PrintStream(new FileOutputStream(FileDescriptor.out), true)
        .println("noise from a descriptor");
    new ProcessBuilder("cmd.exe", "/c", "echo noise from a child").inheritIO().start().waitFor();
    unsafe().freeMemory(unsafe().allocateMemory(8)); // Java 24 and later print a warning.
  }

  private static void dieUncaught() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("noise from an uncaught exception");
            });
    thread.start();
    thread.join();
  }

  /** Makes the VM crash, and print a report. */
  static void crash() throws ReflectiveOperationException {
    unsafe().putAddress(0, 0);
  }

  private static Unsafe unsafe() throws ReflectiveOperationException {
    Field field = Unsafe.class.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    return (Unsafe) field.get(null);
  }
}
