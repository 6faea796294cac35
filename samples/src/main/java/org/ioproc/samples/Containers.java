package org.ioproc.samples;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.ioproc.MmioException;
import org.ioproc.MmioName;

/** Finds where a container's name ends if the names of elements may hold a {@code +}, too. */
public final class Containers {

  private Containers() {}

  /**
   * Splits a name behind its longest part that is a container, or as mmio does if no part is one.
   *
   * @param text a name with a {@code +}
   * @param isContainer what a container is
   */
  public static MmioName split(String text, Predicate<Path> isContainer) throws MmioException {
    for (int plus = text.lastIndexOf('+'); plus > 0; plus = text.lastIndexOf('+', plus - 1)) {
      MmioName name = new MmioName(text.substring(0, plus), text.substring(plus + 1));
      if (test(isContainer, name)) {
        return name;
      }
    }
    return MmioName.of(text);
  }

  /** An element's name may hold what a path must not. */
  private static boolean test(Predicate<Path> isContainer, MmioName name) {
    try {
      return isContainer.test(name.containerPath());
    } catch (MmioException notAPath) {
      return false;
    }
  }
}
