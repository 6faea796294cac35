# shellcheck shell=bash
# Sourced by wrapper-smoke and hostile: runs programs and reports what they print. A line that begins with
# "ok" or "FAILED" is a check; the other lines are shown if a check fails. The line "ended" must be there,
# because a process that crashes under Wine may exit with status 0.

echo 0 >"$work/passed"
echo 0 >"$work/failed"

# Counts in files, because some checks run in a subshell.
tally() {
  echo $(($(<"$work/$1") + ${2:-1})) >"$work/$1"
}

result() {
  printf '%-6s Java %-4s %s\n' "$1" "$java" "$2"
  if [[ $1 == ok ]]; then tally passed; else tally failed; fi
}

indented() {
  tr -d '\r' | sed 's/^/       | /'
}

show() {
  tail -n 40 "$1" | indented
}

# Shows the output of a failed program, the last log, and the beginning of Java's crash report if there is one. (If
# Java crashes, the process exits with status 1, as after any other failure.)
show_failure() {
  local crash
  show "$work/out.txt"
  show "$work/err.txt"
  if [[ -e $dist/ioproc.log ]]; then
    echo "       | The last log:"
    show "$dist/ioproc.log"
  fi
  for crash in "$dist"/hs_err*.log; do
    [[ -e $crash ]] || continue
    head -n 40 "$crash" | indented
    rm "$crash"
  done
}

start_once() {
  (cd "$dist" && run_program "${limit:-60}" "$@" >"$work/out.txt" 2>"$work/err.txt")
}

# start PROGRAM ARGUMENT...: writes the program's output to two files. Once in thousands of times, Wine ends
# silently before the program's first line. The program is then started again.
start() {
  local status=0
  start_once "$@" || status=$?
  if [[ $status == 1 && ! -s $work/out.txt && ! -s $work/err.txt ]]; then
    echo "       | $1 did not start; starting it again"
    status=0
    start_once "$@" || status=$?
  fi
  return "$status"
}

# run NAME PROGRAM ARGUMENT...: reports the program's checks. Under Wine there is a sound device.
run() {
  local name=$1 status=0 line failed=0
  start "${@:2}" || status=$?
  while read -r line; do
    ! under_wine || [[ $line != *"no sound device"* ]] || line="FAILED ${line#ok }"
    case $line in
      "ok "*) result ok "$name: ${line#ok }" ;;
      "FAILED "*) result FAILED "$name: ${line#FAILED }"; failed=1 ;;
    esac
  done < <(tr -d '\r' <"$work/out.txt")
  if [[ $status != 0 && $failed == 0 ]] || ! grep -q '^  ended' "$work/out.txt"; then
    result FAILED "$name: status $status after $(wc -l <"$work/out.txt") lines, which must include \"ended\""
    failed=1
  fi
  [[ $failed == 0 ]] || show_failure
}

# repeat TIMES NAME PROGRAM ARGUMENT...: reports all runs on one line. At most $may_fail of them may fail or
# hang; by default, none.
repeat() {
  local times=$1 name=$2 i status good=0 begin=$SECONDS
  for ((i = 0; i < times; i++)); do
    status=0
    start "${@:3}" || status=$?
    if [[ $status == 0 ]] && grep -q '^  ended' "$work/out.txt"; then
      good=$((good + 1))
    else
      echo "       | run $i: status $status, or no line \"ended\""
      show_failure
    fi
  done
  result "$( ((good >= times - ${may_fail:-0})) && echo ok || echo FAILED)" \
    "$name: $good of $times runs succeeded, in $((SECONDS - begin)) s"
}

# ended_at_once NAME: checks that the last program ended soon after its last line. The limit is generous:
# only a process that hangs exceeds it.
ended_at_once() {
  local milliseconds
  milliseconds=$(($(date +%s%3N) - $(stat -c %.3Y "$work/out.txt" | tr -d .)))
  result "$( ((milliseconds < 10000)) && echo ok || echo FAILED)" "$1: ended $milliseconds ms after its last line"
}

# said_nothing NAME PATTERN: checks that neither the last program nor Java printed the pattern.
said_nothing() {
  if grep -h "$2" "$work/out.txt" "$work/err.txt"; then
    result FAILED "$1: no complaint"
  else
    result ok "$1: no complaint"
  fi
}

summary() {
  echo "$(<"$work/passed") passed, $(<"$work/failed") failed, $1 s"
  [[ $(<"$work/failed") == 0 ]]
}
