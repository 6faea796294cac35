package org.ioproc.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The source of native wrappers: DLLs by which applications that know nothing of Java use
 * procedures. Each has four files of its own, in a folder of its name; the others are the same for
 * all, in a folder beside those.
 */
final class NativeSources {

  /** The folder of what all wrappers share; no library can have this name. */
  static final String SHARED_FOLDER = "ioproc_wrapper";

  /** What is compiled besides the library's own source: each uses those above it alone. */
  static final List<String> FIXED_SOURCES =
      List.of(
          "ioproc_text.c",
          "ioproc_import.c",
          "ioproc_call.c",
          "ioproc_process.c",
          "ioproc_failure.c",
          "ioproc_turn.c",
          "ioproc_helper.c",
          "ioproc_exception.c",
          "ioproc_policy.c",
          "ioproc_file.c",
          "ioproc_candidate.c",
          "ioproc_registry.c",
          "ioproc_search.c",
          "ioproc_runtime.c",
          "ioproc_harmless.c",
          "ioproc_demand.c",
          "ioproc_options.c",
          "ioproc_reservation.c",
          "ioproc_child.c",
          "ioproc_trial.c",
          "ioproc_loader.c",
          "ioproc_output.c",
          "ioproc_start.c",
          "ioproc_vm.c",
          "ioproc_natives.c",
          "ioproc_java.c",
          "ioproc_procedure.c",
          "ioproc_run.c",
          "ioproc_exports.c");

  /** What the compilers read besides. */
  private static final List<String> FIXED_TEXTS =
      List.of(
          "ioproc_status.h",
          "ioproc_wrapper.h",
          "ioproc_jni.h",
          "ioproc_private.h",
          "ioproc_version.cmake",
          "ioproc_version.rc.in");

  private NativeSources() {}

  /**
   * Writes a wrapper's own files.
   *
   * @return their texts by their names
   */
  static SortedMap<String, String> of(NativeLibrary library) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(library.name() + ".def", ModuleDefinitionWriter.write(library));
    files.put(library.name() + ".h", NativeHeaderWriter.write(library));
    files.put(library.name() + ".c", NativeSourceWriter.write(library));
    files.put("CMakeLists.txt", CMakeWriter.write(library));
    return files;
  }

  /**
   * Reads what all wrappers share.
   *
   * @return the files' texts by their names
   */
  static SortedMap<String, String> shared() {
    SortedMap<String, String> files = new TreeMap<>();
    FIXED_TEXTS.forEach(name -> files.put(name, sharedText(name)));
    FIXED_SOURCES.forEach(name -> files.put(name, sharedText(name)));
    return files;
  }

  /** Reads one of the files that all wrappers share. */
  static String sharedText(String name) {
    return resource(SHARED_FOLDER + "/" + name);
  }

  /** Reads one of the processor's own files. */
  static String resource(String name) {
    try (InputStream resource = NativeSources.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(
            "The processor's jar is damaged: " + name + " is missing from it.");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
