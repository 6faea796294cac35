package org.ioproc.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * An {@code @IoProcLibrary}.
 *
 * @param name the DLL's name
 * @param place where the annotation is
 * @param namePlace where the name is
 * @param proceduresPlace where the procedures are
 * @param members the procedures
 */
public record LibraryDeclaration(
    String name, Place place, Place namePlace, Place proceduresPlace, List<Member> members) {

  /**
   * A class that a library lists.
   *
   * @param text the class as the author wrote it
   * @param place where the library lists it
   * @param type the class, unless it is another type, such as {@code int}
   * @param procedure the declaration, if the class is a procedure
   */
  public record Member(
      String text,
      Place place,
      Optional<TypeElement> type,
      Optional<IoProcDeclaration> procedure) {}

  public List<IoProcDeclaration> procedures() {
    return members.stream().flatMap(member -> member.procedure().stream()).toList();
  }
}
