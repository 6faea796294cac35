package org.ioproc.wrapper.tool.jar;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** The parts of a class file that the checks need. Numbers are big-endian. */
final class ClassFile {

  private static final int MAGIC = 0xCAFEBABE;

  /** The size of the flags and of the numbers of the class and its superclass. */
  private static final int CLASS_HEADER = 6;

  private static final int UTF_8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;

  private final ByteBuffer bytes;

  /** The position of each constant's tag. */
  private final int[] constants;

  /** The position after the constants. */
  private final int end;

  private final SortedSet<String> references = new TreeSet<>();

  private ClassFile(byte[] file) throws IOException {
    bytes = ByteBuffer.wrap(file);
    if (bytes.getInt() != MAGIC) {
      throw new IOException("not a class file");
    }
    bytes.position(8);
    constants = new int[u2()];
    for (int i = 1; i < constants.length; i++) {
      constants[i] = bytes.position();
      int tag = bytes.get();
      bytes.position(bytes.position() + length(tag));
      if (tag == LONG || tag == DOUBLE) {
        i++; // They take two numbers.
      }
    }
    end = bytes.position();
    for (int position : constants) {
      if (position > 0 && bytes.get(position) == CLASS) {
        addReference(text(Short.toUnsignedInt(bytes.getShort(position + 1))));
      }
    }
  }

  /** Returns a class file, or nothing if it is damaged. */
  static Optional<ClassFile> read(byte[] file) {
    try {
      return Optional.of(new ClassFile(file));
    } catch (IOException
        | BufferUnderflowException
        | IllegalArgumentException
        | IndexOutOfBoundsException damaged) {
      return Optional.empty();
    }
  }

  private int length(int tag) throws IOException {
    return switch (tag) {
      case UTF_8 -> 2 + Short.toUnsignedInt(bytes.getShort(bytes.position()));
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case LONG, DOUBLE -> 8;
      case CLASS, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> throw new IOException("unknown constant");
    };
  }

  private int u2() {
    return Short.toUnsignedInt(bytes.getShort());
  }

  /** Returns the version of Java that the class needs. */
  int javaVersion() {
    return Short.toUnsignedInt(bytes.getShort(6)) - 44;
  }

  private void addReference(String name) {
    if (!name.startsWith("[")) {
      references.add(name);
    } else if (name.endsWith(";")) {
      references.add(name.substring(name.lastIndexOf('[') + 2, name.length() - 1));
    }
  }

  /** Returns the classes that the class refers to, as {@code java/lang/Object}. */
  SortedSet<String> references() {
    return references;
  }

  private String text(int constant) throws IOException {
    int length = Short.BYTES + Short.toUnsignedInt(bytes.getShort(constants[constant] + 1));
    InputStream text = new ByteArrayInputStream(bytes.array(), constants[constant] + 1, length);
    return new DataInputStream(text).readUTF();
  }

  /** Returns the value of a constant field of type int. */
  OptionalInt constant(String field) {
    try {
      return constantField(field);
    } catch (IOException
        | BufferUnderflowException
        | IllegalArgumentException
        | IndexOutOfBoundsException damaged) {
      return OptionalInt.empty();
    }
  }

  private OptionalInt constantField(String field) throws IOException {
    bytes.position(end + CLASS_HEADER);
    skip(Short.BYTES * u2()); // the interfaces
    for (int fields = u2(); fields > 0; fields--) {
      skip(Short.BYTES);
      boolean isIt = text(u2()).equals(field);
      skip(Short.BYTES);
      for (int attributes = u2(); attributes > 0; attributes--) {
        boolean isValue = text(u2()).equals("ConstantValue");
        int length = bytes.getInt();
        if (isIt && isValue) {
          return OptionalInt.of(bytes.getInt(constants[u2()] + 1));
        }
        skip(length);
      }
    }
    return OptionalInt.empty();
  }

  private void skip(int length) {
    bytes.position(bytes.position() + length);
  }
}
