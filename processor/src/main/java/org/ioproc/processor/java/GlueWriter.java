package org.ioproc.processor.java;

import static org.ioproc.processor.java.GlueMethods.call;
import static org.ioproc.processor.java.GlueMethods.fileType;
import static org.ioproc.processor.java.GlueMethods.override;
import static org.ioproc.processor.java.GlueMethods.parameters;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.ioproc.MmioMessages;
import org.ioproc.glue.ChannelGlue;
import org.ioproc.glue.ClosingGlue;
import org.ioproc.glue.IoProcGlue;
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
            .addMethod(DispatchWriter.dispatch(declaration))
            .addMethods(OpeningWriter.write(declaration));
    for (HandlerKind kind : HandlerKind.values()) {
      if (isCalledDirectly(declaration, kind)) {
        glue.addMethod(handler(declaration, declaration.handlers(kind).get(0)));
      }
    }
    if (declaration.handles(HandlerKind.MESSAGE)) {
      glue.addMethod(DispatchWriter.messages(declaration));
    }
    return classes.file(declaration, glue.build()).toBuilder()
        .addStaticImport(MmioMessages.class, DispatchWriter.messageNames(declaration))
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

  // protected int onRead(XyzFile file, ByteBuffer buffer, long position) throws Throwable {
  //   return procedure.read(file, buffer, position);
  // }
  private static MethodSpec handler(IoProcDeclaration declaration, HandlerDeclaration handler) {
    HandlerKind kind = handler.kind();
    return override(kind.glueMethod(), kind.returns())
        .addParameters(parameters(declaration, kind))
        .addStatement(
            kind.returns().equals(TypeName.VOID)
                ? call(declaration, handler)
                : CodeBlock.of("return $L", call(declaration, handler)))
        .build();
  }
}
