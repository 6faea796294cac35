package org.ioproc.processor.model;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The position of a problem, as precisely as it is known.
 *
 * @param element the element that the problem concerns, or null if it is not in the sources
 * @param annotation the annotation of the element
 * @param value the value in the annotation
 */
public record Place(
    @Nullable Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value) {

  /** The place of problems that concern no element, such as those with options. */
  public static final Place NOWHERE = new Place(null, null, null);

  public static Place of(Element element) {
    return new Place(element, null, null);
  }

  public static Place of(Element element, AnnotationMirror annotation) {
    return new Place(element, annotation, null);
  }

  public Place at(AnnotationValue narrower) {
    return new Place(element, annotation, narrower);
  }
}
