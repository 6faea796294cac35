package org.ioproc.processor.java;

import static org.ioproc.processor.java.GlueMethods.call;
import static org.ioproc.processor.java.GlueMethods.fileType;
import static org.ioproc.processor.java.GlueMethods.override;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import java.util.List;
import org.ioproc.OpenRequest;
import org.ioproc.processor.model.HandlerDeclaration;
import org.ioproc.processor.model.HandlerKind;
import org.ioproc.processor.model.IoProcDeclaration;

/** Writes the methods that open files, and close those that have a channel. */
final class OpeningWriter {

  private OpeningWriter() {}

  static List<MethodSpec> write(IoProcDeclaration declaration) {
    return declaration.closesChannel() ? closing(declaration) : List.of(open(declaration));
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
            .addStatement(call(declaration, declaration.handlers(HandlerKind.CLOSE).get(0)))
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
    HandlerDeclaration open = declaration.handlers(HandlerKind.OPEN).get(0);
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
        String name = declaration.writes() ? "nameToUse(request)" : "nameToRead(request)";
        yield takesName ? name : "request";
      }
    };
  }
}
