package org.ioproc.processor.check;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ioproc.processor.support.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReservedNamesTest {

  private static final String GCC = "x86_64-w64-mingw32-gcc";

  /** The possible names of an exported function. */
  private static final String SHAPE =
      "(?:Install|Remove|Preload)\\w+|\\w+(?:Callback|ErrorText|Java|Version|DoctorW)";

  private static final Pattern NAME = Pattern.compile("\\b(?:" + SHAPE + ")\\b");
  private static final Pattern MACRO = Pattern.compile("(?m)^#define (" + SHAPE + ")\\b");
  private static final Pattern REFUSED = Pattern.compile("(?m)^names:(\\d+):\\d+: error");

  @TempDir Path folder;

  /** Declares a function with each name in the headers. The compiler refuses names in use. */
  @Test
  void namesThatTheCompilerRefusesAreReserved() throws Exception {
    Tools.require(GCC);
    Path header = folder.resolve("windows.txt");
    Files.writeString(header, "#include <windows.h>\n#include <mmsystem.h>\n");
    String text = Tools.run(GCC, "-E", "-dD", "-P", "-x", "c", header.toString());
    Set<String> macros =
        MACRO.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    List<String> others =
        NAME.matcher(text)
            .results()
            .map(MatchResult::group)
            .filter(name -> !macros.contains(name))
            .distinct()
            .toList();
    Set<Integer> refused = refused(others);
    List<String> taken =
        IntStream.range(0, others.size())
            .filter(line -> refused.contains(line + 1))
            .mapToObj(others::get)
            .toList();
    assertThat(macros).contains("RemoveDirectory");
    assertThat(taken).containsAtLeast("RemoveDirectoryW", "GetVersion");
    macros.forEach(name -> assertReserved(name));
    taken.forEach(name -> assertReserved(name));
  }

  private static void assertReserved(String name) {
    assertWithMessage(name).that(ReservedNames.isWindowsName(name)).isTrue();
  }

  /** Returns the line numbers of the names that a function cannot have. */
  private Set<Integer> refused(List<String> names) throws Exception {
    Path source = folder.resolve("names.c");
    Files.writeString(
        source,
        names.stream()
            .map(name -> "struct ioproc *" + name + "(struct ioproc **);\n")
            .collect(
                Collectors.joining(
                    "", "#include <windows.h>\n#include <mmsystem.h>\n#line 1 \"names\"\n", "")));
    List<String> command = List.of(GCC, "-fsyntax-only", "-fmax-errors=0", "-w", source.toString());
    return REFUSED
        .matcher(Tools.result(command).output())
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .collect(Collectors.toSet());
  }
}
