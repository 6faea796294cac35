package org.ioproc.processor.java;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.ioproc.IoProc;
import org.ioproc.glue.IoProcProvider;
import org.ioproc.processor.model.BinaryNames;
import org.ioproc.processor.model.DeclaredValues;
import org.ioproc.processor.model.IoProcDeclaration;

/** Writes the service file: one provider per line, including those of earlier compilations. */
public final class ServicesWriter {

  public static final String PATH = "META-INF/services/" + IoProcProvider.class.getName();

  /** The binary names of generated providers. Other lines are an author's, and stay. */
  private static final Pattern GENERATED = Pattern.compile(".*Installer\\$Provider_*");

  private final Elements elements;

  public ServicesWriter(Elements elements) {
    this.elements = elements;
  }

  // com.example.XyzIoProcInstaller$Provider
  // com.example.ZipIoProcInstaller$Provider
  public String write(List<String> earlier, Collection<IoProcDeclaration> compiled) {
    Set<String> recompiled =
        compiled.stream().map(IoProcDeclaration::qualifiedName).collect(Collectors.toSet());
    Stream<String> kept =
        earlier.stream()
            .filter(line -> !GENERATED.matcher(line).matches() || isKept(line, recompiled));
    Stream<String> added =
        compiled.stream()
            .filter(declaration -> declaration.constructor().isPresent())
            .map(declaration -> declaration.provider().reflectionName());
    return Stream.concat(kept, added).collect(Collectors.toCollection(TreeSet::new)).stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Returns whether a generated line stays: its procedure still exists and was not recompiled. The
   * parameter of the installer's method names the procedure.
   */
  private boolean isKept(String provider, Set<String> recompiled) {
    return BinaryNames.nested(provider, elements).stream()
        .flatMap(type -> Stream.ofNullable(type.getEnclosingElement()))
        .map(installer -> ElementFilter.methodsIn(installer.getEnclosedElements()))
        .flatMap(List::stream)
        .map(ExecutableElement::getParameters)
        .filter(parameters -> parameters.size() == 1)
        .map(parameters -> parameters.get(0).asType())
        .anyMatch(procedure -> isProcedure(procedure, recompiled));
  }

  private static boolean isProcedure(TypeMirror type, Set<String> recompiled) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && DeclaredValues.annotation(element, IoProc.class).isPresent()
        && !recompiled.contains(element.getQualifiedName().toString());
  }
}
