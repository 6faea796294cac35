package org.ioproc.samples.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;

/** The element of a name as a path below a container's address, and nowhere else. */
final class ElementPath {

  private ElementPath() {}

  /** Returns the path with slashes, as in {@code folder/track.wav}. Programs may write either. */
  static String of(MmioName name) throws MmioException {
    List<String> steps = new ArrayList<>();
    for (String step : name.element().split("[/\\\\]", -1)) {
      if (step.equals("..") || step.equals(".")) {
        throw new MmioException(
            MmioError.ACCESS_DENIED,
            "A name must not contain the step \"" + step + "\"; \"" + name + "\" does.");
      }
      if (!step.isEmpty()) {
        steps.add(step);
      }
    }
    if (steps.isEmpty() || name.element().matches(".*[/\\\\]")) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND,
          "A name must have a file after the '+'; \"" + name + "\" has none.");
    }
    return String.join("/", steps);
  }

  /** Returns the path below a base that ends with a slash. */
  static URI below(URI base, String path) throws MmioException {
    try {
      String encoded = new URI(null, null, "/" + path, null).toASCIIString().substring(1);
      return URI.create(base.toASCIIString() + encoded);
    } catch (URISyntaxException | IllegalArgumentException wrong) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND, "\"" + path + "\" cannot be part of a URL.", wrong);
    }
  }
}
