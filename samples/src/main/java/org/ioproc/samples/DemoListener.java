package org.ioproc.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.IoProcs;
import org.ioproc.MmioName;
import org.ioproc.TracedMessage;
import org.ioproc.mmio.Mmio;

/**
 * One way of reading the file, and what was heard meanwhile.
 *
 * @param manager which manager it was and how it calls procedures
 * @param installed the procedures that were there
 * @param reading what a program learned
 * @param messages what the procedure received
 */
record DemoListener(
    String manager, List<FourCc> installed, WaveReading reading, List<TracedMessage> messages) {

  static DemoListener listen(Mmio mmio, MmioName name) throws IOException {
    List<TracedMessage> messages = new ArrayList<>();
    List<InstalledIoProc> installed = IoProcs.installAll(mmio);
    try {
      installed.forEach(procedure -> procedure.trace(messages::add));
      WaveReading reading = WaveReading.of(mmio, name.toString());
      return new DemoListener(
          mmio.description(),
          installed.stream().map(InstalledIoProc::code).toList(),
          reading,
          List.copyOf(messages));
    } finally {
      installed.forEach(InstalledIoProc::close);
    }
  }
}
