package org.ioproc.samples.demo;

import java.io.IOException;
import java.util.List;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioName;
import org.ioproc.mmio.Mmio;
import org.ioproc.testing.MessageTimeline;

/**
 * Reads the file through a manager and listens to the messages that the procedure receives.
 *
 * @param manager describes the manager and how it calls procedures
 * @param installed the codes of the installed procedures
 * @param reading the content that the program read
 * @param messages the messages that the procedure received
 * @param timeline the same messages, to be drawn
 */
record DemoListener(
    String manager,
    List<FourCc> installed,
    WaveReading reading,
    DemoMessages messages,
    MessageTimeline timeline) {

  static DemoListener listen(Mmio mmio, MmioName name, DemoProgress progress) throws IOException {
    DemoMessages messages = new DemoMessages();
    MessageTimeline timeline = new MessageTimeline();
    List<InstalledIoProc> installed = mmio.installAll();
    try {
      installed.forEach(procedure -> procedure.trace(timeline.andThen(messages::add)));
      List<FourCc> codes = installed.stream().map(InstalledIoProc::code).toList();
      DemoFile.requireReadable(name, codes);
      WaveReading reading = WaveReading.of(mmio, name.toString(), progress);
      return new DemoListener(mmio.description(), codes, reading, messages, timeline);
    } finally {
      installed.forEach(InstalledIoProc::close);
    }
  }
}
