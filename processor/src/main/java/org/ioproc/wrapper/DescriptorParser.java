package org.ioproc.wrapper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link Descriptor}. Checks every word, because the tool puts them into file names, C and
 * DLLs, and a jar may come from anywhere.
 */
final class DescriptorParser {

  private static final Pattern LIBRARY = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern CODE = Pattern.compile("[0-9A-F]{8}");

  private final String file;
  private final List<ProcedureSpec> procedures = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private @Nullable String library;

  DescriptorParser(String file) {
    this.file = file;
  }

  WrapperSpec parse(String text) throws InvalidFileException {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        parse(number, line.strip().split("\\s+"));
      }
    }
    if (procedures.isEmpty()) {
      throw new InvalidFileException(file, "It names no procedures. Compile the classes again.");
    }
    if (library == null) {
      throw new InvalidFileException(file, "It names no library. Compile the classes again.");
    }
    return new WrapperSpec(library, procedures);
  }

  private void parse(int line, String... words) throws InvalidFileException {
    switch (words[0]) {
      case Descriptor.LIBRARY -> parseLibrary(line, words);
      case Descriptor.PROCEDURE -> procedures.add(procedure(line, words));
      default ->
          throw new InvalidFileException(
              file,
              line,
              "\""
                  + words[0]
                  + "\" is unknown: a newer ioproc compiled the jar. Use its version of the tool.");
    }
  }

  private void parseLibrary(int line, String... words) throws InvalidFileException {
    check(library == null, line, "The library is named twice.");
    check(words.length == 2, line, "A library has one name.");
    check(LIBRARY.matcher(words[1]).matches(), line, quoted(words[1]) + " is not a DLL's name.");
    library = words[1];
  }

  private ProcedureSpec procedure(int line, String... words) throws InvalidFileException {
    check(words.length == 5, line, "A procedure has a name, a code, a provider and a class.");
    check(Identifiers.isName(words[1]), line, quoted(words[1]) + " is not a procedure's name.");
    check(names.add(words[1]), line, "The procedure " + words[1] + " is listed twice.");
    check(Identifiers.isClass(words[3]), line, quoted(words[3]) + " is not a class's name.");
    check(words[3].indexOf('$') > 0, line, quoted(words[3]) + " is not a provider's name.");
    check(Identifiers.isClass(words[4]), line, quoted(words[4]) + " is not a class's name.");
    return new ProcedureSpec(words[1], fourCc(line, words[2]), words[3], words[4]);
  }

  private String fourCc(int line, String word) throws InvalidFileException {
    check(CODE.matcher(word).matches(), line, quoted(word) + " is not eight hexadecimal digits.");
    String fourCc = ProcedureSpec.fourCc(Integer.parseUnsignedInt(word, 16));
    boolean printable = fourCc.chars().allMatch(c -> c >= ' ' && c <= '~');
    check(printable, line, quoted(word) + " is not a code of four printable characters.");
    return fourCc;
  }

  private void check(boolean holds, int line, String problem) throws InvalidFileException {
    if (!holds) {
      throw new InvalidFileException(file, line, problem);
    }
  }

  private static String quoted(String word) {
    return "\"" + word + "\"";
  }
}
