package org.ioproc.maven;

import java.io.File;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.ArtifactHandler;

/** Artifacts as Maven resolves them. */
final class Artifacts {

  private Artifacts() {}

  static Artifact of(String name, File file) {
    return artifact(name, file, new Handler(true));
  }

  static Artifact notOnClassPath(String name, File file) {
    return artifact(name, file, new Handler(false));
  }

  private static Artifact artifact(String name, File file, ArtifactHandler handler) {
    String[] parts = name.split(":", 2);
    Artifact artifact =
        new DefaultArtifact(parts[0], parts[1], "1", "compile", "jar", null, handler);
    artifact.setFile(file);
    return artifact;
  }

  private record Handler(boolean isAddedToClasspath) implements ArtifactHandler {

    @Override
    public String getExtension() {
      return "jar";
    }

    @Override
    public String getDirectory() {
      return "jars";
    }

    @Override
    public String getClassifier() {
      return null;
    }

    @Override
    public String getPackaging() {
      return "jar";
    }

    @Override
    public boolean isIncludesDependencies() {
      return false;
    }

    @Override
    public String getLanguage() {
      return "java";
    }
  }
}
