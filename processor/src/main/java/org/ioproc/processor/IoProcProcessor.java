package org.ioproc.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.ioproc.IoProc;
import org.ioproc.IoProcLibrary;
import org.ioproc.processor.model.HandlerKind;
import org.jspecify.annotations.Nullable;

/**
 * The annotation processor for classes with {@link IoProc}. For {@code com.example.ZipIoProc} it
 * writes {@code ZipIoProcGlue} and {@code ZipIoProcInstaller}, the service entry through which
 * {@link org.ioproc.mmio.Mmio#installAll()} finds the procedure, and under {@code
 * META-INF/ioproc/zipioproc/} the C header and the other files about a native wrapper, a DLL for
 * applications that know nothing of Java.
 *
 * <p>The options are {@code -Aioproc.native}: {@code classes} (the default) writes the wrapper's
 * files beside the classes, {@code headers} writes them into the compiler's folder for native
 * headers ({@code -h}), and {@code none} omits them; and {@code -Aioproc.sources}, which adds the C
 * sources from which CMake builds the wrapper.
 *
 * <p>Gradle runs it as an aggregating processor, because the service file lists all procedures, and
 * a library may list several.
 */
@AutoService(Processor.class)
public final class IoProcProcessor extends AbstractProcessor {

  private @Nullable RoundStep step;

  /** Called by the compiler. */
  public IoProcProcessor() {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    step = new RoundStep(environment);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    Set<String> names = new TreeSet<>();
    Stream.of(HandlerKind.values()).forEach(kind -> names.add(kind.annotation().getName()));
    names.add(IoProc.class.getName());
    names.add(IoProcLibrary.class.getName());
    return names;
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.NAMES;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  /** Claims no annotations, so other processors see them too. */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (step != null) {
      step.process(round);
    }
    return false;
  }
}
