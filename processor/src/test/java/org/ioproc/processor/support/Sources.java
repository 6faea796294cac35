package org.ioproc.processor.support;

import com.google.testing.compile.JavaFileObjects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/** Java sources as tests write them. */
public final class Sources {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^[\\w ]*?\\b(?:class|interface|enum|record) ([\\w$]+)");
  private static final String IMPORTS =
      """
      import java.io.*;
      import java.nio.*;
      import java.nio.channels.*;
      import java.nio.file.*;
      import java.util.*;
      import org.ioproc.*;
      """;

  private Sources() {}

  /** Adds a package and the imports that tests share. */
  public static String inPackage(String packageName, String body) {
    return "package " + packageName + ";\n" + IMPORTS + body;
  }

  public static JavaFileObject file(String source) {
    return JavaFileObjects.forSourceString(name(source), source);
  }

  /** Returns the name of the first type, which must be at the start of a line. */
  public static String name(String source) {
    Matcher inPackage = PACKAGE.matcher(source);
    String prefix = inPackage.find() ? inPackage.group(1) + "." : "";
    Matcher type = TYPE.matcher(source);
    return prefix + (type.find() ? type.group(1) : "package-info");
  }
}
