package org.ioproc.documentation;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles Java code that documentation shows, all in one folder, as users would. */
final class Snippets {

  private static final Pattern CLASS =
      Pattern.compile("(?m)^(?:public )?(?:final class|record) (\\w+)");

  private static final String IMPORTS =
      """
      import java.io.*;
      import java.net.URI;
      import java.nio.*;
      import java.nio.channels.*;
      import java.nio.charset.StandardCharsets;
      import java.nio.file.*;
      import java.util.List;
      import java.util.Random;
      import java.util.zip.GZIPInputStream;
      import java.util.zip.GZIPOutputStream;
      import javax.sound.sampled.*;
      import org.ioproc.*;
      import org.ioproc.doctor.*;
      import org.ioproc.mmio.*;
      import org.ioproc.testing.*;
      import org.junit.jupiter.api.Test;
      import org.junit.jupiter.api.io.TempDir;
      """;

  private final Path folder;
  private final List<Path> sources = new ArrayList<>();

  Snippets(Path folder) {
    this.folder = folder;
  }

  /** Adds a class, or statements, which become the body of a method. */
  void add(String text) throws IOException {
    Matcher declared = CLASS.matcher(text);
    boolean isClass = declared.find();
    String name = isClass ? declared.group(1) : "Snippet" + sources.size();
    String body =
        isClass
            ? text
            : "final class " + name + " { static void run() throws Exception {\n" + text + "} }";
    sources.add(Files.writeString(folder.resolve(name + ".java"), IMPORTS + body));
  }

  /** Compiles everything with the annotation processor. Warnings are errors. */
  void compile() throws IOException {
    assertThat(sources).isNotEmpty();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assumeTrue(compiler != null, "this runtime has a compiler");
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-processor",
              "org.ioproc.processor.IoProcProcessor",
              "-Xlint:all,-processing,-options,-try" /* Examples only close chunks. */,
              "-Werror",
              "--release",
              "17",
              "-d",
              folder.toString());
      boolean success =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertWithMessage("%s", messages).that(success).isTrue();
    }
  }
}
