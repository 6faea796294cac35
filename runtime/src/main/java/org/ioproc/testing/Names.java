package org.ioproc.testing;

/** Derives names from others. */
final class Names {

  private Names() {}

  /** Inserts a text before the extension of an element, or at its end. */
  static String with(String text, String name) {
    int dot = name.lastIndexOf('.');
    boolean extension = dot > name.lastIndexOf('+') && dot > name.lastIndexOf('/');
    int at = extension ? dot : name.length();
    return name.substring(0, at) + text + name.substring(at);
  }
}
