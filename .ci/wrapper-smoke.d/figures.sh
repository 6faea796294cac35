# shellcheck shell=bash
# Sourced by wrapper-smoke: measures what the wrapper costs, and compares it with goals. A missed goal is only
# reported, because times depend on the machine. A missing figure is a failure.

median() {
  sort -g | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

# sample TIMES FIGURE...: runs the figures in turn, so that all see the same load of the machine.
sample() {
  local times=$1 i figure
  shift
  for ((i = 0; i < times; i++)); do
    for figure; do
      # A figure may have an argument.
      # shellcheck disable=SC2086
      start figures.exe $figure || { result FAILED "figures $figure"; show_failure; return 0; }
      tr -d '\r' <"$work/out.txt" >>"$work/${as:-${figure%% *}}.figures"
    done
  done
}

# Opens the first file in either layout, in turn.
sample_layouts() {
  local i folder=$work/folder
  mkdir -p "$folder"
  cp -r "$wrapped/folder/x64/." "$dist/figures.exe" "$folder"
  for i in {1..20}; do
    sample 1 open
    dist=$folder as=open-folder sample 1 open
  done
}

# least FIGURE COLUMN: prints the time of the quickest run. That is the best measure of what a process does
# once, because other work on the machine only adds to it.
least() {
  cut -d' ' -f"$2" "$work/$1.figures" | sort -g | head -n 1
}

# goal NAME TOP BOTTOM LIMIT UNIT: reports whether TOP / BOTTOM is at most LIMIT; with "none", only TOP / BOTTOM.
goal() {
  if [[ -z $2 || -z $3 ]]; then
    result FAILED "$1: no figure"
    return
  fi
  awk -v name="$1" -v a="$2" -v b="$3" -v l="$4" -v unit="$5" -v java="$java" 'BEGIN {
    printf "figure Java %-4s %s: %s / %s %s = %.2f", java, name, a, b, unit, a / b
    print l == "none" ? "" : ", goal " l ": " (a / b <= l ? "met" : "missed") }'
}

figures_of_layouts() {
  rm "$work/open.figures"
  sample_layouts
  goal "first open, median of 20: classes in the DLL / beside it" "$(median <"$work/open.figures")" \
    "$(median <"$work/open-folder.figures")" 1 ms
}

# Opens the first file with an archive and without, and starts Java alone, in turn.
figures_of_archive() {
  local i archive=$dist/tarioproc.jsa
  rm "$work"/{open,create}.figures
  dll=tarioproc.dll,TarIoProcDoctor record music.tar+tone.wav
  for i in {1..7}; do
    as=open-archive sample 1 open
    mv "$archive" "$archive.away"
    sample 1 "create $IOPROC_JAVA_HOME" open
    mv "$archive.away" "$archive"
  done
  rm "$archive"
  goal "first open with an archive / JNI_CreateJavaVM" "$(least open-archive 1)" "$(least create 1)" 1 ms
  goal "first open with an archive / without" "$(least open-archive 1)" "$(least open 1)" none ms
}

# Prints the median of one column of the output of "figures message".
message() {
  cut -d' ' -f"$1" "$work/message.figures" | median
}

# Measures all three ways to run Java in turn, so that all see the same load of the machine.
sample_ways() {
  local i
  for i in {1..5}; do
    IOPROC_JAVA=inside as=ways-inside sample 1 ways
    IOPROC_JAVA=beside as=ways-beside sample 1 ways
    IOPROC_JAVA=beside IOPROC_READ_AHEAD=0 as=ways-alone sample 1 ways
    IOPROC_JAVA=inside as=first-inside sample 1 open
    IOPROC_JAVA=beside as=first-beside sample 1 open
    IOPROC_JAVA=beside IOPROC_READ_AHEAD=0 as=first-alone sample 1 open
  done
}

# compare_ways NAME FIGURE COLUMN UNIT: compares the quickest processes, because other work on the machine delays
# two processes that wait for each other far more than one.
compare_ways() {
  local inside
  inside=$(least "$2-inside" "$3")
  goal "$1: beside / inside" "$(least "$2-beside" "$3")" "$inside" none "$4"
  goal "$1: beside without read-ahead / inside" "$(least "$2-alone" "$3")" "$inside" none "$4"
}

# What a crossing costs depends on Windows, or Wine, and has no goal.
figures_of_ways() {
  sample_ways
  compare_ways "a message" ways 1 us
  compare_ways "a READ of 8 KiB" ways 2 us
  compare_ways "a READ of 64 KiB" ways 3 us
  compare_ways "64 MiB in pieces of 8 KiB" ways 4 ms
  compare_ways "a READ of 8 KiB by one of 16 threads" ways 5 us
  compare_ways "first open" first 1 ms
}

figures() {
  rm -f "$work"/*.figures
  sample 7 install open "create $IOPROC_JAVA_HOME"
  JAVA_TOOL_OPTIONS=-Djava.class.path=procedures.jar sample 3 message
  goal "install, looking for Java included / 1 ms" "$(least install 1)" 1000 1 us
  goal "first open / JNI_CreateJavaVM" "$(least open 1)" "$(least create 1)" 1.1 ms
  goal "first open / JNI_CreateJavaVM and a class from a jar" "$(least open 1)" "$(least create 2)" 1.1 ms
  figures_of_archive
  [[ $java != 25 ]] || figures_of_layouts
  [[ $java != 25 ]] || figures_of_ways
  goal "message / JNI static call alone" "$(message 3)" "$(message 1)" 1.2 ns
  goal "procedure by hand / JNI static call alone" "$(message 2)" "$(message 1)" none ns
  goal "message / procedure by hand (GetEnv, JNI static call, ExceptionCheck)" "$(message 3)" \
    "$(message 2)" 1.2 ns
  echo "       | a SEEK through the DLL: $(message 4) ns"
}
