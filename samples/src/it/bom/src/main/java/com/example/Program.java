package com.example;

import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;

public final class Program {
  private Program() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println(Mmio.system().installAll().size() + " installed");
    try (MmioFile file = Mmio.system().open(arguments[0])) {
      System.out.println(arguments[0] + " has " + file.size() + " bytes");
    }
  }
}
