package org.ioproc.doctor;

import java.util.List;
import org.ioproc.mmio.Mmio;
import org.jspecify.annotations.Nullable;

/** Which Java this is, and how it reaches mmio. */
final class JavaSection {

  /** The variables with which Java's options are set. */
  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** The properties that change how Java reaches native code. */
  private static final List<String> PROPERTIES =
      List.of("org.ioproc.transport", "jna.tmpdir", "jna.nosys", "jna.boot.library.path");

  private JavaSection() {}

  /** Returns the manager, or null if Java cannot reach native code. */
  static @Nullable Mmio write(Report report) {
    report.section("Java");
    report.line("version", Runtime.version() + " of " + property("java.vendor"));
    report.line("home", property("java.home"));
    report.line(
        "system",
        "%s %s, %s, %s bits"
            .formatted(
                property("os.name"),
                property("os.version"),
                property("os.arch"),
                property("sun.arch.data.model")));
    report.line("folder", property("user.dir"));
    writeSettings(report);
    return manager(report);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static void writeSettings(Report report) {
    for (String variable : VARIABLES) {
      String value = System.getenv(variable);
      if (value != null) {
        report.line("variable", variable + "=" + value);
      }
    }
    for (String name : PROPERTIES) {
      String value = System.getProperty(name);
      if (value != null) {
        report.line("option", "-D" + name + "=" + value);
      }
    }
  }

  private static @Nullable Mmio manager(Report report) {
    try {
      Mmio mmio = Mmio.system();
      report.line("manager", mmio.description());
      return mmio;
    } catch (LinkageError unusable) {
      report.problem(String.valueOf(unusable.getMessage()));
      return null;
    }
  }
}
