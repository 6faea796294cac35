package org.ioproc.processor.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.ioproc.glue.IoProcProvider;
import org.ioproc.processor.model.BinaryNames;
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
    Map<ModuleElement, List<IoProcDeclaration>> byModule = new LinkedHashMap<>();
    procedures.stream()
        .filter(procedure -> procedure.constructor().isPresent())
        .sorted(Comparator.comparing(ModuleValidator::provider))
        .forEach(
            procedure -> {
              ModuleElement module = elements.getModuleOf(procedure.type());
              if (module != null && !module.isUnnamed()) {
                byModule.computeIfAbsent(module, key -> new ArrayList<>()).add(procedure);
              }
            });
    List<Problem> problems = new ArrayList<>();
    byModule.forEach(
        (module, ofModule) ->
            provided(module)
                .flatMap(provided -> missing(module, provided, ofModule))
                .ifPresent(problems::add));
    return problems;
  }

  /** Reports the problem on the first class, because the module may have been compiled earlier. */
  private static Optional<Problem> missing(
      ModuleElement module, List<String> provided, List<IoProcDeclaration> procedures) {
    List<IoProcDeclaration> missing =
        procedures.stream().filter(one -> !provided.contains(provider(one))).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    List<String> added = missing.stream().map(ModuleValidator::provider).toList();
    String observed =
        "Module "
            + module.getQualifiedName()
            + (provided.isEmpty()
                ? " declares no procedure. Add: "
                : " does not declare " + String.join(", ", added) + ". Replace its line with: ")
            + line(Stream.concat(provided.stream(), added.stream()).toList());
    return Optional.of(new Problem(Rule.PROVIDES_MISSING, missing.get(0).place(), observed));
  }

  // provides org.ioproc.glue.IoProcProvider with a.OneInstaller.Provider, a.TwoInstaller.Provider;
  private static String line(List<String> providers) {
    return "provides " + SERVICE + " with " + String.join(", ", providers) + ";";
  }

  /**
   * Returns the declared providers, or nothing if the compiler cannot read them: javac throws an
   * exception for a module-info.java that is on its source path but is not being compiled.
   */
  private Optional<List<String>> provided(ModuleElement module) {
    try {
      return Optional.of(
          ElementFilter.providesIn(module.getDirectives()).stream()
              .filter(directive -> directive.getService().getQualifiedName().contentEquals(SERVICE))
              .map(ProvidesDirective::getImplementations)
              .flatMap(List::stream)
              .map(this::name)
              .toList());
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Returns a class's canonical name. In a compiled module, javac gives the binary name of a nested
   * class instead: a.OneInstaller$Provider.
   */
  private String name(TypeElement provider) {
    String name = provider.getQualifiedName().toString();
    return BinaryNames.nested(name, elements)
        .map(nested -> nested.getQualifiedName().toString())
        .orElse(name);
  }

  private static String provider(IoProcDeclaration procedure) {
    return procedure.provider().canonicalName();
  }
}
