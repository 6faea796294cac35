package org.ioproc.processor.support;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A class that is valid Java, but has some of the mistakes that a procedure can have. */
public final class OddClass {

  private static final List<String> CODES =
      List.of("", "", " ", "zip", "TOOLONG", "Ä", "DOS", "A/B", "MEM");
  private static final List<String> HEADERS =
      List.of("class", "abstract class", "final class", "private class");
  private static final List<String> NAMES =
      List.of("X", "Con", "Größe", "A$B", "register", "PlaySound", "Directory", "Provider");
  private static final List<String> FILES =
      List.of(
          "F",
          "F",
          "Path",
          "byte[]",
          "ByteBuffer",
          "SeekableByteChannel",
          "FileChannel",
          "String",
          "List<String>",
          "List",
          "Map<F, ? super F>",
          "int[]",
          "Hidden",
          "void",
          "int",
          "Object",
          "Deprecatedly",
          "Map<?, List<int[]>[]>");
  private static final List<String> MODIFIERS =
      List.of("", "public", "protected", "private", "static", "final", "<T>");
  private static final List<String> EXCEPTIONS =
      List.of("", "throws IOException", "throws Throwable", "throws Error", "throws Oops");

  private final int seed;
  private final Random random;
  private final String file;

  public OddClass(int seed) {
    this.seed = seed;
    this.random = new Random(seed);
    this.file = any(FILES);
  }

  public String source() {
    boolean nested = random.nextInt(4) == 0;
    String type = type(nested);
    return Sources.inPackage(
        "p" + seed,
        (nested ? "class Outer {\n" + type + "}\n" : type)
            + "class F {}\n@Deprecated class Deprecatedly {}\n");
  }

  private String type(boolean nested) {
    String header = mostlyFirst(HEADERS);
    String name = mostlyFirst(NAMES).replace("X", "X" + seed);
    String code =
        random.nextInt(6) > 0 ? Integer.toString(seed, 36).toUpperCase(Locale.ROOT) : any(CODES);
    StringBuilder text = new StringBuilder("@IoProc(\"" + code + "\")\n");
    text.append(nested ? mostlyFirst(List.of("static ", "")) : "");
    text.append(nested ? header : header.replace("private ", ""));
    text.append(" ").append(name).append(mostlyFirst(List.of("", "<Q>"))).append(" {\n");
    text.append(
        mostlyFirst(List.of("", name + "() " + any(EXCEPTIONS) + " {}", name + "(int i) {}")));
    text.append("\nprivate static class Hidden {}\nstatic class Oops extends Exception {}\n");
    int handlers = random.nextInt(4);
    text.append(random.nextInt(12) > 0 ? handler("@OnOpen", file, "OpenRequest request") : "");
    boolean own = FILES.indexOf(file) < 2 || FILES.indexOf(file) > 6;
    text.append(own ? handler("@OnRead", "int", file + " f, ByteBuffer b, long p") : "");
    for (int i = 0; i < handlers; i++) {
      text.append(anyHandler());
    }
    return text.append("}\n").toString();
  }

  private String anyHandler() {
    String taken = random.nextInt(8) == 0 || file.equals("void") ? "F" : file;
    String transfer = taken + " file, ByteBuffer buffer, long position";
    return switch (random.nextInt(14)) {
      case 0 -> handler("@OnRead", "int", transfer);
      case 1, 2, 3, 4 -> handler("@OnWrite", "int", transfer);
      case 5 -> handler("@OnSize", mostlyFirst(List.of("long", "int")), taken + " file");
      case 6 -> handler("@OnClose @OnFlush", "void", taken + " file");
      case 7 -> handler("@OnRename", "void", "MmioName from, MmioName to");
      case 8 ->
          handler("@OnDelete", "void", mostlyFirst(List.of("MmioName name", "String name", "")));
      case 9 ->
          handler("@OnOpen", mostlyFirst(FILES), mostlyFirst(List.of("OpenRequest request", "")));
      default ->
          handler(
              "@OnMessage(" + mostlyFirst(List.of("0x8000", "0x8001", "-1", "7")) + ")",
              "long",
              taken + " file, MmioMessage message");
    };
  }

  private String handler(String annotation, String returns, String parameters) {
    String name = "m" + random.nextInt(1_000_000);
    return annotation
        + " "
        + mostlyFirst(MODIFIERS)
        + " "
        + returns
        + " "
        + name
        + "("
        + parameters
        + ") "
        + mostlyFirst(EXCEPTIONS)
        + " { throw new AssertionError(); }\n";
  }

  /** Mostly returns the first choice, which is right, so that some classes have one mistake. */
  private String mostlyFirst(List<String> choices) {
    return choices.get(random.nextInt(6) > 0 ? 0 : random.nextInt(choices.size()));
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
