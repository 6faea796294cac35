package org.ioproc.processor.model;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import java.lang.annotation.Annotation;
import java.nio.ByteBuffer;
import java.util.List;
import org.ioproc.MmioMessage;
import org.ioproc.MmioName;
import org.ioproc.OnClose;
import org.ioproc.OnDelete;
import org.ioproc.OnFlush;
import org.ioproc.OnMessage;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OnRename;
import org.ioproc.OnSize;
import org.ioproc.OnWrite;
import org.ioproc.OpenRequest;

/** The handlers that a procedure can have: their annotations and signatures. */
public enum HandlerKind {
  OPEN(
      OnOpen.class,
      Types.FILE,
      List.of(
          List.of(parameter(MmioName.class, "name")),
          List.of(parameter(OpenRequest.class, "request")))),
  READ(OnRead.class, TypeName.INT, Types.OF_FILE, Types.BUFFER, Types.POSITION),
  WRITE(OnWrite.class, TypeName.INT, Types.OF_FILE, Types.BUFFER, Types.POSITION),
  SIZE(OnSize.class, TypeName.LONG, Types.OF_FILE),
  FLUSH(OnFlush.class, TypeName.VOID, Types.OF_FILE),
  CLOSE(OnClose.class, TypeName.VOID, Types.OF_FILE),
  RENAME(
      OnRename.class,
      TypeName.VOID,
      parameter(MmioName.class, "from"),
      parameter(MmioName.class, "to")),
  DELETE(OnDelete.class, TypeName.VOID, parameter(MmioName.class, "file")),
  MESSAGE(OnMessage.class, TypeName.LONG, Types.OF_FILE, parameter(MmioMessage.class, "message"));

  /** A parameter of a handler: its type, and its name in generated code. */
  public record Parameter(TypeName type, String name) {

    /** Returns whether this is the open file, whose type the author chooses. */
    public boolean isFile() {
      return type.equals(Types.FILE);
    }
  }

  /** Holds constants for the enum's constructors, which cannot use static fields of the enum. */
  private static final class Types {
    static final ClassName FILE = ClassName.get("", "F");
    static final Parameter OF_FILE = new Parameter(FILE, "file");
    static final Parameter BUFFER = parameter(ByteBuffer.class, "buffer");
    static final Parameter POSITION = new Parameter(TypeName.LONG, "position");
  }

  private final Class<? extends Annotation> annotation;

  @SuppressWarnings("ImmutableEnumChecker") // TypeName is immutable, but not annotated so.
  private final TypeName returns;

  @SuppressWarnings("ImmutableEnumChecker") // Created by List.of.
  private final List<List<Parameter>> shapes;

  HandlerKind(Class<? extends Annotation> annotation, TypeName returns, Parameter... parameters) {
    this(annotation, returns, List.of(List.of(parameters)));
  }

  HandlerKind(
      Class<? extends Annotation> annotation, TypeName returns, List<List<Parameter>> shapes) {
    this.annotation = annotation;
    this.returns = returns;
    this.shapes = shapes;
  }

  private static Parameter parameter(Class<?> type, String name) {
    return new Parameter(ClassName.get(type), name);
  }

  public Class<? extends Annotation> annotation() {
    return annotation;
  }

  /** Returns the annotation as an author writes it: {@code @OnOpen}. */
  public String symbol() {
    return "@" + annotation.getSimpleName();
  }

  public TypeName returns() {
    return returns;
  }

  /** Returns the alternative parameter lists of a handler. Most kinds have only one. */
  public List<List<Parameter>> shapes() {
    return shapes;
  }

  /** Returns the parameters of the glue's method, and of every handler but {@code @OnOpen}. */
  public List<Parameter> parameters() {
    return shapes.get(shapes.size() - 1);
  }

  /** Returns the name of the glue's method that calls the handler: {@code onOpen}. */
  public String glueMethod() {
    String name = annotation.getSimpleName();
    return "on" + name.substring("On".length());
  }
}
