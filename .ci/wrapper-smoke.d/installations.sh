# shellcheck shell=bash
# Sourced by wrapper-smoke: checks which Java the DLL chooses on computers with several. Each home contains a
# stub in place of jvm.dll, which is never loaded. computer_table.c describes the computers.

homes=$work/homes

# stub FILE COMPILER [FILE_VERSION PRODUCT_VERSION]: creates a stub. Versions are written as 21,0,8,0. Without
# them, the stub has no version resource.
stub() {
  local object=()
  if [[ -n ${3:-} ]]; then
    printf '1 VERSIONINFO\nFILEVERSION %s\nPRODUCTVERSION %s\nBEGIN\nEND\n' "$3" "$4" |
      "${2%gcc}windres" -O coff -o "$work/version.o"
    object=("$work/version.o")
  fi
  echo 'int nothing;' >"$work/stub.c"
  "$2" -shared -o "$1" "$work/stub.c" "${object[@]}"
}

# home NAME VERSION [STUB]: creates a home as an installer would.
home() {
  mkdir -p "$homes/$1"/{bin/server,lib}
  cp "${3:-$work/stub.dll}" "$homes/$1/bin/server/jvm.dll"
  touch "$homes/$1/lib/modules" "$homes/$1/bin/java.exe"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_RUNTIME_VERSION="%s+9"\nJAVA_VERSION="%s"\n' "$2" "$2" \
    >"$homes/$1/release"
}

build_homes() {
  local version
  stub "$work/stub.dll" x86_64-w64-mingw32-gcc
  for version in 9 11.0.20 17.0.9 17.0.10 21.0.8 25-ea 25.0.2; do
    home "jdk-$version" "$version"
  done
  home "jre 21.0.8" 21.0.8
  # Java 8: a JDK with its runtime in the folder jre, and a runtime whose file version is HotSpot's.
  home jdk8 1.8.0_402
  mkdir "$homes/jdk8/jre"
  mv "$homes/jdk8/bin/server" "$homes/jdk8/lib" "$homes/jdk8/jre"
  mkdir "$homes/jdk8/jre/bin"
  mv "$homes/jdk8/jre/server" "$homes/jdk8/jre/bin"
  stub "$work/stub8.dll" x86_64-w64-mingw32-gcc 25,402,0,6 8,0,4020,6
  home jre8 1.8.0_402 "$work/stub8.dll"
  rm "$homes/jre8/release" "$homes/jre8/lib/modules"
  # A runtime as jlink and jpackage write it, without the optional parts.
  stub "$work/stub21.dll" x86_64-w64-mingw32-gcc 21,0,8,0 21,0,8,0
  home image 21.0.8 "$work/stub21.dll"
  rm "$homes/image/release" "$homes/image/bin/java.exe"
  stub "$work/stub32.dll" i686-w64-mingw32-gcc
  home jdk-32-bit 21.0.8 "$work/stub32.dll"
  home cut-off 25.0.2
  truncate -s 20K "$homes/cut-off/bin/server/jvm.dll"
  home empty-file 25.0.2
  : >"$homes/empty-file/bin/server/jvm.dll"
  home no-classes 25.0.2
  rm "$homes/no-classes/lib/modules"
  home no-version 17
  rm "$homes/no-version/release"
  mkdir -p "$homes/javapath" "$homes/no-java"
  touch "$homes/javapath/java.exe"
  for version in $(seq 10 49); do
    home "a folder with quite a long name for number $version" "11.0.$version"
  done
}

installations() {
  build_homes
  build_client installations "$programs"/installations/*.c "$(import_library zipioproc)" -ladvapi32
  IOPROC_LOG=$(with_backslashes "$work")'\installations.log' \
    run installations installations.exe "$(with_backslashes "$homes")"
}

# Creates runtimes as jlink and jpackage write them: one without programs, and one with a java.exe that fails,
# which reveals that the DLL has tried it.
link_runtimes() {
  local runtime=$1
  mkdir -p "$work/no-launcher" "$work/bad-launcher"
  cp -rs "$runtime/." "$work/no-launcher"
  rm "$work"/no-launcher/bin/*.exe
  cp -r "$work/no-launcher/." "$work/bad-launcher"
  echo 'int main(void) { return 7; }' | "${gcc[@]}" -x c -o "$work/bad-launcher/bin/java.exe" -
}

# Checks that the DLL tries java.exe, which then fails, only for options that may end the process.
trials() {
  local home=$IOPROC_JAVA_HOME refusal='Java does not start with the options in *(exit code 7)*'
  link_runtimes "$1"
  IOPROC_JAVA_HOME=$(with_backslashes "$work/bad-launcher")
  JAVA_TOOL_OPTIONS="-Dx -Dfile.encoding=UTF-8 -Dname='a b' -ea -da:org... -esa -Xms32m -Xmx64m" \
    _JAVA_OPTIONS='--add-opens=java.base/java.lang=ALL-UNNAMED -verbose:class' \
    client "no trial for harmless options" direct read-plain
  with_vmoptions "no trial for a property beside the DLL" '-Dx=y\n' direct
  JAVA_TOOL_OPTIONS=-XX:+UseSerialGC client "a trial for others" preload=20004 text="$refusal"
  with_vmoptions "a trial for another beside the DLL" '-javaagent:absent\n' preload=20004 \
    text="$refusal"
  _JAVA_OPTIONS=-Djava.system.class.loader=x client "a trial for some properties" preload=20004 \
    text="$refusal"
  JAVA_TOOL_OPTIONS='"-Dx' client "a trial for an unmatched quotation mark" preload=20004 text="$refusal"
  IOPROC_JAVA_HOME=$(with_backslashes "$work/no-launcher")
  JAVA_TOOL_OPTIONS=-XX:+UseSerialGC client "no launcher" direct
  rm "$work/no-launcher/lib/modules"
  client "no classes" install preload=20003 \
    text="*is incomplete: it has no lib\\modules*; nor beside this process: *has no bin\\java.exe*"
  rm -r "$work/no-launcher" "$work/bad-launcher"
  IOPROC_JAVA_HOME=$home
}

# Limits the address space to 2.9 GB, of which the program leaves a part. Either Java starts, or Preload
# reports that there is no room.
memory() {
  local -x IOPROC_JAVA=inside
  local left
  for left in 64 700 1300; do
    (ulimit -v 3000000; run "little memory" memory.exe "$left")
  done
  (ulimit -v 3000000; client "2.9 GB of addresses" install play)
  (ulimit -v 3000000; _JAVA_OPTIONS=-Xmx4g client "too large a heap" install refused \
    preload=20015 text="This process has no room for Java, which needs 4096 MB for its heap*")
  IOPROC_JAVA=
  memory_by_itself
}

# The program leaves 64 MB, which are too few for Java's heap, or 13 MB, which are too few even for jvm.dll. So the
# DLL starts Java in another process, which may use 2.9 GB itself.
memory_by_itself() {
  local -x WINEDLLOVERRIDES=$overrides_beside
  (ulimit -v 3000000; run "no room for the heap, beside" memory.exe 64 'This process has no room for Java*')
  (ulimit -v 3000000; run "no room for jvm.dll, beside" memory.exe 13 '*jvm.dll could not be loaded (Windows error 8)')
}
