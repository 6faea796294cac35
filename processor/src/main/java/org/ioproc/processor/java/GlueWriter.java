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
import org.ioproc.glue.ClosingGlue;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.processor.model.FileKind;
import org.ioproc.processor.model.HandlerDeclaration;
import org.ioproc.processor.model.HandlerKind;
import org.ioproc.processor.model.IoProcDeclaration;

/** Writes {@code ZipIoProcGlue}: the switch over the messages, and the calls to the handlers. */
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
            .addMethods(
                declaration.closesChannel() ? closing(declaration) : List.of(open(declaration)));
    for (HandlerKind kind : HandlerKind.values()) {
      if (isCalledDirectly(declaration, kind)) {
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

  private static boolean isCalledDirectly(IoProcDeclaration declaration, HandlerKind kind) {
    return declaration.handles(kind)
        && kind != HandlerKind.OPEN
        && kind != HandlerKind.MESSAGE
        && !(kind == HandlerKind.CLOSE && declaration.closesChannel());
  }

  private static TypeName superclass(IoProcDeclaration declaration) {
    if (declaration.closesChannel()) {
      return ParameterizedTypeName.get(
          ClassName.get(ClosingGlue.class), fileType(declaration, HandlerKind.CLOSE));
    }
    return declaration.fileKind().isChannel()
        ? ClassName.get(ChannelGlue.class)
        : ParameterizedTypeName.get(
            ClassName.get(IoProcGlue.class), fileType(declaration, HandlerKind.OPEN));
  }

  private static TypeName fileType(IoProcDeclaration declaration, HandlerKind kind) {
    return TypeName.get(declaration.fileType(kind).orElseThrow());
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
        .addJavadoc("Creates the glue for a {@link $T}.\n\n", declaration.name())
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

  /** Returns whether the glue writes. A channel that is opened by its name is read-only. */
  private static boolean writes(IoProcDeclaration declaration) {
    FileKind kind = declaration.fileKind();
    return kind.isChannel()
        ? kind.isWritable() && !(kind == FileKind.CHANNEL && opener(declaration).takesName())
        : declaration.handles(HandlerKind.WRITE);
  }

  private static HandlerDeclaration opener(IoProcDeclaration declaration) {
    return declaration.handlers(HandlerKind.OPEN).get(0);
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
  //   return ofPath(procedure.open(request.name()), request);
  // }
  private static MethodSpec open(IoProcDeclaration declaration) {
    return override("onOpen", fileType(declaration, HandlerKind.OPEN))
        .addParameter(OpenRequest.class, "request")
        .addStatement("return $L", channel(declaration, callToOpen(declaration)))
        .build();
  }

  // protected Path openFile(OpenRequest request) throws Throwable {
  //   return procedure.open(request.name());
  // }
  // protected SeekableByteChannel channel(Path file, OpenRequest request) throws Throwable {
  //   return ofPath(file, request);
  // }
  // protected void closeFile(Path file) throws Throwable {
  //   procedure.close(file);
  // }
  private static List<MethodSpec> closing(IoProcDeclaration declaration) {
    TypeName file = fileType(declaration, HandlerKind.CLOSE);
    return List.of(
        override("openFile", file)
            .addParameter(OpenRequest.class, "request")
            .addStatement("return $L", callToOpen(declaration))
            .build(),
        override("channel", fileType(declaration, HandlerKind.OPEN))
            .addParameter(file, "file")
            .addParameter(OpenRequest.class, "request")
            .addStatement("return $L", channel(declaration, CodeBlock.of("file")))
            .build(),
        override("closeFile", TypeName.VOID)
            .addParameter(file, "file")
            .addStatement(call(declaration.handlers(HandlerKind.CLOSE).get(0)))
            .build());
  }

  /** Returns the channel of a file that the author opened, or a file of a custom type itself. */
  private static CodeBlock channel(IoProcDeclaration declaration, CodeBlock file) {
    return switch (declaration.fileKind()) {
      case CHANNEL, OWN -> file;
      case PATH -> CodeBlock.of("ofPath($L, request)", file);
      case MEMORY -> CodeBlock.of("ofMemory($L)", file);
      case STREAM -> CodeBlock.of("ofStream($L)", file);
    };
  }

  private static CodeBlock callToOpen(IoProcDeclaration declaration) {
    HandlerDeclaration open = opener(declaration);
    return CodeBlock.of("procedure.$L($L)", open.name(), argument(declaration, open.takesName()));
  }

  /**
   * Returns the argument for {@code @OnOpen}: the request or its name. The methods in it reject
   * requests that the file or the handler cannot satisfy.
   */
  private static String argument(IoProcDeclaration declaration, boolean takesName) {
    return switch (declaration.fileKind()) {
      case PATH -> takesName ? "request.name()" : "request";
      case MEMORY, STREAM -> takesName ? "toRead(request).name()" : "toRead(request)";
      case CHANNEL, OWN -> {
        String name = writes(declaration) ? "nameToUse(request)" : "nameToRead(request)";
        yield takesName ? name : "request";
      }
    };
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
                        parameter.isFile() ? fileType(declaration, kind) : parameter.type(),
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
