package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.processor.support.WrapperFolder.ONE;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ioproc.processor.support.Tools;
import org.ioproc.processor.support.WrapperFolder;
import org.ioproc.wrapper.NativeSources;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wrapper's own declarations of JNI, beside those of the JDK that runs the test. */
final class JniSlotsTest {

  @TempDir Path folder;

  /** Compares the slots with the table in the JDK's own header. */
  @ParameterizedTest
  @ValueSource(strings = {"x86_64-w64-mingw32", "i686-w64-mingw32"})
  void theSlotsOfJniAreWhereTheJdkHasThem(String target) throws Exception {
    Tools.require(target + "-gcc");
    Path include = Path.of(System.getProperty("java.home"), "include");
    assumeTrue(Files.exists(include.resolve("jni.h")), "Skipped: this JDK has no jni.h.");
    WrapperFolder wrapper = new WrapperFolder(folder);
    wrapper.write(ONE);
    String ours = slots(target, "ioproc_jni.h", List.of("-I" + wrapper.shared()));
    assertThat(ours).isNotEmpty();
    // jni_md.h is the only file that differs between systems; it does not affect the tables.
    String theirs =
        slots(target, "jni.h", List.of("-I" + include, "-I" + folder.resolve("md").toString()));
    assertThat(ours).isEqualTo(theirs);
  }

  private String slots(String target, String header, List<String> includes) throws Exception {
    Files.createDirectories(folder.resolve("md"));
    Files.writeString(
        folder.resolve("md/jni_md.h"),
        """
        #define JNIEXPORT
        #define JNIIMPORT
        #define JNICALL __stdcall
        typedef long jint;
        typedef long long jlong;
        typedef signed char jbyte;
        """);
    StringBuilder source =
        new StringBuilder(
            "#include <windows.h>\n#include <stddef.h>\n#include \"" + header + "\"\n");
    source.append("const size_t slots[] = {\n");
    usedSlots().forEach((slot, table) -> source.append(offset(table, slot)));
    source.append("sizeof(JavaVMInitArgs), sizeof(JavaVMOption), sizeof(JavaVMAttachArgs),\n");
    source.append("sizeof(JNINativeMethod), sizeof(jvalue)};\n");
    Path file = folder.resolve("slots.c");
    Files.writeString(file, source);
    List<String> command = new ArrayList<>(List.of(target + "-gcc", "-S", "-o", "-"));
    command.addAll(includes);
    command.add(file.toString());
    return Tools.run(command)
        .lines()
        .filter(line -> line.contains(".quad") || line.contains(".long"))
        .reduce("", (all, line) -> all + line.strip() + "\n");
  }

  private static String offset(String table, String slot) {
    return "offsetof(struct " + table + ", " + slot + "),\n";
  }

  private static SortedMap<String, String> usedSlots() {
    SortedMap<String, String> slots = new TreeMap<>();
    String table = "";
    for (String line : NativeSources.shared().get("ioproc_jni.h").lines().toList()) {
      Matcher struct = Pattern.compile("struct (JN\\w+) \\{").matcher(line);
      Matcher slot = Pattern.compile("\\(JNICALL \\*(\\w+)\\)").matcher(line);
      if (struct.find()) {
        table = struct.group(1);
      } else if (slot.find() && !line.startsWith("typedef")) {
        slots.put(slot.group(1), table);
      }
    }
    return slots;
  }
}
