package org.ioproc.differential;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the faults that a trace has reached. It cannot tell two procedures apart, so in programs
 * with two, faults never count as over.
 */
final class FaultCount {

  private final List<Fault> faults;
  private final Map<String, Integer> counts = new HashMap<>();

  FaultCount(Setup setup) {
    boolean predefined = setup.kind() == Setup.Kind.DOS || setup.kind() == Setup.Kind.MEM;
    this.faults = predefined ? List.of() : setup.faults();
  }

  void after(Step step) {
    for (String message : step.messages()) {
      counts.merge(message.substring(0, message.indexOf(' ')), 1, Integer::sum);
    }
  }

  boolean isUntouched() {
    return faults.stream().noneMatch(this::isOver);
  }

  boolean isOver() {
    return faults.stream().allMatch(this::isOver);
  }

  private boolean isOver(Fault fault) {
    return counts.getOrDefault(fault.message(), 0) >= fault.number();
  }
}
