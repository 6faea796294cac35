# shellcheck shell=bash
# Sourced by wrapper-smoke: what the wrapper costs, with the bound that each figure must meet.

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

# bound NAME TOP BOTTOM LIMIT UNIT
bound() {
  local ratio
  ratio=$(awk -v a="$2" -v b="$3" 'BEGIN { printf "%.2f", a / b }')
  result "$(awk -v r="$ratio" -v l="$4" 'BEGIN { print r <= l ? "ok" : "FAILED" }')" \
    "$1: $2 / $3 $5 = $ratio, at most $4"
}

# The medians of one column of what "figures message" prints.
message() {
  cut -d' ' -f"$1" "$work/message.figures" | median
}

figures() {
  rm -f "$work"/*.figures
  sample 9 install open "create $IOPROC_JAVA_HOME"
  JAVA_TOOL_OPTIONS=-Djava.class.path=zipioproc.jar sample 3 message
  bound "install, looking for Java included / 1 ms" "$(median <"$work/install.figures")" 1000 1 "us"
  bound "first open / JNI_CreateJavaVM" "$(median <"$work/open.figures")" \
    "$(median <"$work/create.figures")" 1.1 "ms"
  bound "message / JNI static call with its ExceptionCheck" "$(message 3)" "$(message 2)" 1.2 "ns"
  echo "       | a JNI static call alone $(message 1) ns, a SEEK $(message 4) ns"
}
