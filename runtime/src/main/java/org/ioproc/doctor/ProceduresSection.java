package org.ioproc.doctor;

import java.util.ArrayList;
import java.util.List;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.internal.declared.DeclarationSurvey;
import org.ioproc.mmio.Mmio;

/** Which procedures are declared, and which of them can be created and installed. */
final class ProceduresSection {

  private ProceduresSection() {}

  /** Returns the procedures that it has installed. */
  static List<InstalledIoProc> write(Report report, Mmio mmio, ClassPath classPath) {
    report.section("Procedures");
    DeclarationSurvey survey = DeclarationSurvey.make();
    survey.declared().forEach(declared -> report.line("declared", declared));
    survey.problems(classPath.places()).forEach(report::problem);
    List<InstalledIoProc> installed = new ArrayList<>();
    for (IoProcGlue<?> glue : survey.created()) {
      install(report, mmio, glue, installed);
    }
    return installed;
  }

  private static void install(
      Report report, Mmio mmio, IoProcGlue<?> glue, List<InstalledIoProc> installed) {
    try {
      InstalledIoProc one = mmio.install(glue);
      installed.add(one);
      report.line("installed", one.toString());
    } catch (MmioException failure) {
      report.problem(String.valueOf(failure.getMessage()));
    }
  }
}
