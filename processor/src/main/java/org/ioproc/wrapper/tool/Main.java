package org.ioproc.wrapper.tool;

/** The program {@code ioproc}, which is the main class of this jar. */
public final class Main {

  private Main() {}

  /** Runs the tool, and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(new IoProcTool().run(System.out, System.err, arguments));
  }
}
