# shellcheck shell=bash
# Sourced by wrapper-smoke: breaks installations in ways that users report, and checks the sentence with which the
# DLL's command for rundll32 explains each.

doctor() {
  : >"$work/said"
  local -x WINEDLLOVERRIDES="$WINEDLLOVERRIDES;explorer.exe=d"
  healthy
  without_usable_java
  wrong_settings
  wrong_files
  broken_dlls
  no_rights
  arguments
  personal_names
  never_returns
  damaged_archive
  table_is_said
}

# report ARGUMENT...: runs the command in the application's folder, and writes the report to a file.
report() {
  rm -f "$work/the report.txt"
  (cd "$dist" && run_program 60 rundll32 "${dll:-zipioproc.dll,ZipIoProcDoctor}" --no-open \
    "--report=$(with_backslashes "$work")\\the report.txt" "$@" >"$work/out.txt" 2>"$work/err.txt") || true
  keep_report "$work/the report.txt"
}

# keep_report FILE: an empty one if there is none.
keep_report() {
  { tr -d '\r' <"$1" >"$work/report"; } 2>/dev/null || : >"$work/report"
}

# says NAME SENTENCE ARGUMENT...: checks the report's first problem, or its last line if it has none. The sentence
# is a pattern. Afterwards the report must be complete.
says() {
  local line
  report "${@:3}"
  line=$(grep -m 1 '^!' "$work/report" || tail -n 1 "$work/report")
  echo "${line#! }" >>"$work/said"
  # The sentence is a pattern.
  # shellcheck disable=SC2053
  if [[ ${line#! } == $2 ]] && grep -q ' found\. \|^Nothing wrong' "$work/report"; then
    result ok "doctor, $1: ${line#! }"
  else
    result FAILED "doctor, $1: ${line#! }"
    indented <"$work/report"
  fi
}

# contains PATTERN...: checks the last report.
contains() {
  local pattern
  for pattern in "$@"; do
    result "$(grep -q -- "$pattern" "$work/report" && echo ok || echo FAILED)" "doctor, the report has: $pattern"
  done
}

healthy() {
  local -x JAVA_TOOL_OPTIONS='-Dsecret=word -Djna.tmpdir=Z:\tmp'
  says "nothing is wrong" 'Nothing wrong was found.' a.zip+tone.wav
  contains 'zipioproc\.dll, for x64' 'version  *0\.0\.0$' "inside .*IOPROC_JAVA_HOME .* can be used: Java $java" \
    'chosen .*found in IOPROC_JAVA_HOME' 'read whole  *8044 bytes' 'RIFF WAVE, 8036 bytes at 8' \
    'data, 8000 bytes at 44' 'JAVA_TOOL_OPTIONS=-Dsecret=\.\.\. -Djna.tmpdir=Z:'
  IOPROC_JAVA=beside says "nothing is wrong beside" 'Nothing wrong was found.' a.zip+tone.wav
  contains "beside .*IOPROC_JAVA_HOME .* can be used: Java $java" 'chosen .*beside this process: IOPROC_JAVA or'
}

without_usable_java() {
  local -x IOPROC_JAVA_HOME=
  says "no Java" 'No Java runtime (17 or later) was found: IOPROC_JAVA_HOME is not set; *'
  contains '^One problem was found'
  IOPROC_JAVA_HOME=$(with_backslashes "$homes/jdk-11.0.20")
  says "Java 11" 'No Java runtime * was found: *jdk-11.0.20) is Java 11.0.20, older than 17; *'
  IOPROC_JAVA_HOME=$(with_backslashes "$homes/jdk-32-bit")
  IOPROC_JAVA=inside says "a Java of another architecture" \
    'No Java runtime * was found: *jdk-32-bit) is not for 64-bit processes like this one; *'
  IOPROC_JAVA_HOME=$damaged
  IOPROC_JAVA=inside says "a damaged Java" '*\jvm.dll could not be loaded (Windows error *'
  contains 'inside .*has a damaged jvm.dll'
}

wrong_settings() {
  IOPROC_JAVA=besides says "a wrong setting" 'IOPROC_JAVA and * must be "inside" or "beside", not "besides" *'
  echo '-XX:+NoSuchThing' >"$dist/zipioproc.vmoptions"
  says "a wrong option" "Java does not start with the options in zipioproc.vmoptions, *'NoSuchThing'*"
  rm "$dist/zipioproc.vmoptions"
  SMOKE_FAIL=constructor says "a constructor throws" \
    'ZipIoProc could not be created: *: the constructor fails as SMOKE_FAIL says (status 20008)'
}

wrong_files() {
  says "an unknown element" 'mmio could not open "a.zip+nothing" (error 257): *nothing*' a.zip+nothing
  says "a handler that fails" 'mmio could not open "a.zip+fault" *: noise from a fault' a.zip+fault
  says "an unknown extension" 'mmio could not open "a.zpi+tone.wav" (error 257): *; mmio looked for an ordinary file, because no procedure is installed under "ZPI ". This DLL has procedures for "ZIP ".' a.zpi+tone.wav
  report a.zip+exit
  result "$(tail -n 1 "$work/report" | grep -q '^  opening .*has ended the process' && echo ok || echo FAILED)" \
    "doctor, a handler that ends the process: $(tail -n 1 "$work/report")"
  says "no +" 'mmio could not open "tone.wav" (error 257): the file was not found; *the name has no "+"*' tone.wav
  mkdir "$dist/a folder"
  says "a folder without a +" 'A program must name a file, but this is a folder. *' a folder
  rmdir "$dist/a folder"
  head -c 100 "$dist/plain.wav" >"$dist/cut.wav"
  says "a sound that is cut off" 'Chunk "RIFF" at 8 has * bytes according to its header, but only 92 bytes follow. *' cut.wav
  rm "$dist/cut.wav"
}

# without FILE NAME SENTENCE: with a file taken away from the application's folder.
without() {
  mv "$dist/$1" "$dist/taken-away"
  says "${@:2}"
  mv "$dist/taken-away" "$dist/$1"
}

broken_dlls() {
  local size dll
  ship folder
  without zipioproc.jar "no jar" "The procedures' classes are missing: *\\zipioproc.jar does not exist (status 20006)"
  without lib/ioproc-runtime.jar "no runtime jar" "ioproc's classes cannot be used; the folder lib must contain ioproc-runtime, *"
  ship one-file
  size=$(stat -c %s "$dist/zipioproc.dll")
  zeros 16 | dd of="$dist/zipioproc.dll" bs=1 seek=$((size - 600)) conv=notrunc status=none
  says "a damaged DLL" 'The DLL is damaged* (status 20018)'
  ship one-file
  cp "$template" "$dist/template.dll"
  dll='template.dll,#4' says "a DLL without its data" 'The DLL is damaged; * (status 20018)'
  rm "$dist/template.dll"
}

# Without the rights of root, and with a Wine server that lacks them, too.
no_rights() {
  local -x WINEPREFIX=$WINEPREFIX
  local drop=()
  [[ $(id -u) != 0 ]] || drop=(setpriv --bounding-set -dac_override,-dac_read_search)
  cp "$dist/plain.wav" "$dist/secret.wav"
  chmod 000 "$dist/secret.wav"
  cp -r "$WINEPREFIX" "$work/poor"
  WINEPREFIX=$work/poor
  "${drop[@]}" wineserver -p
  says "no rights" 'mmio could not open "secret.wav", which this user may not read' secret.wav
  contains 'file .*secret.wav, which this user may not read'
  wineserver -k || true
  rm -rf "$dist/secret.wav" "$work/poor"
}

arguments() {
  local long temporary
  long=$(printf '%1100s' '' | tr ' ' x)
  says "a long argument" 'The arguments must have at most 1023 characters each' "$long.wav"
  says "a long name" 'Nothing wrong was found.' "${long::600}.zip+tone.wav"
  temporary=$(wine cmd /c 'echo %TEMP%' 2>/dev/null | tr -d '\r')
  temporary=$(wine winepath -u "$temporary" 2>/dev/null)/zipioproc-doctor.txt
  rm -f "$temporary"
  report '--report=Z:\no folder\report.txt'
  keep_report "$temporary"
  contains 'report  *here, because Z:.no folder.report.txt could not be written (Windows error 3)' '^Nothing wrong was found'
}

# Java writes paths in URLs with escapes, wholly or in part.
personal_names() {
  local -x JAVA_TOOL_OPTIONS='-Djna.tmpdir=file:///C:/People/J%c3%b6rg%20%C3%96lz/x,C:\people\Jörg%20Ölz\y,D:\Jörg' LC_ALL=C.UTF-8
  (cd "$dist" && run_program 60 cmd /c \
    'set USERPROFILE=C:\People\Jörg Ölz&& set USERNAME=Jörg&& rundll32 zipioproc.dll,ZipIoProcDoctor --no-open --report=report.txt' \
    >"$work/out.txt" 2>"$work/err.txt") || true
  keep_report "$dist/report.txt"
  rm -f "$dist/report.txt"
  contains 'tmpdir=file:///%USERPROFILE%/x,%USERPROFILE%.y,D:.%USERNAME%$'
}

# This DLL waits for 5 seconds, and not for two minutes.
never_returns() {
  local dist=$pair begin=$SECONDS
  SMOKE_First=never dll=pair.dll,FirstIoProcDoctor report
  rm -f "$pair/First.begun"
  grep '^! ' "$work/report" | cut -c 3- >>"$work/said" || true
  contains '^! Nothing has happened for a long time, so the report ends here'
  result "$( ((SECONDS - begin < 30)) && echo ok || echo FAILED)" "doctor, a constructor that never returns: ended after $((SECONDS - begin)) s"
}

# Checks that each sentence of the page's table has been said. There, an ellipsis stands for any text.
table_is_said() {
  local row pattern line found
  while read -r row; do
    pattern=$(sed 's/\\/\\\\/g; s/"[^"]*[.][^"]*"/"*"/g; s/…/*/g' <<<"$row")
    found=FAILED
    while read -r line; do
      # The row is a pattern.
      # shellcheck disable=SC2053
      [[ $line != $pattern* ]] || found=ok
    done <"$work/said"
    result "$found" "doctor, the page's table: $row"
  done < <(sed -n '/^## What the doctor says/,$s/^| [^|]* | \([^|]*[^ |]\) |$/\1/p' samples/TESTING.md | tail -n +2)
}

# The sample's DLL reads real archives.
damaged_archive() {
  local dist=$work/samples/x64
  fetch_dependencies samples runtime
  libraries=$runtime:$(printf '%s:' "$work"/jars/samples/*.jar) \
    wrap "$work/samples" "$(artifact samples)" --library zipioproc --architectures x64 >/dev/null
  cp samples/music/music.zip "$dist"
  says "the sample" 'Nothing wrong was found.' music.zip+hello.wav
  says "an element that the sample lacks" 'mmio could not open "music.zip+x.wav" (error 257): *' music.zip+x.wav
  truncate -s -100 "$dist/music.zip"
  says "a damaged archive" 'mmio could not open "music.zip+hello.wav" (error *): *' music.zip+hello.wav
}
