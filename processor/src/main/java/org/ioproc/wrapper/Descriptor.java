package org.ioproc.wrapper;

import java.util.stream.Collectors;

/**
 * The file from which the tool that creates DLLs knows a library. The annotation processor writes
 * it into the jar as {@code META-INF/ioproc/<library>/procedures}.
 */
public final class Descriptor {

  /** The file's name, in the library's folder. */
  public static final String FILE = "procedures";

  static final String LIBRARY = "library";
  static final String PROCEDURE = "procedure";

  private Descriptor() {}

  /**
   * Returns the whole file.
   *
   * <pre>{@code
   * library zipioproc
   * procedure ZipIoProc 2050495A com.example.ZipIoProcInstaller$Provider com.example.ZipIoProc
   * }</pre>
   */
  public static String write(WrapperSpec wrapper) {
    return """
    # What "ioproc wrap" reads to create %1$s.dll.
    %2$s
    library %1$s
    %3$s
    """
        .formatted(
            wrapper.name(),
            wrapper.origin("# "),
            wrapper.procedures().stream()
                .map(Descriptor::procedure)
                .collect(Collectors.joining("\n")));
  }

  private static String procedure(ProcedureSpec procedure) {
    return "%s %s %08X %s %s"
        .formatted(
            PROCEDURE,
            procedure.name(),
            procedure.code(),
            procedure.provider(),
            procedure.sourceClass());
  }

  /**
   * Reads a file that {@link #write} wrote.
   *
   * @param file the file's name, for messages
   * @param text the file's text
   * @throws InvalidFileException if the text is damaged, or a newer version wrote it
   */
  public static WrapperSpec parse(String file, String text) throws InvalidFileException {
    return new DescriptorParser(file).parse(text);
  }
}
