package org.ioproc.processor.model;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Names of classes as class files have them: {@code com.example.ZipIoProcInstaller$Provider}. */
public final class BinaryNames {

  private BinaryNames() {}

  /** Finds a nested class. Starts at the last $, because an author's name may contain one, too. */
  public static Optional<TypeElement> nested(String name, Elements elements) {
    StringBuilder canonical = new StringBuilder(name);
    for (int end = name.lastIndexOf('$'); end >= 0; end = name.lastIndexOf('$', end - 1)) {
      canonical.setCharAt(end, '.');
      TypeElement found = elements.getTypeElement(canonical);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
