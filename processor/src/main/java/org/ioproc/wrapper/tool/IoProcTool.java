package org.ioproc.wrapper.tool;

import java.io.PrintWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/** The tool {@code ioproc}, as a program and for programs in Java. */
public final class IoProcTool implements ToolProvider {

  private static final String WRAP = "wrap";
  private static final int SUCCESS = 0;
  private static final int FAILURE = 1;
  private static final int WRONG_USE = 2;

  @Override
  public String name() {
    return "ioproc";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... words) {
    try {
      run(out, List.of(words));
      return SUCCESS;
    } catch (WrapException failure) {
      err.println(name() + ": " + failure.getMessage());
      return FAILURE;
    } catch (UsageException wrong) {
      err.println(name() + ": " + wrong.getMessage());
      err.print(Usage.SHORT);
      return WRONG_USE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static void run(PrintWriter out, List<String> words)
      throws UsageException, WrapException {
    boolean isWrap = !words.isEmpty() && words.get(0).equals(WRAP);
    Arguments arguments = Arguments.parse(isWrap ? words.subList(1, words.size()) : words);
    if (arguments.has(Option.HELP)) {
      out.print(Usage.LONG);
    } else if (arguments.has(Option.VERSION)) {
      out.println(Usage.version());
    } else if (!isWrap) {
      throw new UsageException(
          words.isEmpty() ? "no command is given" : "unknown command " + words.get(0));
    } else {
      for (WrittenFile file : WrapTool.run(CommandLine.request(arguments))) {
        out.println(file.path() + " (" + file.size() + " bytes)");
      }
    }
  }
}
