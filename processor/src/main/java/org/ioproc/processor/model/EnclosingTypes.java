package org.ioproc.processor.model;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The classes that enclose a nested class. */
public final class EnclosingTypes {

  private EnclosingTypes() {}

  /** Returns the class itself, the class that encloses it, and so on outward. */
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
