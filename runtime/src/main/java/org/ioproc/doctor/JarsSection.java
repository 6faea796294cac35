package org.ioproc.doctor;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.ioproc.internal.text.Printable;

/** The jars of ioproc and JNA, and what is wrong with the class path. */
final class JarsSection {

  private JarsSection() {}

  static void write(Report report, ClassPath classPath) {
    report.section("Jars");
    classPath.problems().forEach(report::problem);
    try {
      write(report, loader());
    } catch (UncheckedIOException unreadable) {
      report.problem("The class path cannot be read: " + Printable.text(unreadable));
    }
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null
        ? context
        : Objects.requireNonNullElseGet(
            JarsSection.class.getClassLoader(), ClassLoader::getSystemClassLoader);
  }

  private static void write(Report report, ClassLoader loader) {
    List<Artifact.Copy> runtime = write(report, Artifact.RUNTIME, loader);
    List<Artifact.Copy> processor = write(report, Artifact.PROCESSOR, loader);
    List<Artifact.Copy> jna = write(report, Artifact.JNA, loader);
    if (jna.isEmpty()) {
      report.line(Artifact.JNA.name(), "not on the class path");
    }
    requireSameVersion(report, runtime, processor);
  }

  private static List<Artifact.Copy> write(Report report, Artifact artifact, ClassLoader loader) {
    List<Artifact.Copy> copies = artifact.copies(loader);
    copies.forEach(copy -> report.line(artifact.name(), copy.toString()));
    if (copies.size() > 1) {
      report.problem(
          artifact.name()
              + " must be on the class path once. It is there "
              + copies.size()
              + " times, and Java uses the first copy above. Remove the others.");
    }
    return copies;
  }

  private static void requireSameVersion(
      Report report, List<Artifact.Copy> runtime, List<Artifact.Copy> processor) {
    if (runtime.isEmpty() || processor.isEmpty()) {
      return;
    }
    String used = runtime.get(0).version();
    String generating = processor.get(0).version();
    if (used != null && generating != null && !used.equals(generating)) {
      report.problem(
          "ioproc-processor and ioproc-runtime must have the same version, because generated code"
              + " calls the runtime. They are "
              + generating
              + " and "
              + used
              + ".");
    }
  }
}
