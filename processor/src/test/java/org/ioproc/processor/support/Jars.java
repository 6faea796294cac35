package org.ioproc.processor.support;

import com.google.auto.common.MoreElements;
import com.google.common.base.Optional;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import com.squareup.javapoet.TypeSpec;
import com.sun.jna.Native;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ioproc.IoProc;
import org.ioproc.processor.IoProcProcessor;
import org.jspecify.annotations.NullMarked;

/** Jars and folders of the tests' class path, found by classes in them. */
public final class Jars {

  private Jars() {}

  /** Returns the jars and folders of these classes as a path for the compiler's options. */
  public static String path(Class<?>... types) {
    return Stream.of(types).map(Jars::of).collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Returns the libraries that a compilation of procedures needs on its class path or module path.
   */
  public static String libraries() {
    return path(IoProc.class, Native.class, NullMarked.class);
  }

  /**
   * Returns the path that the processor needs, without JSpecify, which only its own compilation
   * uses.
   */
  public static String processorPath() {
    return path(
        IoProcProcessor.class,
        IoProc.class,
        Native.class,
        TypeSpec.class,
        MoreElements.class,
        Optional.class,
        InternalFutureFailureAccess.class);
  }

  private static String of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException failure) {
      throw new AssertionError(failure);
    }
  }
}
