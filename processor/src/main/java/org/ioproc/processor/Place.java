package org.ioproc.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a problem is: as narrow as it is known.
 *
 * @param element what it is about, or null if it is not in the sources
 * @param annotation the annotation of the element
 * @param value the value in the annotation
 */
record Place(
    @Nullable Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value) {

  /** For what the command line says. */
  static final Place NOWHERE = new Place(null, null, null);

  static Place of(Element element) {
    return new Place(element, null, null);
  }

  static Place of(Element element, AnnotationMirror annotation) {
    return new Place(element, annotation, null);
  }

  Place at(AnnotationValue narrower) {
    return new Place(element, annotation, narrower);
  }
}
