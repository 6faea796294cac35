package org.ioproc.samples.demo;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A run of the demo in this process.
 *
 * @param status the exit status
 * @param out the output
 * @param errors the lines of the error stream
 */
record DemoRun(int status, String out, List<String> errors) {

  static DemoRun of(String file, String picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DemoRun run = of(file, picture, out);
    return new DemoRun(run.status(), out.toString(StandardCharsets.UTF_8), run.errors());
  }

  /** Runs the demo with an output stream that may fail. The output is left empty. */
  static DemoRun of(String file, String picture, OutputStream out) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status = Demo.run(file, picture, DemoProgress.none(), stream(out), stream(errors));
    return new DemoRun(status, "", errors.toString(StandardCharsets.UTF_8).lines().toList());
  }

  private static PrintStream stream(OutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
