package org.ioproc.processor.java;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.ioproc.MmioMessages;
import org.ioproc.OpenRequest;
import org.ioproc.glue.ChannelGlue;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.processor.model.HandlerDeclaration;
import org.ioproc.processor.model.HandlerKind;
import org.ioproc.processor.model.IoProcDeclaration;

/** Writes {@code ZipIoProcGlue}: the switch over the messages, and calls of the handlers. */
public final class GlueWriter {

  private final GeneratedClasses classes;

  public GlueWriter(GeneratedClasses classes) {
    this.classes = classes;
  }

  // @Generated("org.ioproc.processor.IoProcProcessor")
  // final class XyzIoProcGlue extends IoProcGlue<XyzFile> {
  public JavaFile write(IoProcDeclaration declaration) {
    TypeSpec.Builder glue =
        classes
            .builder(declaration, "Glue")
            .addJavadoc("Routes mmio messages to {@link $T}.\n", declaration.name())
            .addModifiers(Modifier.FINAL)
            .superclass(superclass(declaration))
            .addField(procedure(declaration))
            .addMethod(constructor(declaration))
            .addMethod(dispatch(declaration))
            .addMethod(open(declaration));
    for (HandlerKind kind : HandlerKind.values()) {
      if (kind != HandlerKind.OPEN && kind != HandlerKind.MESSAGE && declaration.handles(kind)) {
        glue.addMethod(handler(declaration, declaration.handlers(kind).get(0)));
      }
    }
    if (declaration.handles(HandlerKind.MESSAGE)) {
      glue.addMethod(messages(declaration));
    }
    return classes.file(declaration, glue.build()).toBuilder()
        .addStaticImport(MmioMessages.class, answers(declaration).keySet().toArray(String[]::new))
        .build();
  }

  private static TypeName superclass(IoProcDeclaration declaration) {
    return declaration.fileKind().isChannel()
        ? ClassName.get(ChannelGlue.class)
        : ParameterizedTypeName.get(ClassName.get(IoProcGlue.class), fileType(declaration));
  }

  private static TypeName fileType(IoProcDeclaration declaration) {
    return TypeName.get(declaration.fileType().orElseThrow());
  }

  // private final XyzIoProc procedure;
  private static FieldSpec procedure(IoProcDeclaration declaration) {
    return FieldSpec.builder(declaration.name(), "procedure", Modifier.PRIVATE, Modifier.FINAL)
        .addJavadoc("The object that opens the files.\n")
        .build();
  }

  // XyzIoProcGlue(XyzIoProc procedure) {
  //   super("XYZ ");
  //   this.procedure = procedure;
  // }
  private static MethodSpec constructor(IoProcDeclaration declaration) {
    return MethodSpec.constructorBuilder()
        .addJavadoc("Creates the glue of a {@link $T}.\n\n", declaration.name())
        .addJavadoc("@param procedure the object that opens the files\n")
        .addParameter(declaration.name(), "procedure")
        .addStatement("super($S)", declaration.fourCc())
        .addStatement("this.procedure = procedure")
        .build();
  }

  // protected long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2) … {
  //   return switch (message) {
  //     case MMIOM_OPEN -> open(lpmmioinfo, lParam1);
  //     default -> unhandled(message);
  //   };
  private static MethodSpec dispatch(IoProcDeclaration declaration) {
    CodeBlock.Builder body = CodeBlock.builder().add("return switch (message) {\n$>");
    answers(declaration)
        .forEach((message, answer) -> body.add("case $L -> $L;\n", message, answer));
    if (declaration.handles(HandlerKind.MESSAGE)) {
      body.add(
          "case $L -> message(lpmmioinfo, message, lParam1, lParam2);\n", numbers(declaration));
    }
    return override("dispatch", TypeName.LONG)
        .addParameter(TypeName.LONG, "lpmmioinfo")
        .addParameter(TypeName.INT, "message")
        .addParameter(TypeName.LONG, "lParam1")
        .addParameter(TypeName.LONG, "lParam2")
        .addCode(body.add("default -> unhandled(message);\n$<};\n").build())
        .build();
  }

  /** Returns the call that answers each mmio message, in the order of the switch. */
  private static Map<String, String> answers(IoProcDeclaration declaration) {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("MMIOM_OPEN", "open(lpmmioinfo, lParam1)");
    if (declaration.fileKind().isChannel() || declaration.handles(HandlerKind.READ)) {
      answers.put("MMIOM_READ", "read(lpmmioinfo, lParam1, lParam2)");
    }
    if (writes(declaration)) {
      answers.put("MMIOM_WRITE", "write(lpmmioinfo, lParam1, lParam2)");
      answers.put("MMIOM_WRITEFLUSH", "writeFlush(lpmmioinfo, lParam1, lParam2)");
    }
    answers.put("MMIOM_SEEK", "seek(lpmmioinfo, lParam1, lParam2)");
    answers.put("MMIOM_CLOSE", "close(lpmmioinfo)");
    if (declaration.handles(HandlerKind.RENAME)) {
      answers.put("MMIOM_RENAME", "rename(lParam1, lParam2)");
    }
    return answers;
  }

  private static boolean writes(IoProcDeclaration declaration) {
    return declaration.fileKind().isChannel()
        ? declaration.fileKind().isWritable()
        : declaration.handles(HandlerKind.WRITE);
  }

  private static String numbers(IoProcDeclaration declaration) {
    return byNumber(declaration).stream().map(GlueWriter::number).collect(Collectors.joining(", "));
  }

  private static List<HandlerDeclaration> byNumber(IoProcDeclaration declaration) {
    return declaration.handlers(HandlerKind.MESSAGE).stream()
        .sorted(Comparator.comparingInt(handler -> handler.number().orElseThrow()))
        .toList();
  }

  private static String number(HandlerDeclaration handler) {
    return "0x" + Integer.toHexString(handler.number().orElseThrow()).toUpperCase(Locale.ROOT);
  }

  // protected SeekableByteChannel onOpen(OpenRequest request) throws Throwable {
  //   return channel(procedure.open(request), request);
  // }
  private static MethodSpec open(IoProcDeclaration declaration) {
    CodeBlock call = call(declaration.handlers(HandlerKind.OPEN).get(0));
    return override("onOpen", fileType(declaration))
        .addParameter(OpenRequest.class, "request")
        .addStatement(
            declaration.fileKind().isChannel()
                ? CodeBlock.of("return channel($L, request)", call)
                : CodeBlock.of("return $L", call))
        .build();
  }

  // protected int onRead(XyzFile file, ByteBuffer buffer, long position) throws Throwable {
  //   return procedure.read(file, buffer, position);
  // }
  private static MethodSpec handler(IoProcDeclaration declaration, HandlerDeclaration handler) {
    HandlerKind kind = handler.kind();
    return override(kind.glueMethod(), kind.returns())
        .addParameters(parameters(declaration, kind))
        .addStatement(
            kind.returns().equals(TypeName.VOID)
                ? call(handler)
                : CodeBlock.of("return $L", call(handler)))
        .build();
  }

  // protected long onMessage(XyzFile file, MmioMessage message) throws Throwable {
  //   return switch (message.number()) {
  //     case 0x8001 -> procedure.rate(file, message);
  //     default -> unhandled(message.number());
  //   };
  private static MethodSpec messages(IoProcDeclaration declaration) {
    CodeBlock.Builder body = CodeBlock.builder().add("return switch (message.number()) {\n$>");
    for (HandlerDeclaration handler : byNumber(declaration)) {
      body.add("case $L -> $L;\n", number(handler), call(handler));
    }
    return override(HandlerKind.MESSAGE.glueMethod(), TypeName.LONG)
        .addParameters(parameters(declaration, HandlerKind.MESSAGE))
        .addCode(body.add("default -> unhandled(message.number());\n$<};\n").build())
        .build();
  }

  private static List<ParameterSpec> parameters(IoProcDeclaration declaration, HandlerKind kind) {
    return kind.parameters().stream()
        .map(
            parameter ->
                ParameterSpec.builder(
                        parameter.isFile() ? fileType(declaration) : parameter.type(),
                        parameter.name())
                    .build())
        .toList();
  }

  private static CodeBlock call(HandlerDeclaration handler) {
    return handler.kind().parameters().stream()
        .map(parameter -> CodeBlock.of("$N", parameter.name()))
        .collect(CodeBlock.joining(", ", "procedure." + handler.name() + "(", ")"));
  }

  private static MethodSpec.Builder override(String name, TypeName returns) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(returns)
        .addException(Throwable.class);
  }
}
