package org.ioproc.processor;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.processor.support.WrapperFolder.ONE;
import static org.ioproc.processor.support.WrapperFolder.TWO;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ioproc.processor.support.Tools;
import org.ioproc.processor.support.WrapperFolder;
import org.ioproc.wrapper.Export;
import org.ioproc.wrapper.NativeSources;
import org.ioproc.wrapper.ProcedureSpec;
import org.ioproc.wrapper.WrapperSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compiles the generated wrapper. Without the mingw-w64 compilers, the tests are skipped, but fail
 * in CI.
 */
@Tag("c-compiler")
final class NativeCompilationTest {

  @TempDir Path folder;

  private WrapperFolder wrapper() {
    return new WrapperFolder(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x86_64-w64-mingw32", "i686-w64-mingw32"})
  void compilesWithoutWarningAndExportsItsDefinitions(String target) throws Exception {
    Tools.require(target + "-gcc");
    wrapper().write(TWO);
    assertThat(WrapperFolder.exportsOf(target, compile(target, TWO)))
        .isEqualTo(WrapperFolder.definitions(TWO));
  }

  /** Tries C and C++, and two libraries with the same procedure. */
  @ParameterizedTest
  @ValueSource(strings = {"gcc", "g++"})
  void eachFunctionHasATypeForGetProcAddress(String compiler) throws Exception {
    for (String target : List.of("x86_64-w64-mingw32-", "i686-w64-mingw32-")) {
      Tools.require(target + compiler);
      wrapper().write(ONE);
      Path client =
          wrapper().write(TWO).resolve(compiler.equals("gcc") ? "client.c" : "client.cpp");
      Files.writeString(client, client());
      check(target + compiler, client);
    }
  }

  private static String client() {
    return """
    #include "zipioproc.h"
    #include "my_audio.h"
    #include "my_audio.h"

    void find(HMODULE dll);
    void find(HMODULE dll)
    {
    %s}
    """
        .formatted(
            TWO.exports().stream().map(NativeCompilationTest::find).collect(Collectors.joining()));
  }

  private static String find(Export export) {
    return """
        PFN_%1$s p%1$s = %1$s;
        p%1$s = (PFN_%1$s)(void (*)(void))GetProcAddress(dll, "%1$s");
        (void)p%1$s;
    """
        .formatted(export.name());
  }

  /** Compiles the source as C, and the header as C++. */
  @ParameterizedTest
  @ValueSource(strings = {"x86_64-w64-mingw32-", "i686-w64-mingw32-"})
  void classesMayHaveNamesOfCAndWindows(String target) throws Exception {
    Tools.require(target + "g++");
    List<ProcedureSpec> procedures =
        Stream.of("register", "and", "main", "DllMain", "PlaySound", "WAVEHDR", "ERROR", "TRUE")
            .map(name -> new ProcedureSpec(name, "ZIP ", name + "Installer$Provider", name))
            .toList();
    Path own = wrapper().write(new WrapperSpec("names", procedures));
    Path client = Files.writeString(own.resolve("client.cpp"), "#include \"names.h\"\n");
    check(target + "gcc", own.resolve("names.c"));
    check(target + "g++", client);
  }

  private void check(String compiler, Path source) throws Exception {
    Tools.run(
        compiler,
        "-Wall",
        "-Wextra",
        "-Wpedantic",
        "-Werror",
        "-fsyntax-only",
        "-I" + wrapper().shared(),
        "-I" + wrapper().sources("zipioproc"),
        source.toString());
  }

  private Path compile(String target, WrapperSpec library) throws Exception {
    Path dll = folder.resolve(library.name() + ".dll");
    Path shared = wrapper().shared();
    Path own = wrapper().sources(library.name());
    List<String> compiler = List.of(target + "-gcc", "-O2", "-Wall", "-Wextra", "-Werror");
    precompileHeaders(compiler, shared);
    List<String> command = new ArrayList<>(compiler);
    command.addAll(
        List.of(
            "-shared",
            "-static-libgcc",
            "-Wl,--enable-stdcall-fixup",
            "-I" + shared,
            "-o",
            dll.toString(),
            own.resolve(library.name() + ".c").toString(),
            own.resolve(library.name() + ".def").toString()));
    NativeSources.FIXED_SOURCES.forEach(file -> command.add(shared.resolve(file).toString()));
    command.add("-lwinmm");
    command.add("-ladvapi32");
    Tools.run(command);
    return dll;
  }

  /** Saves most of the time, which gcc would spend on reading Windows' headers for each source. */
  private static void precompileHeaders(List<String> compiler, Path shared) throws Exception {
    List<String> command = new ArrayList<>(compiler);
    command.add(shared.resolve("ioproc_private.h").toString());
    Tools.run(command);
  }
}
