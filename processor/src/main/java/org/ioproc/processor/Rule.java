package org.ioproc.processor;

import static org.ioproc.processor.Rule.Severity.ERROR;
import static org.ioproc.processor.Rule.Severity.WARNING;

import java.util.Locale;

/**
 * Every rule that an author can break. Ids are for ever: a rule that goes leaves its number unused.
 */
enum Rule {
  CODE_EMPTY(
      "IOPROC-01",
      ERROR,
      "A four-character code has at least one character that is not a space.",
      "Give the extension of the containers that the procedure opens, as in @IoProc(\"ZIP \")."),
  CODE_TOO_LONG(
      "IOPROC-02",
      ERROR,
      "A four-character code has four characters at most.",
      "Shorten it: mmio compares the first four characters of a container's extension."),
  CODE_CHARACTERS(
      "IOPROC-03",
      ERROR,
      "A four-character code is printable ASCII.",
      "Use letters A to Z, digits and the like."),
  CODE_UNREACHABLE(
      "IOPROC-04",
      WARNING,
      "Files are found by name through their container's extension, in upper case.",
      "Change the code, or if programs give it in MMIOINFO.fccIOProc, add"
          + " @SuppressWarnings(\"ioproc\") to the class."),
  CODE_PREDEFINED(
      "IOPROC-05",
      WARNING,
      "The codes \"DOS \" and \"MEM \" are mmio's own, for ordinary files and files in memory.",
      "Choose another code, or if the procedure is to take their place, add"
          + " @SuppressWarnings(\"ioproc\") to the class."),
  CODE_TWICE(
      "IOPROC-06",
      ERROR,
      "A code belongs to one procedure: mmio finds only the one that was installed last.",
      "Give each its own code."),
  CLASS_KIND(
      "IOPROC-07",
      ERROR,
      "An I/O procedure is an ordinary class.",
      "Move the annotation to a class that holds what the procedure's files share."),
  CLASS_ABSTRACT(
      "IOPROC-08",
      ERROR,
      "An I/O procedure is not abstract: an object of it answers the messages.",
      "Remove \"abstract\", or annotate the class that extends it."),
  CLASS_GENERIC(
      "IOPROC-09",
      ERROR,
      "An I/O procedure has no type parameters.",
      "Annotate a class that extends this one and says what they are."),
  CLASS_INNER(
      "IOPROC-10",
      ERROR,
      "An I/O procedure does not belong to an object of another class.",
      "Make it static, or a class of its own."),
  CLASS_PRIVATE(
      "IOPROC-11",
      ERROR,
      "An I/O procedure, and the classes around it, can be used in their package.",
      "Remove \"private\"."),
  CONSTRUCTOR_THROWS(
      "IOPROC-12",
      ERROR,
      "A constructor without parameters throws exceptions that its package can name.",
      "Catch it in the constructor and throw an IOException instead."),
  GENERATED_NAME_TWICE(
      "IOPROC-13",
      ERROR,
      "The names of the generated classes are unique.",
      "Rename one of the classes."),
  OPEN_MISSING(
      "IOPROC-14",
      ERROR,
      "An I/O procedure has a method that opens files.",
      "Add one, for example: @OnOpen SeekableByteChannel open(OpenRequest request)."),
  HANDLER_TWICE(
      "IOPROC-15",
      ERROR,
      "A message has one handler.",
      "Remove the annotation from all methods but one."),
  HANDLER_HIDDEN(
      "IOPROC-16",
      ERROR,
      "A handler is called directly, by a class in the procedure's package.",
      "Make it public; in the procedure's own package it is enough that it is not private."),
  HANDLER_STATIC(
      "IOPROC-17", ERROR, "A handler is a method of the procedure object.", "Remove \"static\"."),
  HANDLER_GENERIC(
      "IOPROC-18",
      ERROR,
      "A handler has no type parameters of its own.",
      "Write the types that it is for."),
  HANDLER_PARAMETERS(
      "IOPROC-19",
      ERROR,
      "A handler takes what its message brings.",
      "Change the parameters to those."),
  HANDLER_RETURN(
      "IOPROC-20", ERROR, "A handler returns what its message answers.", "Change the return type."),
  HANDLER_FILE_TYPE(
      "IOPROC-21",
      ERROR,
      "All handlers are about the file that @OnOpen returns.",
      "Change the parameter's type, or what @OnOpen returns."),
  HANDLER_NEVER_CALLED(
      "IOPROC-22",
      ERROR,
      "Every handler has something that calls it.",
      "Remove the method, or what makes it superfluous."),
  READ_OR_WRITE_MISSING(
      "IOPROC-23",
      ERROR,
      "A file of the author's own type is read or written by the author.",
      "Add a method with @OnRead or @OnWrite, or return a SeekableByteChannel, Path, ByteBuffer or"
          + " byte[] from @OnOpen."),
  FILE_TYPE_RAW(
      "IOPROC-24",
      ERROR,
      "A file's type gives its type arguments.",
      "Write them, with <?> where they do not matter."),
  FILE_TYPE_HIDDEN(
      "IOPROC-25",
      ERROR,
      "A file's type can be named in the procedure's package.",
      "Make it at least package-private."),
  MESSAGE_NUMBER(
      "IOPROC-26",
      ERROR,
      "An application's own messages begin at 0x8000 (MMIOM_USER).",
      "Choose a number from 0x8000 on, the one that the application sends."),
  HANDLER_WITHOUT_IOPROC(
      "IOPROC-27",
      ERROR,
      "Handlers are in classes with @IoProc, or in abstract classes and interfaces that those"
          + " inherit from.",
      "Add @IoProc to the class, or make it abstract."),
  C_IDENTIFIER(
      "IOPROC-28",
      ERROR,
      "A procedure's class gives a C function its name: ASCII letters, digits and underscores.",
      "Rename the class, or compile with -Aioproc.native=none if it needs no native wrapper."),
  C_RESERVED(
      "IOPROC-29",
      ERROR,
      "The functions that a wrapper exports have names that C and Windows do not use.",
      "Rename the class, or compile with -Aioproc.native=none if it needs no native wrapper."),
  EXPORT_TWICE(
      "IOPROC-30",
      ERROR,
      "The functions that a wrapper exports have different names.",
      "Rename one of the classes, or put them into different libraries."),
  LIBRARY_TWICE(
      "IOPROC-31",
      ERROR,
      "The native wrappers of a compilation have different names.",
      "Rename one, put the procedures into one @IoProcLibrary, or compile with"
          + " -Aioproc.native=none."),
  LIBRARY_NAME(
      "IOPROC-32",
      ERROR,
      "A wrapper's name is lower-case ASCII letters, digits and underscores, begins with a letter,"
          + " and is no other DLL's or device's; ioproc_ begins the names of the wrapper's own"
          + " sources.",
      "Choose another name."),
  LIBRARY_EMPTY(
      "IOPROC-33",
      ERROR,
      "A library has at least one procedure.",
      "Name the classes that the DLL exports, as in procedures = ZipIoProc.class."),
  LIBRARY_UNKNOWN(
      "IOPROC-34",
      ERROR,
      "A library's procedures are classes with @IoProc.",
      "Add @IoProc to the class, or remove it from the library."),
  LIBRARY_SAME_TWICE(
      "IOPROC-35",
      ERROR,
      "A procedure is in one library, once.",
      "Remove it from all places but one."),
  LIBRARY_CONSTRUCTOR(
      "IOPROC-36",
      ERROR,
      "A library makes its procedures itself.",
      "Add a constructor without parameters that is not private."),
  PROVIDES_MISSING(
      "IOPROC-37",
      ERROR,
      "A named module declares what it provides, and a processor cannot add to it.",
      "Change module-info.java as shown: a service has one such line."),
  OPTION_UNKNOWN(
      "IOPROC-38",
      WARNING,
      "The processor has one option: -Aioproc.native.",
      "Correct or remove it."),
  OPTION_VALUE(
      "IOPROC-39",
      ERROR,
      "-Aioproc.native is none, classes or headers.",
      "Give one of those, or leave the option out for classes."),
  OUTPUT_FAILED(
      "IOPROC-40",
      ERROR,
      "What is generated can be written.",
      "If the name is taken by a class or file of yours, rename that; else look at the output"
          + " folder."),
  HEADER_OUTPUT_MISSING(
      "IOPROC-41",
      ERROR,
      "-Aioproc.native=headers writes to the compiler's folder for native headers.",
      "Give the compiler that folder with -h, or use -Aioproc.native=classes.");

  /** What a broken rule means for the compilation. */
  enum Severity {
    ERROR,
    WARNING
  }

  private final String id;
  private final Severity severity;
  private final String text;
  private final String remedy;

  Rule(String id, Severity severity, String text, String remedy) {
    this.id = id;
    this.severity = severity;
    this.text = text;
    this.remedy = remedy;
  }

  /** A row of the reference's table: id, severity, rule, remedy. */
  String toMarkdown() {
    return "| "
        + String.join(" | ", id, severity.name().toLowerCase(Locale.ROOT), text, remedy)
        + " |";
  }

  String id() {
    return id;
  }

  Severity severity() {
    return severity;
  }

  boolean isWarning() {
    return severity == WARNING;
  }

  String text() {
    return text;
  }

  String remedy() {
    return remedy;
  }
}
