package org.ioproc.wrapper.tool.jar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes.Name;
import java.util.jar.Manifest;

/** Reads and writes the part of manifests that class loaders need. */
final class Manifests {

  static final String NAME = "META-INF/MANIFEST.MF";

  private Manifests() {}

  static boolean isMultiRelease(byte[] manifest) throws IOException {
    String value =
        new Manifest(new ByteArrayInputStream(manifest))
            .getMainAttributes()
            .getValue(Name.MULTI_RELEASE);
    return "true".equalsIgnoreCase(value);
  }

  static byte[] write(boolean isMultiRelease) {
    String lines = "Manifest-Version: 1.0\r\n" + (isMultiRelease ? "Multi-Release: true\r\n" : "");
    return (lines + "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
