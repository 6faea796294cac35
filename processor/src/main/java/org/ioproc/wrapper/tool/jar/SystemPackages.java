package org.ioproc.wrapper.tool.jar;

import java.lang.module.ModuleFinder;
import java.util.Set;
import java.util.stream.Collectors;

/** The packages of Java itself. */
final class SystemPackages {

  private final Set<String> names =
      ModuleFinder.ofSystem().findAll().stream()
          .flatMap(module -> module.descriptor().packages().stream())
          .map(name -> name.replace('.', '/'))
          .collect(Collectors.toUnmodifiableSet());

  /** Returns whether a class such as {@code java/lang/Object} can be one of Java's. */
  boolean contains(String name) {
    int end = name.lastIndexOf('/');
    return name.startsWith("java/") || (end >= 0 && names.contains(name.substring(0, end)));
  }
}
