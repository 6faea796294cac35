# shellcheck shell=bash
# Sourced by wrapper-smoke: what the wrapper costs, with bounds and goals.

median() {
  sort -g | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

# sample TIMES FIGURE...: the runs of two figures alternate, so that both meet the same machine.
sample() {
  local times=$1 i figure
  shift
  for ((i = 0; i < times; i++)); do
    for figure; do
      # A figure may have an argument.
      # shellcheck disable=SC2086
      start figures.exe $figure || { result FAILED "figures $figure"; show "$work/err.txt"; return 0; }
      tr -d '\r' <"$work/out.txt" >>"$work/${figure%% *}.figures"
    done
  done
}

# What a process needs once is told by the quickest: other work on the machine only adds to it.
least() {
  sort -g "$work/$1.figures" | head -n 1
}

# bound NAME TOP BOTTOM LIMIT UNIT
bound() {
  local ratio
  if [[ -z $2 || -z $3 ]]; then
    result FAILED "$1: no figure"
    return
  fi
  ratio=$(awk -v a="$2" -v b="$3" 'BEGIN { printf "%.2f", a / b }')
  result "$(awk -v r="$ratio" -v l="$4" 'BEGIN { print r <= l ? "ok" : "FAILED" }')" \
    "$1: $2 / $3 $5 = $ratio, at most $4"
}

# goal NAME TOP BOTTOM LIMIT: a figure that is not met on every machine yet, so it is told and no check.
goal() {
  awk -v name="$1" -v a="$2" -v b="$3" -v l="$4" -v java="$java" \
    'BEGIN { printf "figure Java %-4s %s: %s / %s = %.2f, goal %s\n", java, name, a, b, a / b, l }'
}

# The medians of one column of what "figures message" prints.
message() {
  cut -d' ' -f"$1" "$work/message.figures" | median
}

figures() {
  rm -f "$work"/*.figures
  sample 9 install open "create $IOPROC_JAVA_HOME"
  JAVA_TOOL_OPTIONS=-Djava.class.path=zipioproc.jar sample 3 message
  goal "install in us, looking for Java included" "$(least install)" 1000 1
  goal "first open / JNI_CreateJavaVM in ms" "$(least open)" "$(least create)" 1.1
  bound "message / JNI static call with its ExceptionCheck" "$(message 3)" "$(message 2)" 1.2 "ns"
  echo "       | a JNI static call alone $(message 1) ns, a SEEK $(message 4) ns"
}
