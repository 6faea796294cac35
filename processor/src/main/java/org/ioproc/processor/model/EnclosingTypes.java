package org.ioproc.processor.model;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The way from a nested class to the one that a source file is named after. */
public final class EnclosingTypes {

  private EnclosingTypes() {}

  /** The class itself, then the one around it, and so on. */
  public static List<TypeElement> outward(TypeElement type) {
    List<TypeElement> types = new ArrayList<>();
    Element outer = type;
    while (outer instanceof TypeElement outerType) {
      types.add(outerType);
      outer = outerType.getEnclosingElement();
    }
    return types;
  }
}
