#!/usr/bin/env bash
# Measures regio: its benchmarks when there are any, then the time and the peak memory of checking
# all partnerships of Flanders, then overlaps of layers beside other libraries, and regio overlap,
# intersect and dissolve beside other programs, with the date and the machine:
# tools/bench.sh [--quick]
# --quick: overlaps and overlays of a sixteenth of the features
set -euo pipefail
cd "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/.."

readonly regio=build/bench/bin/regio
readonly project=shapes/flanders/regio.toml
readonly log=build/log/bench.log
source tools/measuring.bash

build() {
    printf 'Building preset bench (log: %s)\n' "$log"
    mkdir -p build/log
    cmake --workflow --preset bench >"$log" 2>&1 && return
    awk '/^FAILED:|^CMake Error/ { inside = 1 } inside && ++lines <= 60' "$log" >&2
    printf 'tools/bench.sh: the build failed; its log is %s\n' "$log" >&2
    exit 1
}

# What is measured must work; 3 and 4 are answers about Flanders.
try() {
    local status=0
    "$@" >/dev/null || status=$?
    ((status == 0 || status == 3 || status == 4)) || exit "$status"
}

measure() {
    local command=("$regio" check "$project" --quiet --output-format "$1")
    try "${command[@]}"
    printf '%-48s %10s %10s\n' "regio check $project -f $1" \
        "$(median_seconds 20 "${command[@]}" | awk '{ printf "%.1f", 1000 * $1 }')" \
        "$(peak_mb "${command[@]}")"
}

# Tables of overlaps: ours, other libraries' in the same run, and layers laid out badly.
measure_overlay() {
    printf '\nOverlaps\n\n'
    build/bench/bin/regio_overlap_peers --limit 60 "$@"
    printf '\nOverlaps of layers laid out badly\n\n'
    build/bench/bin/regio_overlap_cliffs
}

if (($# > 1)) || [[ ${1:---quick} != --quick ]]; then
    printf 'usage: tools/bench.sh [--quick]\n' >&2
    exit 2
fi
tools/install.sh build benchmarks
build
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

printf '%s, %s, %d cores\n' "$(date -I)" "$(cpu_model)" "$(nproc)"
for benchmarks in build/bench/bin/regio_*_benchmarks; do
    "$benchmarks" --benchmark_repetitions=5 --benchmark_report_aggregates_only
done
printf '\n%-48s %10s %10s\n' 'command' 'median ms' 'peak MiB'
measure text
measure json
measure_overlay "$@"
tools/bench_commands.sh
tools/bench_overlay.sh "$@"
