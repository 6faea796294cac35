package org.ioproc.support;

import static com.google.common.truth.Truth.assertThat;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import com.sun.jna.WString;
import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;

/**
 * Changes the process's current folder as a program in C does, without Java's knowledge, and
 * restores it.
 */
public final class CurrentFolder {

  private static final Path START = Path.of("").toAbsolutePath();

  private CurrentFolder() {}

  /** Runs a task with another folder as the current folder. */
  public static void in(Path folder, Executable task) throws Throwable {
    set(folder);
    try {
      task.execute();
    } finally {
      set(START);
    }
  }

  private static void set(Path folder) {
    boolean done =
        Platform.isWindows()
            ? Function.getFunction("kernel32", "SetCurrentDirectoryW", Function.ALT_CONVENTION)
                    .invokeInt(new Object[] {new WString(folder.toString())})
                != 0
            : Function.getFunction("c", "chdir").invokeInt(new Object[] {folder.toString()}) == 0;
    assertThat(done).isTrue();
  }
}
