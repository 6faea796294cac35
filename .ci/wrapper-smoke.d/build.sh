# shellcheck shell=bash
# Sourced by wrapper-smoke, hostile and x86-tests: builds the folder that an application would ship, the
# programs that use it, and the runtimes and jars that are broken on purpose. Needs $work with the jars of
# the processor.

programs=$root/samples/src/test/c
shared=$root/processor/src/main/resources/org/ioproc/wrapper/ioproc_wrapper
# Maven does not compile these. Each folder becomes a separate jar. One uses the samples' code "ZIP ".
procedures=$root/samples/src/test/dll
dist=$work/dist
pair=$work/pair
many=$work/many
template=$root/processor/src/main/resources/org/ioproc/wrapper/template/x64.dll
jars=$work/jars/processor
wrapped=$work/wrapped
runtime=$work/ioproc-runtime.jar
architecture=${windows_architecture:-x64}
find_compiler "$architecture"
strict=(-Wall -Wextra -Werror -O2 -static-libgcc)

# compile_procedures FOLDER SOURCE-OR-OPTION...: compiles procedures into a folder.
compile_procedures() {
  javac --release 17 -cp "$(joined runtime/target/classes "$jars/*")" \
    -processorpath "$(joined processor/target/classes runtime/target/classes "$jars"/*)" -d "$@"
}

build_jars() {
  compile_procedures "$work/classes" "$procedures"/zip/*.java
  jar --create --file "$work/procedures.jar" -C "$work/classes" .
  jar --create --file "$runtime" -C runtime/target/classes .
}

# wrap FOLDER JAR OPTION...: writes the DLLs of a jar's procedures, with their headers and import libraries.
wrap() {
  java -cp processor/target/classes org.ioproc.wrapper.tool.Main wrap --output "$1" \
    --class-path "${libraries:-$runtime}" "${@:3}" "$2"
}

wrap_procedures() {
  local layout
  for layout in one-file folder; do
    wrap "$wrapped/$layout" "$work/procedures.jar" --layout "$layout" "$@"
  done
}

# Handlers that use mmio need JNA before Java 22.
wrap_with_jna() {
  local layout
  for layout in one-file folder; do
    libraries=$(joined "$runtime" "$jars"/jna-*.jar) \
      wrap "$wrapped/$layout-jna" "$work/procedures.jar" --layout "$layout"
  done
}

# ship LAYOUT: puts the DLLs into the application's folder, with the files that belong to them in that layout.
ship() {
  mkdir -p "$dist"
  rm -rf "$dist"/{lib,zipioproc.jar,tarioproc.jar}
  cp -r "$wrapped/$1/$architecture/." "$dist"
}

# Prints the path of a DLL's import library.
import_library() {
  echo "$wrapped/one-file/$architecture/$1.lib"
}

# cmake_dll FOLDER SOURCES OPTION...: builds a DLL from its generated sources.
cmake_dll() {
  cmake -S "$2" -B "$1" -DCMAKE_SYSTEM_NAME=Windows -DCMAKE_COMPILE_WARNING_AS_ERROR=ON "${@:3}"
  cmake --build "$1"
}

# Compiles what all programs share, once.
compile_common() {
  [[ ! -d $work/common ]] || return 0
  mkdir "$work/common"
  (cd "$work/common" && "${gcc[@]}" "${strict[@]}" -c "$programs"/{check,failure,files,threads}.c)
}

# build_program FILE SOURCE-OR-OPTION...: compiles a program.
build_program() {
  compile_common
  "${gcc[@]}" "${strict[@]}" -I"$programs" -I"$shared" -I"$wrapped/one-file" -o "$1" "${@:2}" "$work"/common/*.o -lwinmm
}

# build_client NAME SOURCE-OR-OPTION...: compiles a program beside the DLLs zipioproc and tarioproc.
build_client() {
  build_program "$dist/$1.exe" "${@:2}"
}

build_main_client() {
  build_client client "$programs"/wrapper/{client,installing,reading,load,process,refusal}.c \
    "$shared/ioproc_import.c" "$(import_library zipioproc)"
}

build_clients() {
  local zip tar
  zip=$(import_library zipioproc)
  tar=$(import_library tarioproc)
  build_main_client
  build_client race "$programs/wrapper/race.c" "$zip" "$tar"
  build_client figures "$programs"/{java.c,figures/*.c} "$tar"
  build_client unload "$programs/wrapper/unload.c"
  build_client stack "$programs/wrapper/stack.c" "$zip"
  build_client fiber "$programs"/{java.c,wrapper/fiber*.c} "$zip"
  build_client handlers "$programs/wrapper/handlers.c" "$zip"
  build_client memory "$programs"/{java.c,wrapper/memory.c} "$zip"
  build_client version "$programs/wrapper/version.c" -lversion
  build_client damaged "$programs/wrapper/damaged.c"
}

# Builds another DLL in a separate folder, by CMake: with two procedures and shorter timeouts.
build_pair() {
  mkdir -p "$pair/lib"
  compile_procedures "$work/pair-classes" -Aioproc.sources "$procedures"/{zip/Tone,pair/*}.java
  jar --create --file "$pair/pair.jar" -C "$work/pair-classes" .
  cp "$runtime" "$jars"/jna-*.jar "$pair/lib"
  cmake_dll "$work/build/pair" "$work/pair-classes/META-INF/ioproc/pair" -DCMAKE_C_COMPILER="${gcc[0]}" \
    -DCMAKE_C_FLAGS="-DIOPROC_TURN_TIMEOUT=3000 -DIOPROC_START_TIMEOUT=3000 -DIOPROC_DOCTOR_PATIENCE=5000"
  cp "$work/build/pair/pair.dll" "$pair"
  build_program "$pair/pair.exe" -I"$work/pair-classes/META-INF/ioproc/pair" \
    "$programs/wrapper/pair.c" "$work/build/pair/libpair.dll.a"
}

# Builds the DLL by CMake from the sources that the tool writes, with zig, in a folder with the client. Outside
# CI, zig may be missing. (CMake builds another DLL with mingw-w64.)
build_by_zig() {
  local zig
  zig=$(.ci/install-zig)
  [[ -x $zig ]] || return 0
  wrap "$work/sources" "$work/procedures.jar" --sources
  printf '#!/bin/sh\nexec "%s" cc -target x86_64-windows-gnu "$@"\n' "$zig" >"$work/zig"
  chmod +x "$work/zig"
  cmake_dll "$work/by-zig/build" "$work/sources/zipioproc" "-DCMAKE_C_COMPILER=$work/zig" \
    -DCMAKE_RC_COMPILER=x86_64-w64-mingw32-windres
  cp -r "$wrapped/folder/x64/." "$work/by-zig/build/zipioproc.dll" "$dist"/{client.exe,plain*.wav} "$work/by-zig"
}

# Writes a DLL with 64 procedures, with 30 MB of other files beside their classes, and a program that uses it.
build_many() {
  local i name classes=
  mkdir -p "$work/many-sources" "$many"
  for i in {01..64}; do
    name=P${i}IoProc
    classes+="$name.class, "
    printf '@org.ioproc.IoProc("P%s ")\npublic final class %s {\n  @org.ioproc.OnOpen\n  %s\n}\n' \
      "$i" "$name" "java.nio.ByteBuffer open(org.ioproc.MmioName name) { return Tone.wav(8000); }" |
      sed '1i package com.example;' >"$work/many-sources/$name.java"
  done
  printf '@org.ioproc.IoProcLibrary(name = "many", procedures = {%s})\npackage com.example;\n' \
    "${classes%, }" >"$work/many-sources/package-info.java"
  compile_procedures "$work/many-classes" "$procedures/zip/Tone.java" "$work"/many-sources/*.java
  head -c 30M /dev/urandom >"$work/many-classes/ballast"
  jar --create --file "$work/many.jar" -C "$work/many-classes" .
  wrap "$work/many-wrapped" "$work/many.jar" --architectures x64
  cp "$work/many-wrapped/x64/many.dll" "$many"
  build_program "$many/many.exe" "$programs/wrapper/many.c"
}

# Compiles programs that contain some of the DLL's sources.
build_parts() {
  build_client helper "$programs/parts/helper.c" \
    "$shared"/ioproc_{helper,failure,process,library,text,format}.c
  build_client paths "$programs/parts/paths.c" "$shared"/ioproc_{text,format}.c
  build_client formats "$programs/parts/formats.c" "$shared/ioproc_format.c"
  build_client ahead "$programs"/parts/ahead*.c "$shared"/ioproc_{ahead,beside,frame,opened,opened_file,remote}.c
}

build_early() {
  "${gcc[@]}" "${strict[@]}" -I"$wrapped/one-file" -shared -o "$dist/early.dll" "$programs/wrapper/early.c" \
    "$(import_library zipioproc)"
}

build_agent() {
  javac -proc:none --release 17 -d "$work/agent" "$procedures/agent/Agent.java"
  echo 'Premain-Class: com.example.Agent' >"$work/agent.mf"
  jar --create --file "$dist/agent.jar" --manifest "$work/agent.mf" -C "$work/agent" .
}

write_plain_files() {
  java -cp "$work/classes" com.example.WritePlain "$dist"/plain{,-short}.wav
}

# Creates stand-ins for jvm.dll: a DLL for 32-bit processes, the first part of a real one, a DLL that is not
# Java's, and one that returns JNI_EVERSION as an old Java does.
break_java() {
  local none='int nothing;' old='int JNI_CreateJavaVM(void) { return -3; }'
  mkdir -p "$work"/{x86,damaged,foreign,old}/bin/server
  head -c 100000 "$(java_home "${javas[0]}")/bin/server/jvm.dll" >"$work/damaged/bin/server/jvm.dll"
  echo "$none" | "${gcc[@]}" -shared -x c -o "$work/foreign/bin/server/jvm.dll" -
  echo "__declspec(dllexport) $old" | "${gcc[@]}" -shared -x c -o "$work/old/bin/server/jvm.dll" -
  local gcc
  find_compiler x86
  echo "$none" | "${gcc[@]}" -shared -x c -o "$work/x86/bin/server/jvm.dll" -
}

# other_number SOURCE NAME NUMBER: copies a source with another number.
other_number() {
  local copy
  copy=$work/$(basename "$1")
  sed "s/int $2 = [0-9]*;/int $2 = $3;/" "$1" >"$copy"
  if cmp -s "$1" "$copy"; then
    echo "$1 has no $2 that this check could change" >&2
    return 1
  fi
}

# Creates a jar that belongs to another version of the DLL, inside the process and beside it.
break_runtime() {
  local sources=runtime/src/main/java/org/ioproc
  other_number "$sources/glue/WrapperEntry.java" CONTRACT 0
  other_number "$sources/internal/beside/Protocol.java" VERSION 1000
  cp -r runtime/target/classes "$work/other"
  javac -proc:none --release 17 -d "$work/other-entry" -cp "$(joined runtime/target/classes "$jars/*")" \
    "$work"/{WrapperEntry,Protocol}.java "$sources/internal/beside/Server.java"
  cp -r "$work/other-entry/." "$work/other"
  jar --create --file "$work/other-runtime.jar" -C "$work/other" .
}

break_jars() {
  jar --create --file "$work/no-class.jar" -C "$work/classes" com/example/ZipIoProcGlue.class \
    -C "$work/classes" 'com/example/ZipIoProcInstaller$Provider.class'
  jar --create --file "$work/no-provider.jar" -C "$work/classes" com/example/ZipIoProc.class
}

build() {
  build_jars
  wrap_procedures
  wrap_with_jna
  ship one-file
  cp "$work/procedures.jar" "$dist"
  build_clients
  build_early
  build_parts
  build_beside
  build_agent
  write_plain_files
  break_java
  break_runtime
  break_jars
}

# Builds what only the checks under Wine use.
build_for_wine() {
  build_pair
  build_many
  build_by_zig
}
