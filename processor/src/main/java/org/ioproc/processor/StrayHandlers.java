package org.ioproc.processor;

import com.google.auto.common.MoreElements;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import org.ioproc.IoProc;

/**
 * Finds handlers that nothing will ever call, because their class is no procedure. Whether another
 * class inherits them is not asked: the answer would depend on what else is compiled.
 */
final class StrayHandlers {

  List<Problem> find(RoundEnvironment round) {
    return Stream.of(HandlerKind.values()).flatMap(kind -> find(round, kind)).toList();
  }

  private static Stream<Problem> find(RoundEnvironment round, HandlerKind kind) {
    Set<? extends Element> methods = round.getElementsAnnotatedWith(kind.annotation());
    return methods.stream()
        .filter(method -> isStray(MoreElements.asType(method.getEnclosingElement())))
        .map(method -> problem(kind, method));
  }

  private static boolean isStray(Element type) {
    return DeclaredValues.annotation(type, IoProc.class).isEmpty()
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && type.getKind() != ElementKind.INTERFACE;
  }

  private static Problem problem(HandlerKind kind, Element method) {
    AnnotationMirror annotation =
        DeclaredValues.annotation(method, kind.annotation())
            .orElseThrow(IllegalArgumentException::new);
    String type = MoreElements.asType(method.getEnclosingElement()).getSimpleName().toString();
    return new Problem(
        Rule.HANDLER_WITHOUT_IOPROC,
        Place.of(method, annotation),
        (type.isEmpty() ? "This class" : type) + " is neither.");
  }
}
