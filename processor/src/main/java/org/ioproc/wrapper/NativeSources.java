package org.ioproc.wrapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sources of native wrappers: DLLs through which applications use procedures without knowing
 * about Java. {@link WrapperFiles} and two more files are generated for each wrapper, in a folder
 * with its name. The fixed sources, in a folder beside it, are the same for all wrappers.
 */
public final class NativeSources {

  /** The folder of the fixed sources; no library can have this name. */
  public static final String SHARED_FOLDER = "ioproc_wrapper";

  /** The C files that are compiled with each wrapper's source. Each uses only files above it. */
  public static final List<String> FIXED_SOURCES =
      List.of(
          "ioproc_format.c",
          "ioproc_text.c",
          "ioproc_library.c",
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
          "ioproc_command.c",
          "ioproc_child.c",
          "ioproc_trial.c",
          "ioproc_archive.c",
          "ioproc_loader.c",
          "ioproc_shared.c",
          "ioproc_output.c",
          "ioproc_start.c",
          "ioproc_vm.c",
          "ioproc_natives.c",
          "ioproc_java.c",
          "ioproc_procedure.c",
          "ioproc_run.c",
          "ioproc_way.c",
          "ioproc_frame.c",
          "ioproc_input.c",
          "ioproc_question.c",
          "ioproc_exchange.c",
          "ioproc_launch.c",
          "ioproc_printed.c",
          "ioproc_peer.c",
          "ioproc_starter.c",
          "ioproc_ahead.c",
          "ioproc_remote.c",
          "ioproc_opened.c",
          "ioproc_opened_file.c",
          "ioproc_beside.c",
          "ioproc_privacy.c",
          "ioproc_report.c",
          "ioproc_computer.c",
          "ioproc_chunks.c",
          "ioproc_refusal.c",
          "ioproc_reading.c",
          "ioproc_install.c",
          "ioproc_exports.c",
          "ioproc_doctor.c");

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
  private static final String RESOURCES = "/org/ioproc/wrapper/" + SHARED_FOLDER + "/";

  private NativeSources() {}

  /**
   * Generates what CMake needs to build a wrapper, and its other files.
   *
   * @param way where Java runs
   * @return the files' texts by their names
   */
  public static SortedMap<String, String> of(Exports exports, Way way) {
    WrapperSpec wrapper = exports.wrapper();
    SortedMap<String, String> files = WrapperFiles.of(exports, Layout.FOLDER, way);
    files.put(wrapper.name() + ".c", NativeSourceWriter.write(exports, way));
    files.put("CMakeLists.txt", CMakeWriter.write(exports));
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
