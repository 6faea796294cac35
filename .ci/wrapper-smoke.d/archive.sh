# shellcheck shell=bash
# Sourced by wrapper-smoke: checks the class-data archive beside a DLL. An archive that does not fit must not be used,
# the log must say so, and files must open.

archives() {
  local archive=$dist/zipioproc.jsa
  local -x WINEDLLOVERRIDES=$overrides_beside
  record a.zip+tone.wav
  used "an archive"
  wrong_archives
  rm -f "$archive"
  unwritable_archives
  if [[ $java == 25 ]]; then
    with_options
    archive_in_folder
  fi
  rm -f "$archive"
}

# record NAME: creates the archive as an installer does, while the doctor opens a file of that name.
record() {
  report --archive "$1"
  contains 'archive  *.*\.jsa is being recorded' 'written  *.*\.jsa$' '^Nothing wrong was found'
}

# open_logged NAME PATTERN...: opens files, and checks the log.
open_logged() {
  rm -f "$dist/ioproc.log"
  IOPROC_LOG=ioproc.log client "$1" install play missing
  logged "$@"
}

# used NAME: checks that Java takes a class from the archive.
used() {
  echo '-Xlog:class+load' >"$dist/zipioproc.vmoptions"
  open_logged "$1" 'zipioproc\.jsa is used' 'com.example.ZipIoProcGlue source: shared objects file (top)'
  rm "$dist/zipioproc.vmoptions"
}

# unused NAME REASON: checks that Java is not given the archive.
unused() {
  open_logged "$1" "zipioproc\.jsa is not used, because $2"
  result "$(grep -q 'jsa is used' "$dist/ioproc.log" && echo FAILED || echo ok)" "$1: Java does not get it"
}

wrong_archives() {
  local good=$work/good.jsa size
  mv "$archive" "$good"
  size=$(stat -c %s "$good")
  cp "$good" "$archive"
  zeros 16 | dd of="$archive" bs=1 seek=$((size / 2)) conv=notrunc status=none
  unused "a damaged archive" 'it is damaged'
  head -c $((size / 2)) "$good" >"$archive"
  unused "half an archive" 'it is damaged'
  : >"$archive"
  unused "an empty archive" 'it is damaged'
  rm "$archive"
  mkdir "$archive"
  unused "a folder in its place" 'it could not be read'
  rmdir "$archive"
  if [[ -e $work/other.jsa ]]; then
    cp "$work/other.jsa" "$archive"
    unused "another Java's archive" 'it was created for another Java'
  fi
  cp "$good" "$archive"
  touch "$dist/zipioproc.dll"
  unused "another DLL's archive" 'it was created for another Java or other classes'
  mv "$good" "$work/other.jsa"
}

# No file can be written where a folder is: what Java writes, or the archive itself.
unwritable_archives() {
  mkdir "$archive.new"
  says "an archive that cannot be written" 'No archive was recorded: zipioproc.jsa.new could not be written (Windows error *' --archive a.zip+tone.wav
  rmdir "$archive.new"
  mkdir "$archive"
  says "an archive that cannot be replaced" '*zipioproc.jsa could not be written (Windows error *' --archive
  rmdir "$archive"
  result "$([[ ! -e $archive.new ]] && echo ok || echo FAILED)" "an archive that cannot be replaced: nothing is left"
}

# Options of the application's own decide.
with_options() {
  record a.zip+tone.wav
  with_vmoptions "a class path beside an archive" '-Djava.class.path=absent.jar\n' install play
  with_vmoptions "no sharing beside an archive" '-Xshare:off\n' install play
  rm "$archive"
  echo '-Xshare:auto' >"$dist/zipioproc.vmoptions"
  says "an archive against the options" 'No archive was recorded: archives are not used, because an option *' --archive
  rm "$dist/zipioproc.vmoptions"
  IOPROC_JAVA=beside says "an archive beside the process" 'No archive was recorded, because Java runs beside *' --archive
}

archive_in_folder() {
  ship folder
  record a.zip+tone.wav
  used "an archive, in a folder"
  touch "$dist/lib/ioproc-runtime.jar"
  unused "an archive of other jars" 'it was created for another Java or other classes'
  ship one-file
}
