package org.ioproc.processor.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.ioproc.glue.IoProcProvider;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;

/** Checks that named modules provide their procedures. */
public final class ModuleValidator {

  private static final String SERVICE = IoProcProvider.class.getName();

  private final Elements elements;

  public ModuleValidator(Elements elements) {
    this.elements = elements;
  }

  /**
   * Returns at most one problem per module, because a module may have only one {@code provides} for
   * a service.
   */
  public List<Problem> validate(List<IoProcDeclaration> procedures) {
    Map<ModuleElement, List<IoProcDeclaration>> missing = new LinkedHashMap<>();
    procedures.stream()
        .filter(procedure -> procedure.constructor().isPresent())
        .sorted(Comparator.comparing(ModuleValidator::provider))
        .forEach(
            procedure -> {
              ModuleElement module = elements.getModuleOf(procedure.type());
              if (module != null
                  && !module.isUnnamed()
                  && !provided(module).contains(provider(procedure))) {
                missing.computeIfAbsent(module, key -> new ArrayList<>()).add(procedure);
              }
            });
    return missing.entrySet().stream()
        .map(entry -> problem(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Reports the problem on the first class, because the module may have been compiled earlier. */
  private Problem problem(ModuleElement module, List<IoProcDeclaration> missing) {
    List<String> provided = provided(module);
    List<String> added = missing.stream().map(ModuleValidator::provider).toList();
    String observed =
        "Module "
            + module.getQualifiedName()
            + (provided.isEmpty()
                ? " declares no procedure. Add: "
                : " does not declare " + String.join(", ", added) + ". Replace its line with: ")
            + line(Stream.concat(provided.stream(), added.stream()).toList());
    return new Problem(Rule.PROVIDES_MISSING, missing.get(0).place(), observed);
  }

  // provides org.ioproc.glue.IoProcProvider with a.OneInstaller.Provider, a.TwoInstaller.Provider;
  private static String line(List<String> providers) {
    return "provides " + SERVICE + " with " + String.join(", ", providers) + ";";
  }

  private List<String> provided(ModuleElement module) {
    return ElementFilter.providesIn(module.getDirectives()).stream()
        .filter(directive -> directive.getService().getQualifiedName().contentEquals(SERVICE))
        .map(ProvidesDirective::getImplementations)
        .flatMap(List::stream)
        .map(this::name)
        .toList();
  }

  /**
   * Returns a class's canonical name. In a compiled module, javac gives the binary name of a nested
   * class instead: a.OneInstaller$Provider.
   */
  private String name(TypeElement provider) {
    String name = provider.getQualifiedName().toString();
    TypeElement nested = elements.getTypeElement(name.replace('$', '.'));
    return nested == null ? name : nested.getQualifiedName().toString();
  }

  private static String provider(IoProcDeclaration procedure) {
    return procedure.provider().canonicalName();
  }
}
