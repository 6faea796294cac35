package org.ioproc.wrapper;

import java.util.List;
import java.util.stream.Stream;

/**
 * A procedure in a native wrapper.
 *
 * @param name the class's name, part of the names of the exported functions
 * @param fourCc four characters of printable ASCII
 * @param provider the binary name of the generated class that creates the procedure
 * @param sourceClass the author's class
 */
public record ProcedureSpec(String name, String fourCc, String provider, String sourceClass) {

  /** Returns the code of four characters that a number contains, the first one lowest. */
  static String fourCc(int code) {
    StringBuilder characters = new StringBuilder();
    for (int shift = 0; shift < 32; shift += 8) {
      characters.append((char) (code >>> shift & 0xFF));
    }
    return characters.toString();
  }

  /** Returns the code as a number, as mmioFOURCC does. */
  public int code() {
    return fourCc.charAt(0)
        | fourCc.charAt(1) << 8
        | fourCc.charAt(2) << 16
        | fourCc.charAt(3) << 24;
  }

  /** Returns the functions that are generated for the procedure, in the order of the header. */
  public List<Export> exports() {
    return Stream.of(ExportKind.values()).map(kind -> new Export(kind, this)).toList();
  }

  /** Returns the name of the function that mmio calls. */
  String callback() {
    return ExportKind.CALLBACK.of(name);
  }

  /** Returns the name of the variable in the wrapper's source. */
  String variable() {
    return "procedure_" + name;
  }

  /** Returns every name that a wrapper declares for the procedure. */
  public List<String> declared() {
    return Stream.concat(
            Stream.of(variable()),
            exports().stream()
                .map(Export::name)
                .flatMap(export -> Stream.of(export, Export.pointerType(export))))
        .toList();
  }

  /** Returns the binary name of the generated class that encloses the provider. */
  public String installer() {
    return provider.substring(0, provider.lastIndexOf('$'));
  }
}
