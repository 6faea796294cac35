# shellcheck shell=bash
# Sourced by wrapper-smoke: checks what the DLL and Java do to the process.

# quiet NAME: checks that only the program itself wrote to its standard streams.
quiet() {
  if [[ -s $work/err.txt ]] || tr -d '\r' <"$work/out.txt" | grep -qv '^ok \|^FAILED \|^  '; then
    result FAILED "$1: no other output"
    show "$work/out.txt"
    show "$work/err.txt"
  else
    result ok "$1: no other output"
  fi
}

# logged NAME PATTERN...: checks that the log has lines for all patterns.
logged() {
  local pattern missing=()
  for pattern in "${@:2}"; do
    grep -q -- "$pattern" "$dist/ioproc.log" || missing+=("$pattern")
  done
  if ((${#missing[@]} == 0)); then
    result ok "$1: the log has all expected lines"
  else
    result FAILED "$1: the log lacks lines that match: ${missing[*]}"
  fi
}

# Makes Java and a procedure print and, by options, the VM as well.
noisy_program() {
  local options='-Dnoise=option -Xlog:gc*=info -XX:+UnlockDiagnosticVMOptions -XX:+PrintVMOptions'
  options+=' -XX:+IgnoreUnrecognizedVMOptions -XX:+NoSuchThing -Xlog:gc:file=gc.log'
  rm -f "$dist"/gc.log
  JAVA_TOOL_OPTIONS=$options _JAVA_OPTIONS='-XX:+UseLargePages -Xshare:auto' \
    client "$1" install play missing element=noise element=fault "${@:2}"
  quiet "$1"
  result "$([[ -s $dist/gc.log ]] && echo ok || echo FAILED)" "$1: the file that an option names is written"
}

noise() {
  noisy_program "noise without a log"
  rm -f "$dist/ioproc.log"
  IOPROC_LOG=ioproc.log noisy_program "noise with a log"
  logged "noise with a log" 'Java started in' 'Picked up JAVA_TOOL_OPTIONS: -Dnoise' 'Picked up _JAVA_OPTIONS' \
    '\[gc,init *\] Version' 'VM option .+UseLargePages' \
    'noise from '{System.out,System.err,'a stack trace','a logger','an uncaught exception','a descriptor','a child','a fault'}
  # The DLL registers some of Java's native methods early, only under Wine. Java reports it.
  logged "native methods that are linked at the start" 'Re-registering .*\.getAndClearReferencePendingList'
  [[ $java == 17 ]] || logged "native methods that are linked at the start, since 18" 'Re-registering .*\.reportComplete'
  [[ $java != 25 ]] || logged "noise with a log, on 25" 'WARNING: .*sun.misc.Unsafe'
  IOPROC_LOG='absent\folder\ioproc.log' noisy_program "noise with a log that cannot be written"
  fatal_noise
}

# Ends the process in a handler, and by a crash of the VM.
fatal_noise() {
  rm -f "$dist/ioproc.log"
  IOPROC_LOG=ioproc.log start client.exe element=exit || true
  quiet "a handler that ends the process"
  logged "a handler that ends the process" 'Java ends the process with exit code 3'
  IOPROC_LOG=ioproc.log start client.exe element=crash || true
  quiet "a VM that crashes"
  logged "a VM that crashes" 'A fatal error has been detected'
  rm -f "$dist"/hs_err*.log
}

# what_handlers_leave NAME: among other things, a handler closes the streams, and starts threads that never end.
what_handlers_leave() {
  rm -f "$dist/ioproc.log"
  IOPROC_LOG=ioproc.log run "$1" handlers.exe
  logged "$1" 'noise after System.out was closed'
}

# The procedures are in a separate folder. JNA needs a random number.
constructors() {
  local dist=$pair itself='opened a file through the procedure that it is constructing'
  printf '%s\n' "-Djava.security.properties=$(windows_path "$work/random/security")" \
    "-Djava.class.path=$(windows_path "$work/random")" >"$pair/pair.vmoptions"
  scene waits-for-another 'FirstIoProc is ready'
  scene waits-for-itself 'Another thread has been creating FirstIoProc'
  scene is-awaited 'FirstIoProc is ready'
  scene opens-itself "The constructor of FirstIoProc $itself"
  scene opens-itself-deep "The constructor of FirstIoProc $itself"
  scene opens-each-other 'IoProc opened a file through a procedure whose constructor, on this thread'
  scene start-is-stuck 'Another thread has been starting Java'
}

# scene NAME TEXT: the text must be in the log afterwards.
scene() {
  rm -f "$dist/ioproc.log"
  IOPROC_LOG=ioproc.log run "$1" pair.exe "$1"
  logged "$1" "$2"
}

# Simulates policies, which Wine lacks: each with flags that forbid, and some with flags that only audit. By
# itself the DLL then runs Java beside the process.
policies() {
  local -x WINEDLLOVERRIDES=$overrides_beside
  local text='Java cannot run in this process, because it has the policy *' refusal
  refusal=(install=20016 no-jvm refused preload=20016 no-jvm)
  IOPROC_JAVA=inside client "no dynamic code" policy=2,1 "${refusal[@]}" text="${text}ProhibitDynamicCode*" plain
  client "no dynamic code, beside" policy=2,1 install play missing no-jvm plain
  client "only an audit of dynamic code" policy=2,8 install play jvm
  IOPROC_JAVA=inside client "signatures" policy=8,1 "${refusal[@]}" text="${text}MicrosoftSignedOnly*" read-plain
  IOPROC_JAVA=inside client "shadow stacks" policy=15,1 "${refusal[@]}" \
    text="${text}ProcessUserShadowStackPolicy (EnableUserShadowStack, CET)*<CETCompat>false*" \
    set=IOPROC_IGNORE_POLICIES=0 preload=20016 set=IOPROC_IGNORE_POLICIES=1 install play jvm
  client "shadow stacks, beside" policy=15,1 preload direct no-jvm plain
  IOPROC_JAVA_HOME='Z:\absent' client "shadow stacks, and no Java" policy=15,1 install=20001 no-jvm refused \
    text="No Java runtime (17 or later) was found: *; it would run beside this process, because: $text" plain
  client "only an audit of shadow stacks" policy=15,2 install play
  client "a mutex with a guessable name" squat install play
}
