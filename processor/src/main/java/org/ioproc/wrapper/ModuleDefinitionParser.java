package org.ioproc.wrapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads module-definitions files. An author may edit the generated one to leave out functions,
 * rename them or number them. Statements other than LIBRARY and EXPORTS are errors.
 */
public final class ModuleDefinitionParser {

  private static final String ENTRY = "Name[=Generated] [@ordinal [NONAME]] [PRIVATE]";

  /** The statements of Microsoft's linker that mean nothing for a wrapper. */
  private static final Set<String> OTHER_STATEMENTS =
      Set.of(
          "NAME",
          "DESCRIPTION",
          "HEAPSIZE",
          "STACKSIZE",
          "SECTIONS",
          "SEGMENTS",
          "STUB",
          "VERSION",
          "IMPORTS",
          "CODE",
          "EXETYPE");

  private final WrapperSpec wrapper;
  private final String file;
  private final Map<String, Export> generated = new HashMap<>();
  private final List<ExportedFunction> functions = new ArrayList<>();
  private final Map<String, Integer> namesLines = new HashMap<>();
  private final Map<Integer, Integer> ordinalsLines = new HashMap<>();
  private boolean isLibraryNamed;
  private boolean isInExports;

  private ModuleDefinitionParser(WrapperSpec wrapper, String file) {
    this.wrapper = wrapper;
    this.file = file;
    wrapper.exports().forEach(export -> generated.put(export.name(), export));
  }

  /**
   * Reads a file.
   *
   * @param wrapper the library whose functions the file lists
   * @param file the file's name, for messages
   * @param text the file's text
   * @throws InvalidFileException with the first line that is wrong
   */
  public static Exports parse(WrapperSpec wrapper, String file, String text)
      throws InvalidFileException {
    return new ModuleDefinitionParser(wrapper, file).parse(text);
  }

  /**
   * Returns the library that a file is for, in lower case and without {@code .dll}.
   *
   * @param file the file's name, for messages
   * @param text the file's text
   * @return empty if the file has no line LIBRARY with a name
   * @throws InvalidFileException if a quotation mark is missing
   */
  public static Optional<String> library(String file, String text) throws InvalidFileException {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      DefinitionLine words = new DefinitionLine(file, number, line);
      if (words.skip("LIBRARY") && !words.isAtEnd()) {
        String name = words.next().toLowerCase(Locale.ROOT);
        return Optional.of(name.endsWith(".dll") ? name.substring(0, name.length() - 4) : name);
      }
    }
    return Optional.empty();
  }

  private Exports parse(String text) throws InvalidFileException {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      DefinitionLine words = new DefinitionLine(file, number, line);
      if (!words.isAtEnd()) {
        parse(words);
      }
    }
    if (functions.isEmpty()) {
      throw new InvalidFileException(file, "It exports no functions.");
    }
    return new Exports(wrapper, functions);
  }

  private void parse(DefinitionLine line) throws InvalidFileException {
    if (line.skip("LIBRARY")) {
      parseLibrary(line);
    } else if (line.skip("EXPORTS")) {
      isInExports = true;
      if (!line.isAtEnd()) {
        parseEntry(line);
      }
    } else if (isOtherStatement(line)) {
      throw line.wrong(line.next() + " is not supported: only LIBRARY and EXPORTS are.");
    } else {
      line.check(isInExports, "Functions must follow a line EXPORTS.");
      parseEntry(line);
    }
  }

  /** Returns whether a line must be quoted to be an entry. */
  static boolean isStatement(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.equals("LIBRARY") || upper.equals("EXPORTS") || OTHER_STATEMENTS.contains(upper);
  }

  private static boolean isOtherStatement(DefinitionLine line) {
    return OTHER_STATEMENTS.stream().anyMatch(line::isAt);
  }

  private void parseLibrary(DefinitionLine line) throws InvalidFileException {
    line.check(!isLibraryNamed, "LIBRARY must not be given twice.");
    isLibraryNamed = true;
    isInExports = false;
    line.check(!line.isAtEnd(), "LIBRARY must name the library, " + wrapper.name() + ".");
    String name = line.next();
    boolean same =
        name.equalsIgnoreCase(wrapper.name()) || name.equalsIgnoreCase(wrapper.name() + ".dll");
    line.check(same, "The library's name must be " + wrapper.name() + ", not \"" + name + "\".");
    line.checkEnd("LIBRARY \"" + wrapper.name() + "\"");
  }

  private void parseEntry(DefinitionLine line) throws InvalidFileException {
    String name = name(line);
    Export function = function(line, line.skip("=") ? line.next() : name);
    OptionalInt ordinal = line.skip("@") ? OptionalInt.of(ordinal(line)) : OptionalInt.empty();
    boolean isNameless = line.skip("NONAME");
    line.check(
        !isNameless || ordinal.isPresent(), "NONAME must follow an ordinal, as in @1 NONAME.");
    boolean isPrivate = line.skip("PRIVATE");
    boolean isData = line.isAt("DATA") || line.isAt("CONSTANT");
    line.check(!isData, "DATA and CONSTANT are for variables, and a wrapper exports functions.");
    line.checkEnd(ENTRY);
    functions.add(new ExportedFunction(function, name, ordinal, isNameless, isPrivate));
  }

  private String name(DefinitionLine line) throws InvalidFileException {
    String name = line.next();
    line.check(Identifiers.isName(name), "\"" + name + "\" is not a function's name in C.");
    line.check(!Identifiers.isKeyword(name), "\"" + name + "\" is a keyword of C or C++.");
    boolean isType = name.startsWith(Export.pointerType(""));
    line.check(!isType, "\"" + name + "\" begins with PFN_, as the header's pointer types do.");
    Integer earlier = namesLines.putIfAbsent(name, line.number());
    line.check(earlier == null, name + " is already in line " + earlier + ".");
    return name;
  }

  private Export function(DefinitionLine line, String name) throws InvalidFileException {
    Export function = generated.get(name);
    if (function == null) {
      String first = wrapper.procedures().get(0).name();
      throw line.wrong(
          ("No procedure of %s has a function \"%s\": each has Install..., Remove..., Preload...,"
                  + " ...Callback, ...ErrorText, ...Java, ...Version and ...DoctorW."
                  + " To rename one, write Name=Install%s.")
              .formatted(wrapper.name(), name, first));
    }
    return function;
  }

  private int ordinal(DefinitionLine line) throws InvalidFileException {
    String word = line.next();
    int ordinal = word.matches("[0-9]{1,6}") ? Integer.parseInt(word) : 0;
    line.check(
        ordinal >= 1 && ordinal <= 65_535,
        "An ordinal must be a number from 1 to 65535, not \"" + word + "\".");
    Integer earlier = ordinalsLines.putIfAbsent(ordinal, line.number());
    line.check(earlier == null, "Ordinal " + ordinal + " is already in line " + earlier + ".");
    return ordinal;
  }
}
