package org.ioproc.processor.model;

import com.google.auto.common.SuperficialValidation;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.ioproc.IoProc;

/** Reads classes with {@code @IoProc} into records, without checking them. */
public final class IoProcParser {

  private final Elements elements;
  private final Types types;
  private final HandlerParser handlerParser;

  public IoProcParser(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.handlerParser = new HandlerParser(elements, types);
  }

  /**
   * Parses a class. Returns nothing while a type that it needs is missing, because another
   * processor may generate that type.
   */
  public Optional<IoProcDeclaration> parse(TypeElement type) {
    AnnotationMirror annotation =
        DeclaredValues.annotation(type, IoProc.class).orElseThrow(IllegalArgumentException::new);
    Optional<AnnotationValue> value = DeclaredValues.value(annotation, "value");
    Optional<String> code = value.flatMap(DeclaredValues::text);
    Optional<List<HandlerDeclaration>> handlers = handlerParser.parse(type, annotation);
    Optional<ExecutableElement> constructor = constructor(type);
    if (code.isEmpty()
        || handlers.isEmpty()
        || !constructor.stream().allMatch(IoProcParser::isResolved)) {
      return Optional.empty();
    }
    Place place = Place.of(type, annotation);
    Optional<TypeMirror> opened = opened(handlers.get()).filter(IoProcParser::isObject);
    FileKind kind = opened.map(this::fileKind).orElse(FileKind.OWN);
    return Optional.of(
        new IoProcDeclaration(
            type,
            annotation,
            value.map(place::at).orElse(place),
            code.get(),
            kind,
            kind.isChannel() ? Optional.of(type(SeekableByteChannel.class)) : opened,
            handlers.get(),
            constructor));
  }

  private static Optional<TypeMirror> opened(List<HandlerDeclaration> handlers) {
    return handlers.stream()
        .filter(handler -> handler.kind() == HandlerKind.OPEN)
        .map(handler -> handler.type().getReturnType())
        .findFirst();
  }

  private static boolean isObject(TypeMirror opened) {
    return opened.getKind() == TypeKind.DECLARED || opened.getKind() == TypeKind.ARRAY;
  }

  private FileKind fileKind(TypeMirror opened) {
    if (types.isAssignable(opened, type(SeekableByteChannel.class))) {
      return FileKind.CHANNEL;
    }
    if (types.isAssignable(opened, type(Path.class))) {
      return FileKind.PATH;
    }
    if (types.isAssignable(opened, type(ByteBuffer.class)) || isBytes(opened)) {
      return FileKind.MEMORY;
    }
    return types.isAssignable(opened, type(InputStream.class)) ? FileKind.STREAM : FileKind.OWN;
  }

  private boolean isBytes(TypeMirror opened) {
    return types.isSameType(opened, types.getArrayType(types.getPrimitiveType(TypeKind.BYTE)));
  }

  private TypeMirror type(Class<?> type) {
    return elements.getTypeElement(type.getCanonicalName()).asType();
  }

  private static Optional<ExecutableElement> constructor(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(constructor -> constructor.getParameters().isEmpty())
        .filter(constructor -> constructor.getTypeParameters().isEmpty())
        .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
        .findFirst();
  }

  private static boolean isResolved(ExecutableElement constructor) {
    return constructor.getThrownTypes().stream().allMatch(SuperficialValidation::validateType);
  }
}
