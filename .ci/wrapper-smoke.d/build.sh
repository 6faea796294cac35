# shellcheck shell=bash
# Sourced by wrapper-smoke, hostile and x86-tests: builds the folder that an application would ship, the
# programs that use it, and the runtimes and jars that are broken on purpose. Needs $work with the jars of
# the processor, and $runtimes for the broken ones.

programs=$PWD/samples/src/test/c
# Maven does not compile these. Each folder becomes a separate jar and DLL. One uses the samples' code "ZIP ".
procedures=$PWD/samples/src/test/dll
dist=$work/dist
pair=$work/pair
native=$work/classes/META-INF/ioproc
jars=$work/jars/processor
zip=$work/build/zipioproc/libzipioproc.dll.a
tar=$work/build/tarioproc/libtarioproc.dll.a
gcc=x86_64-w64-mingw32-gcc
strict=(-Wall -Wextra -Werror -O2 -static-libgcc)

build_jars() {
  mkdir -p "$work/classes" "$dist/lib"
  javac --release 17 -cp runtime/target/classes \
    -processorpath "processor/target/classes:runtime/target/classes$(printf ':%s' "$jars"/*)" \
    -d "$work/classes" "$procedures"/zip/*.java
  jar --create --file "$dist/zipioproc.jar" -C "$work/classes" .
  cp "$dist/zipioproc.jar" "$dist/tarioproc.jar"
  jar --create --file "$dist/lib/ioproc-runtime.jar" -C runtime/target/classes .
}

build_dll() {
  cmake -S "$native/$1" -B "$work/build/$1" -DCMAKE_SYSTEM_NAME=Windows \
    -DCMAKE_C_COMPILER=$gcc -DCMAKE_COMPILE_WARNING_AS_ERROR=ON
  cmake --build "$work/build/$1"
  cp "$work/build/$1/$1.dll" "$dist"
}

# build_program FILE SOURCE-OR-OPTION...: compiles a program, with the sources that all programs share.
build_program() {
  $gcc "${strict[@]}" -I"$programs" -I"$native"/{ioproc_wrapper,zipioproc,tarioproc} -o "$1" \
    "$programs"/{check,failure,files,threads}.c "${@:2}" -lwinmm
}

# build_client NAME SOURCE-OR-OPTION...: compiles a program beside the DLLs zipioproc and tarioproc.
build_client() {
  build_program "$dist/$1.exe" "${@:2}"
}

build_main_client() {
  build_client client "$programs"/wrapper/{client,installing,reading,load,process,refusal}.c \
    "$native/ioproc_wrapper/ioproc_import.c" "$zip"
}

build_clients() {
  build_main_client
  build_client race "$programs/wrapper/race.c" "$zip" "$tar"
  build_client figures "$programs"/{java.c,figures/*.c} "$tar"
  build_client unload "$programs/wrapper/unload.c"
  build_client stack "$programs/wrapper/stack.c" "$zip"
  build_client fiber "$programs"/{java.c,wrapper/fiber*.c} "$zip"
  build_client handlers "$programs/wrapper/handlers.c" "$zip"
  build_client memory "$programs/wrapper/memory.c" "$zip"
  build_client version "$programs/wrapper/version.c" -lversion
}

# Builds another DLL, with two procedures and shorter timeouts, in a separate folder.
build_pair() {
  mkdir -p "$work"/pair-classes "$pair/lib"
  javac --release 17 -cp "runtime/target/classes:$jars/*" \
    -processorpath "processor/target/classes:runtime/target/classes$(printf ':%s' "$jars"/*)" \
    -d "$work/pair-classes" "$procedures"/{zip/Tone,pair/*}.java
  jar --create --file "$pair/pair.jar" -C "$work/pair-classes" .
  cp "$dist/lib/ioproc-runtime.jar" "$jars"/jna-*.jar "$pair/lib"
  cmake -S "$work/pair-classes/META-INF/ioproc/pair" -B "$work/build/pair" \
    -DCMAKE_SYSTEM_NAME=Windows -DCMAKE_C_COMPILER=$gcc -DCMAKE_COMPILE_WARNING_AS_ERROR=ON \
    -DCMAKE_C_FLAGS="-DIOPROC_TURN_TIMEOUT=3000 -DIOPROC_START_TIMEOUT=3000"
  cmake --build "$work/build/pair"
  cp "$work/build/pair/pair.dll" "$pair"
  build_program "$pair/pair.exe" -I"$work/pair-classes/META-INF/ioproc/pair" \
    "$programs/wrapper/pair.c" "$work/build/pair/libpair.dll.a"
}

# Compiles programs that contain some of the DLL's sources.
build_parts() {
  local shared=$native/ioproc_wrapper
  build_client helper "$programs/parts/helper.c" "$shared"/ioproc_{helper,failure,process,text}.c
  build_client paths "$programs/parts/paths.c" "$shared/ioproc_text.c"
}

build_early() {
  $gcc "${strict[@]}" -I"$native/zipioproc" -shared -o "$dist/early.dll" "$programs/wrapper/early.c" \
    "$zip"
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
  head -c 100000 "$runtimes/java-17/bin/server/jvm.dll" >"$work/damaged/bin/server/jvm.dll"
  echo "$none" | i686-w64-mingw32-gcc -shared -x c -o "$work/x86/bin/server/jvm.dll" -
  echo "$none" | $gcc -shared -x c -o "$work/foreign/bin/server/jvm.dll" -
  echo "__declspec(dllexport) $old" | $gcc -shared -x c -o "$work/old/bin/server/jvm.dll" -
}

# Creates a jar whose WrapperEntry belongs to another version of the DLL.
break_runtime() {
  local source=runtime/src/main/java/org/ioproc/glue/WrapperEntry.java
  cp -r runtime/target/classes "$work/other"
  sed 's/int CONTRACT = [0-9]*;/int CONTRACT = 0;/' "$source" >"$work/WrapperEntry.java"
  if cmp -s "$source" "$work/WrapperEntry.java"; then
    echo "$source has no CONTRACT that this check could change" >&2
    return 1
  fi
  javac -proc:none --release 17 -d "$work/other-entry" \
    -cp "runtime/target/classes:$jars/*" "$work/WrapperEntry.java"
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
  build_dll zipioproc
  build_dll tarioproc
  build_clients
  build_early
  build_pair
  build_parts
  build_agent
  write_plain_files
  break_java
  break_runtime
  break_jars
}
