package org.ioproc.processor.wrapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sources of native wrappers: DLLs through which applications use procedures without knowing
 * about Java. Four files are generated for each wrapper, in a folder with its name. The fixed
 * sources, in a folder beside it, are the same for all wrappers.
 */
public final class NativeSources {

  /** The folder of the fixed sources; no library can have this name. */
  public static final String SHARED_FOLDER = "ioproc_wrapper";

  /** The C files that are compiled with each wrapper's source. Each uses only files above it. */
  public static final List<String> FIXED_SOURCES =
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
          "ioproc_install.c",
          "ioproc_exports.c");

  /** Other files that the compilers and CMake read. */
  private static final List<String> FIXED_TEXTS =
      List.of(
          "ioproc_status.h",
          "ioproc_wrapper.h",
          "ioproc_jni.h",
          "ioproc_private.h",
          "ioproc_version.cmake",
          "ioproc_version.rc.in");

  /** The folder in the processor's jar. */
  private static final String RESOURCES = "/org/ioproc/processor/" + SHARED_FOLDER + "/";

  private NativeSources() {}

  /**
   * Generates a wrapper's files.
   *
   * @return the files' texts by their names
   */
  public static SortedMap<String, String> of(WrapperSpec wrapper) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(wrapper.name() + ".def", ModuleDefinitionWriter.write(wrapper));
    files.put(wrapper.name() + ".h", NativeHeaderWriter.write(wrapper));
    files.put(wrapper.name() + ".c", NativeSourceWriter.write(wrapper));
    files.put("CMakeLists.txt", CMakeWriter.write(wrapper));
    return files;
  }

  /**
   * Reads the files that all wrappers share.
   *
   * @return the files' texts by their names
   */
  public static SortedMap<String, String> shared() {
    SortedMap<String, String> files = new TreeMap<>();
    FIXED_TEXTS.forEach(name -> files.put(name, sharedText(name)));
    FIXED_SOURCES.forEach(name -> files.put(name, sharedText(name)));
    return files;
  }

  /** Reads one of the files that all wrappers share. */
  static String sharedText(String name) {
    try (InputStream resource = NativeSources.class.getResourceAsStream(RESOURCES + name)) {
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
