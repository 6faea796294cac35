package org.ioproc.doctor;

import java.io.PrintStream;
import java.util.List;
import org.ioproc.InstalledIoProc;
import org.ioproc.mmio.Mmio;

/**
 * Examines Java, the jars, the declared procedures and files, and says in words what is wrong. The
 * report can be sent to a developer: the user's name, home folder and folder for temporary files
 * are replaced, and so are the values of system properties that may be secret. Names of other
 * folders and of files stay.
 *
 * <pre>{@code
 * boolean healthy = Doctor.examine(System.out, "music.zip+track.wav");
 * }</pre>
 *
 * <p>The doctor calls the procedures' own code. If a handler never returns, neither does the
 * doctor; the last line of the report then shows where.
 *
 * <p>Threads: any thread may call the methods.
 */
public final class Doctor {

  private Doctor() {}

  /**
   * Prints a report. The process exits with status 0 if nothing is wrong, and otherwise with 1.
   *
   * @param files the names of files to open, as a program would pass them to mmio
   */
  public static void main(String... files) {
    System.exit(examine(System.out, files) ? 0 : 1);
  }

  /**
   * Writes a report. While this method runs, the declared procedures that could be created are
   * installed once more in {@link Mmio#system()}; they also answer the program's other files.
   *
   * @param out receives the report, in lines of text; a line about a problem begins with {@code !}
   * @param files the names of files to open, as a program would pass them to mmio; each is opened,
   *     read to its end, or for 30 seconds, and closed
   * @return whether nothing is wrong
   */
  public static boolean examine(PrintStream out, String... files) {
    Report report = new Report(out, PersonalNames.ofThisProcess());
    ClassPath classPath = ClassPath.ofThisProcess();
    Mmio mmio = JavaSection.write(report);
    JarsSection.write(report, classPath);
    if (mmio != null) {
      examine(report, mmio, classPath, files);
    }
    return report.end();
  }

  private static void examine(Report report, Mmio mmio, ClassPath classPath, String... files) {
    List<InstalledIoProc> installed = ProceduresSection.write(report, mmio, classPath);
    try {
      for (String file : files) {
        new FileSection(report, mmio, file).write();
      }
    } finally {
      installed.forEach(InstalledIoProc::close);
    }
  }
}
