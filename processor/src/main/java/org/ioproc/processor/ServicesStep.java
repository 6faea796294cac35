package org.ioproc.processor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.ioproc.processor.java.ServicesWriter;
import org.ioproc.processor.model.IoProcDeclaration;

/** Updates the service file of each compiled module. */
final class ServicesStep {

  private final Elements elements;
  private final Output output;
  private final Reporter reporter;
  private final ServicesWriter writer;

  ServicesStep(Elements elements, Output output, Reporter reporter) {
    this.elements = elements;
    this.output = output;
    this.reporter = reporter;
    this.writer = new ServicesWriter(elements);
  }

  void write(List<IoProcDeclaration> procedures) {
    Map<String, List<IoProcDeclaration>> byModule =
        procedures.stream()
            .collect(
                Collectors.groupingBy(
                    procedure -> Output.module(elements, procedure.type()),
                    TreeMap::new,
                    Collectors.toList()));
    byModule.forEach(this::write);
  }

  private void write(String module, List<IoProcDeclaration> procedures) {
    Output.Resource file =
        new Output.Resource(StandardLocation.CLASS_OUTPUT, module, ServicesWriter.PATH);
    String text = writer.write(output.readLines(file), procedures);
    output
        .write(file, text, procedures.stream().map(IoProcDeclaration::type).toList())
        .ifPresent(reporter::report);
  }
}
