package org.ioproc.processor;

import java.util.List;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.ioproc.glue.IoProcProvider;

/** Judges whether a named module provides the procedures that are in it. */
final class ModuleValidator {

  private final Elements elements;

  ModuleValidator(Elements elements) {
    this.elements = elements;
  }

  List<Problem> validate(IoProcDeclaration declaration) {
    ModuleElement module = elements.getModuleOf(declaration.type());
    return module == null
            || module.isUnnamed()
            || declaration.constructor().isEmpty()
            || provides(module, declaration.provider().canonicalName())
        ? List.of()
        : List.of(
            new Problem(
                Rule.PROVIDES_MISSING,
                declaration.place(),
                "The module "
                    + module.getQualifiedName()
                    + " lacks: provides "
                    + IoProcProvider.class.getName()
                    + " with "
                    + declaration.provider().canonicalName()
                    + ";"));
  }

  private static boolean provides(ModuleElement module, String provider) {
    return ElementFilter.providesIn(module.getDirectives()).stream()
        .filter(directive -> directive.getService().getQualifiedName().contentEquals(SERVICE))
        .map(ProvidesDirective::getImplementations)
        .flatMap(List::stream)
        .anyMatch(implementation -> implementation.getQualifiedName().contentEquals(provider));
  }

  private static final String SERVICE = IoProcProvider.class.getName();
}
