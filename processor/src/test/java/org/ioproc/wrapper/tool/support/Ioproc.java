package org.ioproc.wrapper.tool.support;

import static com.google.common.truth.Truth.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.ioproc.wrapper.tool.IoProcTool;

/** What a run of the tool returns and prints. */
public record Ioproc(int status, String out, String err) {

  public static Ioproc run(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new IoProcTool()
            .run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    return new Ioproc(
        status,
        out.toString().replace(System.lineSeparator(), "\n"),
        err.toString().replace(System.lineSeparator(), "\n"));
  }

  public static Ioproc run(String... arguments) {
    return run(List.of(arguments));
  }

  /** Runs a command that must succeed. */
  public static void succeed(String... arguments) {
    Ioproc run = run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
  }
}
