package org.ioproc.processor.check;

import com.google.auto.common.MoreTypes;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * A way to turn an object that {@code @OnOpen} returns into one that the library can read.
 *
 * @param type the name of the object's class or of a supertype
 * @param advice the conversion, as a clause
 */
record Conversion(String type, String advice) {

  /** The first match wins, so a class comes before its supertypes. */
  private static final List<Conversion> ALL =
      List.of(
          new Conversion("java.io.File", "file.toPath() turns it into a Path"),
          new Conversion("java.io.RandomAccessFile", "file.getChannel() is a SeekableByteChannel"),
          new Conversion("java.io.OutputStream", "the Path of the file can be returned instead"),
          new Conversion("java.io.Reader", "Files.readAllBytes(path) gives the bytes as a byte[]"),
          new Conversion(
              "java.lang.CharSequence",
              "Path.of(text) turns a file's name into a Path, and"
                  + " text.getBytes(StandardCharsets.UTF_8) turns content into a byte[]"),
          new Conversion(
              "java.util.Optional",
              "optional.orElseThrow(FileNotFoundException::new) gives its value"),
          new Conversion("java.util.concurrent.Future", "future.get() gives its value"),
          new Conversion("java.net.URI", "Path.of(uri) turns it into a Path"),
          new Conversion("java.net.URL", "url.openStream() is an InputStream"),
          new Conversion(
              "java.nio.channels.AsynchronousFileChannel",
              "FileChannel.open(path) opens a SeekableByteChannel"),
          new Conversion(
              "java.nio.channels.ReadableByteChannel",
              "Channels.newInputStream(channel) turns it into an InputStream"),
          new Conversion(
              "java.lang.foreign.MemorySegment",
              "segment.asByteBuffer() turns it into a ByteBuffer"),
          new Conversion(
              "java.util.zip.ZipFile",
              "zip.getInputStream(entry) is an InputStream of one of its entries"),
          new Conversion("java.util.stream.BaseStream", "its bytes can be put into a byte[]"));

  static Optional<String> of(TypeMirror opened, Types types) {
    return ALL.stream()
        .filter(conversion -> conversion.fits(opened, types))
        .map(Conversion::advice)
        .findFirst();
  }

  private boolean fits(TypeMirror opened, Types types) {
    return opened.getKind() == TypeKind.DECLARED
        && (MoreTypes.asTypeElement(opened).getQualifiedName().contentEquals(type)
            || types.directSupertypes(opened).stream().anyMatch(above -> fits(above, types)));
  }
}
