package org.ioproc.processor.java;

import static org.ioproc.processor.java.GlueMethods.call;
import static org.ioproc.processor.java.GlueMethods.override;
import static org.ioproc.processor.java.GlueMethods.parameters;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ioproc.processor.model.HandlerDeclaration;
import org.ioproc.processor.model.HandlerKind;
import org.ioproc.processor.model.IoProcDeclaration;

/** Writes the switches over the messages' numbers. */
final class DispatchWriter {

  private DispatchWriter() {}

  // protected long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2) … {
  //   return switch (message) {
  //     case MMIOM_OPEN -> open(lpmmioinfo, lParam1);
  //     default -> unhandled(message);
  //   };
  static MethodSpec dispatch(IoProcDeclaration declaration) {
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
    if (declaration.writes()) {
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

  /** Returns the names of the numbers in the switch, which the class imports. */
  static String[] messageNames(IoProcDeclaration declaration) {
    return answers(declaration).keySet().toArray(String[]::new);
  }

  // protected long onMessage(XyzFile file, MmioMessage message) throws Throwable {
  //   return switch (message.number()) {
  //     case 0x8001 -> procedure.rate(file, message);
  //     default -> unhandled(message.number());
  //   };
  static MethodSpec messages(IoProcDeclaration declaration) {
    CodeBlock.Builder body = CodeBlock.builder().add("return switch (message.number()) {\n$>");
    for (HandlerDeclaration handler : byNumber(declaration)) {
      body.add("case $L -> $L;\n", number(handler), call(declaration, handler));
    }
    return override(HandlerKind.MESSAGE.glueMethod(), TypeName.LONG)
        .addParameters(parameters(declaration, HandlerKind.MESSAGE))
        .addCode(body.add("default -> unhandled(message.number());\n$<};\n").build())
        .build();
  }

  private static String numbers(IoProcDeclaration declaration) {
    return byNumber(declaration).stream()
        .map(DispatchWriter::number)
        .collect(Collectors.joining(", "));
  }

  private static List<HandlerDeclaration> byNumber(IoProcDeclaration declaration) {
    return declaration.handlers(HandlerKind.MESSAGE).stream()
        .sorted(Comparator.comparingInt(handler -> handler.number().orElseThrow()))
        .toList();
  }

  private static String number(HandlerDeclaration handler) {
    return "0x" + Integer.toHexString(handler.number().orElseThrow()).toUpperCase(Locale.ROOT);
  }
}
