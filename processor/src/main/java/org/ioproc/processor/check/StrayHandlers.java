package org.ioproc.processor.check;

import com.google.auto.common.MoreElements;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import org.ioproc.IoProc;
import org.ioproc.processor.model.DeclaredValues;
import org.ioproc.processor.model.HandlerKind;
import org.ioproc.processor.model.Place;
import org.ioproc.processor.model.Problem;
import org.ioproc.processor.model.Rule;

/**
 * Finds handlers that are never called because their class is not a procedure. Ignores classes that
 * inherit them, because the result would depend on the other classes in the compilation.
 */
public final class StrayHandlers {

  /** The annotations to find in one search: the compiler visits every class for each search. */
  private static final Set<Class<? extends Annotation>> ANNOTATIONS =
      Stream.of(HandlerKind.values())
          .map(HandlerKind::annotation)
          .collect(Collectors.toCollection(LinkedHashSet::new));

  public List<Problem> find(RoundEnvironment round) {
    return round.getElementsAnnotatedWithAny(ANNOTATIONS).stream()
        .filter(method -> isStray(MoreElements.asType(method.getEnclosingElement())))
        .flatMap(StrayHandlers::problems)
        .toList();
  }

  private static boolean isStray(Element type) {
    return DeclaredValues.annotation(type, IoProc.class).isEmpty()
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && type.getKind() != ElementKind.INTERFACE;
  }

  private static Stream<Problem> problems(Element method) {
    String type = MoreElements.asType(method.getEnclosingElement()).getSimpleName().toString();
    String observed = (type.isEmpty() ? "This class" : type) + " is not one of these.";
    return ANNOTATIONS.stream()
        .flatMap(annotation -> DeclaredValues.annotation(method, annotation).stream())
        .map(found -> new Problem(Rule.HANDLER_WITHOUT_IOPROC, Place.of(method, found), observed));
  }
}
