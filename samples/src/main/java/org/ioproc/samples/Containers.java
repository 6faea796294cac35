package org.ioproc.samples;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.ioproc.MmioException;
import org.ioproc.MmioName;

/**
 * Splits names whose element may contain a {@code +}. (mmio itself splits every name at the last.)
 */
public final class Containers {

  private Containers() {}

  /**
   * Returns the name split after its longest part that is a container. If no part is one, the name
   * is split at its last {@code +}, as mmio does.
   *
   * @param text the name: {@code container+element}
   * @param isContainer whether there is a container at a path
   * @throws MmioException if the name has no {@code +}
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

  /** Returns false for a part that is not a valid path: element names allow more characters. */
  private static boolean test(Predicate<Path> isContainer, MmioName name) {
    try {
      return isContainer.test(name.containerPath());
    } catch (MmioException notAPath) {
      return false;
    }
  }
}
