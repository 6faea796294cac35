package org.ioproc.processor.model;

import static org.ioproc.processor.model.Rule.Severity.WARNING;

import java.util.Locale;

/**
 * The rules that an author can break. Ids are permanent: the id of a removed rule is never reused.
 */
public enum Rule {
  CODE_EMPTY(
      "IOPROC-01",
      "A four-character code must contain at least one character other than a space.",
      "Use the extension of the files that the procedure opens, as in @IoProc(\"ZIP \")."),
  CODE_TOO_LONG(
      "IOPROC-02",
      "A four-character code must have at most four characters.",
      "Shorten it: mmio compares only the first four characters of a file's extension."),
  CODE_CHARACTERS(
      "IOPROC-03",
      "A four-character code must consist of printable ASCII characters.",
      "Use letters from A to Z, digits or other printable ASCII characters."),
  CODE_UNREACHABLE(
      "IOPROC-04",
      WARNING,
      "mmio looks up a procedure by the container's upper-cased extension, so ordinary file names cannot select this code.",
      "Change the code. If programs pass it in MMIOINFO.fccIOProc instead, add @SuppressWarnings(\"ioproc\") to the class."),
  CODE_PREDEFINED(
      "IOPROC-05",
      WARNING,
      "\"DOS \" and \"MEM \" are mmio's built-in procedures.",
      "Choose another code. If the procedure replaces the built-in one on purpose, add @SuppressWarnings(\"ioproc\") to the class."),
  CODE_TWICE(
      "IOPROC-06",
      "Two procedures must not share a code: mmio finds only the one installed last.",
      "Give each procedure a different code."),
  CLASS_KIND(
      "IOPROC-07",
      "@IoProc must be on an ordinary class or a record.",
      "Change the type to a class, or put @IoProc on a class that has an @OnOpen method."),
  CLASS_ABSTRACT(
      "IOPROC-08",
      "An @IoProc class must not be abstract: an instance of it handles the messages.",
      "Remove \"abstract\", or put @IoProc on a class that extends this one."),
  CLASS_GENERIC(
      "IOPROC-09",
      "An @IoProc class must not have type parameters.",
      "Remove them, or put @IoProc on a class that extends this one and sets the type arguments, as in \"class ZipIoProc extends Base<ZipFile>\"."),
  CLASS_INNER(
      "IOPROC-10",
      "An @IoProc class must be top-level or static.",
      "Add \"static\" to the class, or move it to a separate file."),
  CLASS_PRIVATE(
      "IOPROC-11",
      "An @IoProc class and its enclosing classes must not be private.",
      "Remove \"private\"."),
  CONSTRUCTOR_THROWS(
      "IOPROC-12",
      "The no-argument constructor must declare only exceptions that generated code in the same package can declare.",
      "Catch the exception in the constructor, and throw an IOException instead."),
  GENERATED_NAME_TWICE(
      "IOPROC-13", "The names of generated classes must be unique.", "Rename one of the classes."),
  OPEN_MISSING(
      "IOPROC-14",
      "An @IoProc class must have an @OnOpen method.",
      "Add @OnOpen to the method that opens files, for example: @OnOpen Path open(MmioName name)."),
  HANDLER_TWICE(
      "IOPROC-15",
      "A message must have at most one handler.",
      "Keep the annotation on one of these methods, and remove it from the others."),
  HANDLER_HIDDEN(
      "IOPROC-16",
      "A handler must be accessible from the procedure's package.",
      "Remove \"private\", or make the method public if it is inherited from another package."),
  HANDLER_STATIC("IOPROC-17", "A handler must be an instance method.", "Remove \"static\"."),
  HANDLER_GENERIC(
      "IOPROC-18",
      "A handler must not declare type parameters.",
      "Replace them with actual types."),
  HANDLER_PARAMETERS(
      "IOPROC-19", "A handler's parameters must match its message.", "Change the parameters."),
  HANDLER_RETURN(
      "IOPROC-20", "A handler's return type must match its message.", "Change the return type."),
  HANDLER_FILE_TYPE(
      "IOPROC-21",
      "A handler must accept the file that the library passes to it.",
      "Change the parameter's type, or the type that @OnOpen returns."),
  HANDLER_NEVER_CALLED(
      "IOPROC-22",
      "This handler would never be called.",
      "Remove the method. Or return a custom type from @OnOpen; for @OnFlush, add an @OnWrite method."),
  READ_OR_WRITE_MISSING(
      "IOPROC-23",
      "A custom file type must have an @OnRead or @OnWrite method.",
      "Add such a method, or return a SeekableByteChannel, Path, InputStream, ByteBuffer or byte[] from @OnOpen."),
  FILE_TYPE_RAW(
      "IOPROC-24",
      "A file's type must not be a raw type.",
      "Write the type arguments, as in List<String> or Base<XyzFile>."),
  FILE_TYPE_HIDDEN(
      "IOPROC-25",
      "The type that @OnOpen returns must be accessible from the procedure's package.",
      "Remove \"private\", or make the type public if it is in another package."),
  MESSAGE_NUMBER(
      "IOPROC-26",
      "The number of an application's message must be 0x8000 (MMIOM_USER) or above.",
      "Use the number that the application passes to mmioSendMessage."),
  HANDLER_WITHOUT_IOPROC(
      "IOPROC-27",
      "Handler annotations are allowed only in @IoProc classes, abstract classes and interfaces.",
      "Add @IoProc to the class, as in @IoProc(\"ZIP \"), or make the class abstract if a class with @IoProc extends it."),
  C_IDENTIFIER(
      "IOPROC-28",
      "A procedure's class name must consist of ASCII letters, digits and underscores: the functions that its DLL exports are named after it.",
      "Rename the class, or compile with -Aioproc.native=none if it needs no DLL."),
  C_RESERVED(
      "IOPROC-29",
      "A DLL's functions must not have names that windows.h declares.",
      "Rename the class, or compile with -Aioproc.native=none if it needs no DLL."),
  EXPORT_TWICE(
      "IOPROC-30",
      "A DLL's functions must have different names.",
      "Rename one of the classes, or put them into different libraries."),
  LIBRARY_TWICE(
      "IOPROC-31",
      "Wrapper names must be unique within a compilation.",
      "Rename one of them, put one into an @IoProcLibrary with another name, or compile with -Aioproc.native=none if they need no DLL."),
  LIBRARY_NAME(
      "IOPROC-32",
      "A DLL's name must begin with a lower-case letter, must consist of lower-case ASCII letters, digits and underscores, and must not be reserved.",
      "Change the class's name, or the name in its @IoProcLibrary."),
  LIBRARY_EMPTY(
      "IOPROC-33",
      "@IoProcLibrary must list at least one procedure.",
      "List the classes that the DLL exports, as in procedures = ZipIoProc.class."),
  LIBRARY_UNKNOWN(
      "IOPROC-34",
      "@IoProcLibrary must list only classes with @IoProc.",
      "Add @IoProc to the class, or remove the class from the library."),
  LIBRARY_SAME_TWICE(
      "IOPROC-35",
      "A procedure must be in only one library, and only once.",
      "List it once, in one library."),
  LIBRARY_CONSTRUCTOR(
      "IOPROC-36",
      "A library's procedures must have a no-argument constructor that is not private, because the host application cannot supply constructor arguments.",
      "Add such a constructor to the class, or remove the class from the library."),
  PROVIDES_MISSING(
      "IOPROC-37",
      "A named module must declare its procedures with \"provides\": a processor cannot add the declaration.",
      "Change module-info.java as shown: a module may have only one \"provides\" for a service."),
  OPTION_UNKNOWN(
      "IOPROC-38",
      WARNING,
      "The processor's options are -Aioproc.native and -Aioproc.sources.",
      "Correct or remove the option."),
  OPTION_VALUE(
      "IOPROC-39",
      "-Aioproc.native must be none, classes or headers, and -Aioproc.sources true or false.",
      "Use one of these values, or omit the option: the defaults are classes and false."),
  OUTPUT_FAILED(
      "IOPROC-40",
      "A generated file could not be written.",
      "Rename your own class or file if it has that name; otherwise check the output folder."),
  HEADER_OUTPUT_MISSING(
      "IOPROC-41",
      "-Aioproc.native=headers must be used with the compiler's option -h, which names the output folder.",
      "Add -h and a folder, or use -Aioproc.native=classes."),
  CONSTRUCTOR_MISSING(
      "IOPROC-42",
      WARNING,
      "An @IoProc class should have a no-argument constructor that is not private.",
      "Add such a constructor. If only the application creates the procedure, add @SuppressWarnings(\"ioproc\") to the class."),
  MESSAGES_TOO_MANY(
      "IOPROC-43",
      "An @IoProc class must have at most 1,000 @OnMessage methods: the code generated for more would be too large for Java.",
      "Use one message for several purposes, and distinguish them by lParam1."),
  DEFINITIONS_WRONG(
      "IOPROC-44",
      "An author's module-definitions file must list functions of its library.",
      "Correct the file. Without it, the processor writes one that exports every function.");

  /** The effect of a broken rule on the compilation. */
  enum Severity {
    ERROR,
    WARNING
  }

  private final String id;
  private final Severity severity;
  private final String text;
  private final String remedy;

  Rule(String id, String text, String remedy) {
    this(id, Severity.ERROR, text, remedy);
  }

  Rule(String id, Severity severity, String text, String remedy) {
    this.id = id;
    this.severity = severity;
    this.text = text;
    this.remedy = remedy;
  }

  /** Returns the rule's row in the reference's table: id, severity, rule, remedy. */
  public String toMarkdown() {
    return "| "
        + String.join(" | ", id, severity.name().toLowerCase(Locale.ROOT), text, remedy)
        + " |";
  }

  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  public boolean isWarning() {
    return severity == WARNING;
  }

  public String text() {
    return text;
  }

  public String remedy() {
    return remedy;
  }
}
