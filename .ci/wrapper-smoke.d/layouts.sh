# shellcheck shell=bash
# Sourced by wrapper-smoke: checks what differs between the layouts of a DLL: with the classes inside, or in a
# jar and a folder beside it.

layouts() {
  with_jna one-file
  through_mmio_without_jna
  ship folder
  with_jna folder
  through_mmio_without_jna
  [[ $java == 17 ]] || in_folder
  ship one-file
  if [[ $java == 17 ]]; then by_zig; else in_one_file; fi
}

in_one_file() {
  damaged_archives
  signed
  in_odd_folders
  many
}

in_folder() {
  client "in a folder, counted" direct count install play missing play-sound covered=20011 play remove plain
  client "in a folder, 64 threads" install threads
  in_odd_folders
  failures_of_the_folder
}

# with FILE OTHER NAME CHECK...: replaces a file in the folder by another, or by none, and runs the client.
# Meanwhile, the file's name is "taken-away".
with() {
  local file=$1 other=$2
  shift 2
  mv "$dist/$file" "$dist/taken-away"
  [[ $other == none ]] || cp "$other" "$dist/$file"
  client "$@"
  [[ ! -e $dist/taken-away ]] || mv "$dist/taken-away" "$dist/$file"
}

failures_of_the_folder() {
  local unusable="ioproc's classes cannot be used; the folder lib must contain ioproc-runtime, from the same build as the DLL and its jar: "
  local missing="ZipIoProc could not be created; the DLL's jar and the folder lib must contain its classes*"
  with zipioproc.jar none "no jar" install refused preload=20006 \
    text="The procedures' classes are missing: *\\zipioproc.jar does not exist" plain
  with lib/ioproc-runtime.jar none "no runtime jar" install refused preload=20007 \
    text="${unusable}java.lang.ClassNotFoundException: org.ioproc.glue.WrapperEntry" plain
  with lib/ioproc-runtime.jar "$work/other-runtime.jar" "a runtime jar of another version" \
    install refused preload=20007 \
    text="${unusable}java.lang.IncompatibleClassChangeError: The wrapper DLL and ioproc's jar must come from the same version of ioproc; these do not." plain
  with zipioproc.jar "$work/no-class.jar" "the procedure's class is missing" \
    install refused preload=20007 text="$missing: *com/example/ZipIoProc*" plain
  with zipioproc.jar "$work/no-provider.jar" "the provider is missing" install refused \
    preload=20007 text="$missing: *com.example.ZipIoProcInstaller\$Provider*" plain
  with zipioproc.jar none "repaired at run time" install preload=20006 repair=zipioproc.jar \
    preload play plain
}

# zeros COUNT: prints zero bytes.
zeros() {
  head -c "$1" /dev/zero
}

# Changes the DLL where the classes are, and runs the client.
damaged_archives() {
  local file=$work/damaged.dll size
  size=$(stat -c %s "$dist/zipioproc.dll")
  for place in $((size / 2)) $((size - 600)); do
    cp "$dist/zipioproc.dll" "$file"
    zeros 16 | dd of="$file" bs=1 seek="$place" conv=notrunc status=none
    with zipioproc.dll "$file" "zeros at $place of $size" install refused preload=20018 \
      text="The DLL is damaged*" plain
  done
  run "a DLL without a configuration" damaged.exe "$(with_backslashes "$template")"
}

# Appends what a signature would append. Java looks for the archive's end in the last 64 KB of a file.
signed() {
  { cat "$dist/zipioproc.dll"; zeros 64000; } >"$work/signed.dll"
  with zipioproc.dll "$work/signed.dll" "64000 bytes behind the DLL" install play plain
}

# The folders have no plain files, because mmio could not open them there.
in_odd_folders() {
  local name deep=$work/odd
  for name in Многоуровневая{1..4}-папка-с-очень-длинным-именем 日本語の長い名前のフォルダ{1..2}; do
    deep+=/$name
  done
  in_odd_folder "$work/Łódź folder" "Łódź folder"
  in_odd_folder "$deep" "200 Cyrillic and Japanese characters"
}

in_odd_folder() {
  local odd=$1
  mkdir -p "$odd"
  cp -r "$dist/." "$odd"
  rm "$odd"/plain*.wav
  run "$2" "$odd/client.exe" install play plain
  rm -r "$odd"
}

# Installs all procedures of a DLL that has as many as possible, and 30 MB of other files.
many() {
  local dist=$many
  run "64 procedures and 30 MB" many.exe
}

through_mmio_without_jna() {
  [[ $java != 25 ]] || { client "a handler uses mmio" through; return; }
  client "a handler uses mmio without JNA" not-through="java.lang.LinkageError: A procedure that itself uses mmio reaches native code through JNA here (FFM needs Java 22 and 64 bits; this is Java $java), and JNA cannot be loaded: NoClassDefFoundError: com/sun/jna/*. Put JNA's jar (net.java.dev.jna:jna) on the class path that the wrapper DLL is made from, or into the folder lib if that is beside the DLL. Or use Java 22 or later, which needs no JNA.*" direct plain
}

# Only on 17: on 21, JNA needs a function that Wine 8.0 lacks, and 25 needs no JNA.
with_jna() {
  [[ $java == 17 ]] || return 0
  cp -r "$wrapped/$1-jna/x64/." "$dist"
  client "a handler uses mmio with JNA, $1" through
  ship "$1"
}

# Runs the DLL that CMake built with zig.
by_zig() {
  local dist=$work/by-zig
  [[ ! -d $dist ]] || client "built by zig" count install play missing deep remove plain
}
