package org.ioproc.processor.model;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** The classes that a type refers to, and whether generated code can name them. */
public final class ReferencedTypes {

  private ReferencedTypes() {}

  public static List<TypeElement> of(TypeMirror type) {
    return declared(type).stream().map(MoreTypes::asTypeElement).toList();
  }

  /** Finds a class in the type that lacks its type arguments. */
  public static Optional<TypeElement> raw(TypeMirror type) {
    return declared(type).stream()
        .filter(part -> part.getTypeArguments().isEmpty())
        .map(MoreTypes::asTypeElement)
        .filter(element -> !element.getTypeParameters().isEmpty())
        .findFirst();
  }

  /** Finds a class in the type that code in the package of another class cannot name. */
  public static Optional<TypeElement> hidden(TypeMirror type, TypeElement from) {
    return of(type).stream().filter(element -> !isAccessible(element, from)).findFirst();
  }

  /** Returns why a class is hidden, as a clause. */
  public static String why(TypeElement hidden) {
    return EnclosingTypes.outward(hidden).stream()
        .filter(type -> type.getModifiers().contains(Modifier.PRIVATE))
        .map(type -> type.getSimpleName() + " is private")
        .findFirst()
        .orElse(hidden.getSimpleName() + " is not public");
  }

  /** Returns whether the modifiers let code in the package of a class name an element. */
  private static boolean isAccessible(TypeElement element, TypeElement from) {
    boolean samePackage = MoreElements.getPackage(element).equals(MoreElements.getPackage(from));
    return EnclosingTypes.outward(element).stream()
        .map(TypeElement::getModifiers)
        .allMatch(
            modifiers ->
                samePackage
                    ? !modifiers.contains(Modifier.PRIVATE)
                    : modifiers.contains(Modifier.PUBLIC));
  }

  private static boolean isInner(DeclaredType type) {
    return !type.asElement().getModifiers().contains(Modifier.STATIC);
  }

  private static List<DeclaredType> declared(TypeMirror type) {
    List<DeclaredType> found = new ArrayList<>();
    collect(type, found);
    return found;
  }

  private static void collect(TypeMirror type, List<DeclaredType> found) {
    if (type instanceof ArrayType array) {
      collect(array.getComponentType(), found);
    } else if (type instanceof WildcardType wildcard) {
      Optional.ofNullable(wildcard.getExtendsBound()).ifPresent(bound -> collect(bound, found));
      Optional.ofNullable(wildcard.getSuperBound()).ifPresent(bound -> collect(bound, found));
    } else if (type instanceof DeclaredType declared) {
      found.add(declared);
      declared.getTypeArguments().forEach(argument -> collect(argument, found));
      if (declared.getEnclosingType() instanceof DeclaredType outer && isInner(declared)) {
        collect(outer, found);
      }
    }
  }
}
