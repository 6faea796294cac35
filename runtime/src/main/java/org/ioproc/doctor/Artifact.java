package org.ioproc.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A library that ioproc consists of or uses, recognized by one of its classes.
 *
 * @param name its artifact's name
 * @param group its artifact's group
 * @param type the name of a class's file
 */
record Artifact(String name, String group, String type) {

  static final Artifact RUNTIME =
      new Artifact("ioproc-runtime", "org.ioproc", "org/ioproc/mmio/Mmio.class");
  static final Artifact PROCESSOR =
      new Artifact("ioproc-processor", "org.ioproc", "org/ioproc/processor/IoProcProcessor.class");
  static final Artifact JNA = new Artifact("jna", "net.java.dev.jna", "com/sun/jna/Native.class");

  /**
   * A copy of a library.
   *
   * @param place the jar, folder or module that contains it
   * @param version its version, or null if it does not say
   */
  record Copy(String place, @Nullable String version) {
    @Override
    public String toString() {
      return (version == null ? "" : version + ", ") + place;
    }
  }

  /**
   * Returns the copies that a class loader finds, in the order in which it searches them.
   *
   * @throws UncheckedIOException if the class path cannot be read
   */
  List<Copy> copies(ClassLoader loader) {
    return loader
        .resources(type)
        .map(URL::toString)
        .distinct()
        .map(found -> copy(found.substring(0, found.length() - type.length())))
        .toList();
  }

  private Copy copy(String place) {
    return new Copy(shown(place), version(place));
  }

  /** Returns the path of a jar or folder, instead of its URL. */
  private static String shown(String place) {
    String url = place.replaceFirst("^jar:(.*)!/$", "$1");
    return url.startsWith("file:") ? Path.of(URI.create(url)).toString() : url;
  }

  private @Nullable String version(String place) {
    String inMaven = fromMaven(place + "META-INF/maven/" + group + "/" + name + "/pom.properties");
    return inMaven != null ? inMaven : fromManifest(place + "META-INF/MANIFEST.MF");
  }

  private static @Nullable String fromMaven(String url) {
    Properties properties = new Properties();
    try (InputStream stream = URI.create(url).toURL().openStream()) {
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException | IllegalArgumentException unknown) {
      return null;
    }
  }

  private static @Nullable String fromManifest(String url) {
    try (InputStream stream = URI.create(url).toURL().openStream()) {
      return new Manifest(stream).getMainAttributes().getValue("Implementation-Version");
    } catch (IOException | IllegalArgumentException unknown) {
      return null;
    }
  }
}
