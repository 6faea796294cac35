# shellcheck shell=bash
# Sourced by wrapper-smoke and x86-tests: makes the folder that an application would ship, the programs
# that use it, and what is broken on purpose. Needs $work, processor's jars in it, and $runtimes for
# what is broken.

here=$PWD/.ci/wrapper-smoke.d
dist=$work/dist
pair=$work/pair
native=$work/classes/META-INF/ioproc
jars=$work/jars/processor
gcc=x86_64-w64-mingw32-gcc
refusal=("$here/refusal.c" "$native/ioproc_wrapper/ioproc_import.c")
strict=(-Wall -Wextra -Werror -O2 -static-libgcc)

build_jars() {
  mkdir -p "$work/classes" "$dist/lib"
  javac --release 17 -cp runtime/target/classes \
    -processorpath "processor/target/classes:runtime/target/classes$(printf ':%s' "$jars"/*)" \
    -d "$work/classes" "$here"/{Tone,Garbage,Noise,Bare,ThroughMmio,ZipIoProc,TarIoProc}.java
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

build_client() {
  local program=$1
  shift
  $gcc "${strict[@]}" -I"$native"/{ioproc_wrapper,zipioproc,tarioproc} -o "$dist/$program.exe" \
    "$here"/{"$program",check,tone}.c "$@" -lwinmm
}

build_clients() {
  local zip=$work/build/zipioproc/libzipioproc.dll.a tar=$work/build/tarioproc/libtarioproc.dll.a
  build_client client "${refusal[@]}" "$zip"
  build_client race "$zip" "$tar"
  build_client figures "$tar"
  build_client unload
  build_client stack "$zip"
  build_client fiber "$zip"
  build_client handlers "$zip"
  build_client version -lversion
}

# A second DLL, with two procedures and shorter timeouts, in a separate folder.
build_pair() {
  mkdir -p "$work"/pair-classes "$pair/lib"
  javac --release 17 -cp "runtime/target/classes:$jars/*" \
    -processorpath "processor/target/classes:runtime/target/classes$(printf ':%s' "$jars"/*)" \
    -d "$work/pair-classes" "$here"/{Tone,pair/*}.java
  jar --create --file "$pair/pair.jar" -C "$work/pair-classes" .
  cp "$dist/lib/ioproc-runtime.jar" "$jars"/jna-*.jar "$pair/lib"
  cmake -S "$work/pair-classes/META-INF/ioproc/pair" -B "$work/build/pair" \
    -DCMAKE_SYSTEM_NAME=Windows -DCMAKE_C_COMPILER=$gcc -DCMAKE_COMPILE_WARNING_AS_ERROR=ON \
    -DCMAKE_C_FLAGS="-DIOPROC_PATIENCE=3000 -DIOPROC_START_PATIENCE=3000"
  cmake --build "$work/build/pair"
  cp "$work/build/pair/pair.dll" "$pair"
  $gcc "${strict[@]}" -I"$work/pair-classes/META-INF/ioproc/pair" -o "$pair/pair.exe" \
    "$here"/{pair,check,tone}.c "$work/build/pair/libpair.dll.a" -lwinmm
}

build_helper() {
  $gcc "${strict[@]}" -I"$native/ioproc_wrapper" -I"$here" -o "$dist/helper.exe" \
    "$here"/{helper,check}.c "$native"/ioproc_wrapper/ioproc_{helper,failure,process,text}.c
}

build_paths() {
  $gcc "${strict[@]}" -I"$native/ioproc_wrapper" -I"$here" -o "$dist/paths.exe" \
    "$here"/{paths,check}.c "$native/ioproc_wrapper/ioproc_text.c"
}

build_early() {
  $gcc "${strict[@]}" -I"$native/zipioproc" -shared -o "$dist/early.dll" "$here/early.c" \
    "$work/build/zipioproc/libzipioproc.dll.a"
}

build_java_host() {
  javac -proc:none --release 17 -d "$work/host" -cp "runtime/target/classes:$jars/*" \
    "$here/JavaHost.java"
}

build_agent() {
  javac -proc:none --release 17 -d "$work/agent" "$here/Agent.java"
  echo 'Premain-Class: com.example.Agent' >"$work/agent.mf"
  jar --create --file "$dist/agent.jar" --manifest "$work/agent.mf" -C "$work/agent" .
}

write_plain_files() {
  javac -proc:none --release 17 -d "$work/host" -cp "$work/classes" "$here/WritePlain.java"
  java -cp "$work/host:$work/classes" com.example.WritePlain "$dist"/plain{,-short}.wav
}

# What is in the place of jvm.dll: a DLL for 32-bit processes, the beginning of a real one, a DLL that
# is none of Java's, and one that says what an old Java does, JNI_EVERSION.
break_java() {
  local none='int nothing;' old='int JNI_CreateJavaVM(void) { return -3; }'
  mkdir -p "$work"/{x86,damaged,foreign,old}/bin/server
  head -c 100000 "$runtimes/java-17/bin/server/jvm.dll" >"$work/damaged/bin/server/jvm.dll"
  echo "$none" | i686-w64-mingw32-gcc -shared -x c -o "$work/x86/bin/server/jvm.dll" -
  echo "$none" | $gcc -shared -x c -o "$work/foreign/bin/server/jvm.dll" -
  echo "__declspec(dllexport) $old" | $gcc -shared -x c -o "$work/old/bin/server/jvm.dll" -
}

# A jar whose WrapperEntry says that it belongs to another version of the DLL.
break_runtime() {
  local source=runtime/src/main/java/org/ioproc/glue/WrapperEntry.java
  cp -r runtime/target/classes "$work/other"
  sed 's/int CONTRACT = [0-9]*;/int CONTRACT = 0;/' "$source" >"$work/WrapperEntry.java"
  if cmp -s "$source" "$work/WrapperEntry.java"; then
    echo "$source has another CONTRACT than this check expects" >&2
    return 1
  fi
  javac -proc:none --release 17 -d "$work/other-host" \
    -cp "runtime/target/classes:$jars/*" "$work/WrapperEntry.java"
  cp -r "$work/other-host/." "$work/other"
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
  build_paths
  build_helper
  build_java_host
  build_agent
  write_plain_files
  break_java
  break_runtime
  break_jars
}
