package org.ioproc.maven;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;

/** Patterns such as {@code com.example:sound-*}, in which {@code *} stands for any characters. */
record DependencyPatterns(List<Pattern> patterns) {

  static DependencyPatterns of(List<String> texts) throws MojoFailureException {
    List<Pattern> patterns = new ArrayList<>();
    for (String text : texts) {
      patterns.add(parse(text));
    }
    return new DependencyPatterns(List.copyOf(patterns));
  }

  private static Pattern parse(String text) throws MojoFailureException {
    if (!text.matches("[^:]+:[^:]+")) {
      throw new MojoFailureException(
          "An exclude must be \"groupId:artifactId\", for example \"net.java.dev.jna:jna\", but is"
              + " \"%s\".".formatted(text));
    }
    return Pattern.compile(
        Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(joining(".*")));
  }

  boolean match(Artifact artifact) {
    String name = artifact.getGroupId() + ":" + artifact.getArtifactId();
    return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }
}
