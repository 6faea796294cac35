package org.ioproc.processor.java;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterSpec;
import com.squareup.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import org.ioproc.processor.model.HandlerDeclaration;
import org.ioproc.processor.model.HandlerKind;
import org.ioproc.processor.model.IoProcDeclaration;
import org.ioproc.processor.model.ReferencedTypes;

/** What the methods of generated glue have in common. */
final class GlueMethods {

  private GlueMethods() {}

  static MethodSpec.Builder override(String name, TypeName returns) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(returns)
        .addException(Throwable.class);
  }

  static List<ParameterSpec> parameters(IoProcDeclaration declaration, HandlerKind kind) {
    return kind.parameters().stream()
        .map(
            parameter ->
                ParameterSpec.builder(
                        parameter.isFile() ? fileType(declaration, kind) : parameter.type(),
                        parameter.name())
                    .build())
        .toList();
  }

  static TypeName fileType(IoProcDeclaration declaration, HandlerKind kind) {
    return TypeName.get(declaration.fileType(kind).orElseThrow());
  }

  static CodeBlock call(IoProcDeclaration declaration, HandlerDeclaration handler) {
    return handler.kind().parameters().stream()
        .map(parameter -> argument(declaration, handler, parameter))
        .collect(CodeBlock.joining(", ", "procedure." + handler.name() + "(", ")"));
  }

  /** Returns an argument. A cast of the file selects the handler among overloads of its name. */
  private static CodeBlock argument(
      IoProcDeclaration declaration, HandlerDeclaration handler, HandlerKind.Parameter parameter) {
    if (parameter.isFile() && handler.overloaded()) {
      TypeMirror taken = handler.type().getParameterTypes().get(0);
      if (!TypeName.get(taken).equals(fileType(declaration, handler.kind()))
          && ReferencedTypes.hidden(taken, declaration.type()).isEmpty()) {
        return CodeBlock.of("($T) $N", taken, parameter.name());
      }
    }
    return CodeBlock.of("$N", parameter.name());
  }
}
