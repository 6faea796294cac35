package org.ioproc.wrapper;

import java.util.stream.Collectors;

/** Writes a wrapper's CMakeLists.txt. */
final class CMakeWriter {

  private CMakeWriter() {}

  /**
   * Returns the whole file. For 32 bits it creates the import library from a second
   * module-definitions file.
   *
   * <pre>{@code
   * add_library(zipioproc_wrapper SHARED zipioproc.c "${shared}/ioproc_procedure.c" … zipioproc.def)
   * target_link_libraries(zipioproc_wrapper PRIVATE winmm advapi32)
   * }</pre>
   */
  static String write(Exports exports) {
    WrapperSpec wrapper = exports.wrapper();
    return """
    # Builds %1$s.dll and its import library with mingw-w64 or Microsoft's compiler.
    %2$s
    #
    # The build folder must be outside the classes folder, which is packed into a jar as a whole:
    #   cmake -S target/classes/META-INF/ioproc/%1$s -B target/%1$s-build
    #   cmake --build target/%1$s-build
    # On systems other than Windows, add to the first command: -DCMAKE_SYSTEM_NAME=Windows
    #   -DCMAKE_C_COMPILER=x86_64-w64-mingw32-gcc
    #
    # These variables set the DLL's properties that Windows shows, and the result of ...Version:
    #   -DIOPROC_PRODUCT=...    the product; %1$s by default
    #   -DIOPROC_VERSION=...    its version, such as 1.4.0 or 1.4.0-beta; 0.0.0 by default
    #   -DIOPROC_COPYRIGHT=...  its copyright
    # A release build is reproducible: the same compiler writes the same bytes in any folder.
    cmake_minimum_required(VERSION 3.15)

    # Checked before CMake writes more than its cache.
    get_filename_component(classes "${CMAKE_CURRENT_SOURCE_DIR}/../../.." REALPATH)
    get_filename_component(outside "${classes}" DIRECTORY)
    get_filename_component(build "${CMAKE_BINARY_DIR}" REALPATH)
    string(FIND "${build}/" "${classes}/" build_in_classes)
    if(CMAKE_CURRENT_SOURCE_DIR MATCHES "/META-INF/ioproc/%1$s$" AND build_in_classes EQUAL 0)
      message(FATAL_ERROR
        "The build folder must be outside the classes folder, which is packed into a jar as a whole. "
        "Delete CMakeCache.txt and CMakeFiles from \\"${build}\\", and choose another folder: "
        "cmake -S \\"${CMAKE_CURRENT_SOURCE_DIR}\\" -B \\"${outside}/%1$s-build\\"")
    endif()

    project(%1$s LANGUAGES C RC)

    if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
      set(CMAKE_BUILD_TYPE Release)
    endif()

    # The sources that all wrappers share are in the folder beside this one.
    set(shared "${CMAKE_CURRENT_SOURCE_DIR}/../%5$s")
    # The target's name is longer than the DLL's, because CMake reserves some names, such as clean.
    add_library(%1$s_wrapper SHARED
      %1$s.c
      %3$s
      %1$s.def)
    set_target_properties(%1$s_wrapper PROPERTIES PREFIX "" OUTPUT_NAME "%1$s")
    target_include_directories(%1$s_wrapper
      PRIVATE "${shared}"
      INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}")
    target_link_libraries(%1$s_wrapper PRIVATE winmm advapi32)
    include("${shared}/ioproc_version.cmake")
    ioproc_add_version(%1$s_wrapper %1$s)

    set(release "$<OR:$<CONFIG:Release>,$<CONFIG:MinSizeRel>>")
    if(MSVC)
      # Control Flow Guard and its load configuration; no time stamps.
      target_compile_options(%1$s_wrapper PRIVATE
        "$<$<COMPILE_LANGUAGE:C>:/W4;/utf-8;/guard:cf>"
        "$<$<AND:$<COMPILE_LANGUAGE:C>,${release}>:/Brepro>")
      target_link_options(%1$s_wrapper PRIVATE /guard:cf "$<${release}:/Brepro>")
    else()
      target_compile_options(%1$s_wrapper PRIVATE "$<$<COMPILE_LANGUAGE:C>:-Wall;-Wextra>")
      # The DLL needs none of the compiler's DLLs. A release has no symbols. Zig's linker cannot omit
      # the time of the build, but replaces it by a hash.
      include(CheckCSourceCompiles)
      set(CMAKE_REQUIRED_LINK_OPTIONS -Wl,--no-insert-timestamp)
      check_c_source_compiles("int main(void) { return 0; }" can_omit_time)
      unset(CMAKE_REQUIRED_LINK_OPTIONS)
      target_link_options(%1$s_wrapper PRIVATE -static-libgcc "$<${release}:-s>"
        $<IF:$<BOOL:${can_omit_time}>,-Wl$<COMMA>--no-insert-timestamp,-Wl$<COMMA>-Brepro>)
      # Most of gcc's time would go into reading Windows' headers, so it reads them once. gcc rejects
      # the result for %1$s.c, which alone is compiled with IOPROC_VERSION.
      if(CMAKE_C_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_VERSION VERSION_LESS 3.16)
        target_precompile_headers(%1$s_wrapper PRIVATE "${shared}/ioproc_private.h")
        set_source_files_properties("%1$s.c" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
      endif()
    endif()

    # A 32-bit compiler decorates names, as in Install...@0. The DLL exports undecorated names, which
    # programs in other languages look up; --enable-stdcall-fixup lets the linker match them.
    # The linker's import library has undecorated names, too, and C programs cannot link with it, so
    # dlltool replaces it. dlltool writes the library's path and the names of its temporary files into
    # the library; both are fixed here, to keep the build reproducible.
    if(MINGW AND CMAKE_SIZEOF_VOID_P EQUAL 4)
      target_link_options(%1$s_wrapper PRIVATE -Wl,--enable-stdcall-fixup)
      file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/%1$s-x86.def" [=[
    LIBRARY "%1$s.dll"
    EXPORTS
    %4$s]=])
      add_custom_command(TARGET %1$s_wrapper POST_BUILD
        COMMAND "${CMAKE_DLLTOOL}" --kill-at --temp-prefix %1$s
          --input-def "${CMAKE_CURRENT_BINARY_DIR}/%1$s-x86.def"
          --output-lib "$<TARGET_LINKER_FILE_NAME:%1$s_wrapper>"
        WORKING_DIRECTORY "$<TARGET_LINKER_FILE_DIR:%1$s_wrapper>"
        VERBATIM)
    endif()
    """
        .formatted(
            wrapper.name(),
            wrapper.origin("# "),
            sharedSources(),
            ModuleDefinitionWriter.decorated(exports),
            NativeSources.SHARED_FOLDER);
  }

  private static String sharedSources() {
    return NativeSources.FIXED_SOURCES.stream()
        .map(name -> "\"${shared}/" + name + "\"")
        .collect(Collectors.joining("\n  "));
  }
}
