package com.example;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lets the constructors and the C program wait for each other. To signal, each creates a file in
 * their folder.
 */
final class Rendezvous {

  private Rendezvous() {}

  /**
   * Signals that the procedure's constructor runs, and takes the steps that the variable SMOKE_NAME
   * lists: "open:" and a file's name, or the name of a file to wait for.
   */
  static void construct(String procedure) throws IOException, InterruptedException {
    String what = System.getenv("SMOKE_" + procedure);
    if (what == null) {
      return;
    }
    Files.createFile(Path.of(procedure + ".begun"));
    for (String step : what.split(",")) {
      if (step.startsWith("open:")) {
        open(step.substring(5));
      } else {
        await(step);
      }
    }
  }

  private static void await(String file) throws InterruptedException {
    while (!Files.exists(Path.of(file))) {
      Thread.sleep(5);
    }
  }

  /** Opens a file natively, on this thread. MMIO_READ is 0. */
  private static void open(String name) {
    Memory text = new Memory(64);
    text.setString(0, name);
    Function open = Function.getFunction("winmm", "mmioOpenA");
    if (open.invokePointer(new Object[] {text, null, 0}) == null) {
      throw new IllegalStateException(name + " was refused");
    }
  }
}
