# shellcheck shell=bash
# Sourced by wrapper-smoke: checks a DLL with Java beside the process, on each Windows Java.

build_beside() {
  build_client beside "$programs"/wrapper/beside*.c "$(import_library faultyioproc)"
  echo 'int puts(const char *); int main(void) { return puts("This is no Java, but a program that prints."); }' \
    >"$work/prints.c"
}

beside() {
  local -x IOPROC_JAVA=beside WINEDLLOVERRIDES=$overrides_beside
  endings
  failures_beside
  [[ $java != 25 ]] || layout_beside
  [[ $java != 17 ]] || many_hosts
}

successes_beside() {
  local -x IOPROC_JAVA=beside WINEDLLOVERRIDES=${overrides_beside:-}
  rm -f "$dist/ioproc.log"
  IOPROC_LOG=ioproc.log client "beside, counted" no-jvm direct count install play missing play-sound covered=20011 play remove plain no-jvm
  logged "beside, counted" 'Java runs beside this process: IOPROC_JAVA or the file of options says so' \
    'Java started beside this process in'
  result "$([[ $(grep -c 'Java runs beside' "$dist/ioproc.log") == 1 ]] && echo ok || echo FAILED)" "beside, counted: the way is logged once"
  client "beside, preloaded and many threads" install preload play deep many-threads
  run "beside, little stack" stack.exe 16 64 16
  run "beside, fibers" fiber.exe turns known first converted stays ends moves shared many
  ! under_wine || (ulimit -v 3000000; run "beside, little memory" memory.exe 64 'IOPROC_JAVA or the file of options says so')
  what_handlers_leave "beside, what handlers leave"
  none_left "beside, what handlers leave"
  IOPROC_JAVA='' with_vmoptions "beside, by the file of options" '-Dorg.ioproc.java=beside\n' no-jvm direct no-jvm
  client "beside, set by the program" set=IOPROC_JAVA=nonsense preload=20004 \
    text='IOPROC_JAVA and -Dorg.ioproc.java must be "inside" or "beside", not "nonsense"' \
    set=IOPROC_JAVA=beside install play direct no-jvm plain
}

# The sixth start within a minute is refused.
endings() {
  run "beside, invalid messages and endings" beside.exe invalid ends=exit opens ends=halt opens ends=crash \
    opens ends=nonsense opens killed "refused=Java has been started 5 times within a minute*"
  run "beside, killed while 16 threads read" beside.exe killed-by-many opens killed-idle opens
  run "beside, no memory and no pipe" beside.exe full ends=closed opens
  IOPROC_JAVA_LIMIT=2 run "beside, a limit" beside.exe survives=deep survives=memory ends=hang opens
  show_times
  host_is_killed
  rm -f "$dist"/hs_err*.log
}

# Shows what the last program saw, and after how long.
show_times() {
  grep ' ms' "$work/out.txt" | indented
}

# none_left NAME: waits until no server is left, but not for long.
none_left() {
  local i
  for ((i = 0; i < 100; i++)); do
    [[ $(java_beside) != 0 ]] || break
    sleep 0.1
  done
  result "$([[ $(java_beside) == 0 ]] && echo ok || echo FAILED)" "$1: no Java is left after $((i * 100)) ms"
}

start_host() {
  (cd "$dist" && exec wine beside.exe hold >"$work/host-$1.txt" 2>&1 </dev/null) &
}

# Kills each host by SIGKILL once it has an open file. Windows has no weaker signal that it could miss.
kill_hosts() {
  local i host hosts=()
  for ((i = 0; i < $1; i++)); do
    start_host "$i"
    hosts+=($!)
  done
  for ((i = 0; i < 300; i++)); do
    [[ $(cat "$work"/host-*.txt | grep -c '^ok a file is held') != "$1" ]] || break
    sleep 0.1
  done
  result "$([[ $(java_beside) == "$1" ]] && echo ok || echo FAILED)" "$1 killed programs: each has Java beside it"
  for host in "${hosts[@]}"; do
    kill -KILL "$host"
    wait "$host" 2>/dev/null || true
  done
  rm "$work"/host-*.txt
}

host_is_killed() {
  kill_hosts 1
  none_left "a killed program"
}

many_hosts() {
  local i
  for ((i = 0; i < 20; i++)); do
    kill_hosts 5
  done
  none_left "100 killed programs"
}

failures_beside() {
  local home=$IOPROC_JAVA_HOME
  with_vmoptions "beside, an unknown option" '-XX:+NoSuchThing\n' refused preload=20004 \
    text="Java does not start with the options in zipioproc.vmoptions, *(exit code 1): *Unrecognized VM option 'NoSuchThing'*" plain
  IOPROC_JAVA_LIMIT=soon client "beside, a limit that is no number" preload=20004 text="IOPROC_JAVA_LIMIT *number of seconds*soon*" plain
  SMOKE_FAIL=constructor client "beside, its constructor throws" install refused preload=20008 \
    text="ZipIoProc could not be created: *java.lang.IllegalStateException: the constructor fails as SMOKE_FAIL says" plain
  link_runtimes "$(java_home "$java")"
  IOPROC_JAVA_HOME=$(with_backslashes "$work/no-launcher") client "beside, no java.exe" install=20001 \
    text="No Java runtime (17 or later) was found: IOPROC_JAVA_HOME (*) has no bin\\java.exe; *" refused plain
  IOPROC_JAVA_HOME=$(with_backslashes "$work/no-launcher") IOPROC_JAVA='' client "inside without java.exe" install direct
  IOPROC_JAVA_HOME=$(with_backslashes "$work/bad-launcher") client "beside, java.exe fails" install preload=20005 \
    text="Java ended with exit code 7 when it was started: " plain
  "${gcc[@]}" -o "$work/bad-launcher/bin/java.exe" "$work/prints.c"
  IOPROC_JAVA_HOME=$(with_backslashes "$work/bad-launcher") client "beside, java.exe prints" install preload=20005 \
    text="Java was started and ended, because its answers do not follow the protocol: *" plain
  rm -r "$work/no-launcher" "$work/bad-launcher"
  IOPROC_JAVA_HOME=$home
}

layout_beside() {
  ship folder
  client "beside, in a folder" install play missing deep plain
  with zipioproc.jar none "beside, no jar" install refused preload=20006 \
    text="The procedures' classes are missing: *\\zipioproc.jar does not exist" plain
  with lib/ioproc-runtime.jar none "beside, no runtime jar" install refused preload=20007 \
    text="ioproc's classes cannot be used; the folder lib must contain ioproc-runtime, *" plain
  with zipioproc.jar "$work/no-class.jar" "beside, the procedure's class is missing" install refused \
    preload=20007 text="ZipIoProc could not be created; the DLL's jar and the folder lib must contain its classes*" plain
  with lib/ioproc-runtime.jar "$work/other-runtime.jar" "beside, another version of the protocol" install refused \
    preload=20007 text="The DLL and ioproc-runtime must come from the same version of ioproc; Java speaks version 1000 *" plain
  ship one-file
}
