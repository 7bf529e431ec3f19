#!/usr/bin/env bash
# Feeds the engine with faulty geometries and with layers that overlap for a while, 20 minutes unless
# said otherwise, and says whether a law of its headers broke, a sanitizer spoke up, or time or
# memory ran out. A fifth of the time each goes to features, to overlaps of two layers, to what is
# drawn of both at once, to random layers that are held to all laws, and to as many as there is time
# for against exact areas. What was learnt stays in build/soak for the next time:
# tools/soak.sh [MINUTES]
set -euo pipefail
cd "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/.."

readonly fuzzers=(wkb_fuzz overlap_fuzz arrangement_fuzz)
readonly seeds=build/soak/seeds
readonly found=build/soak/found
readonly municipalities=../shared/data/municipalities/2024.gpkg
readonly limits=(-timeout=10 -rss_limit_mb=1024 -malloc_limit_mb=512)

fail() {
    printf 'tools/soak.sh: %s\n' "$@" >&2
    exit 1
}

build() {
    local log=build/log/$1.log
    printf 'Building preset %s (log: %s)\n' "$1" "$log"
    cmake --workflow --preset "$1" >"$log" 2>&1 && return
    awk '/^FAILED:|^CMake Error/ { inside = 1 } inside && ++lines <= 60' "$log" >&2
    fail "the build failed; its log is $log"
}

# The bytes of hexadecimal digits; blanks and what follows a # do not count.
bytes() {
    perl -ne 's/#.*//; s/[^0-9A-Fa-f]//g; print pack "H*", $_'
}

make_seeds() {
    local file
    for file in tests/fuzz/seeds/*.hex; do
        bytes <"$file" >"$seeds/$(basename "$file" .hex)"
    done
}

# Some municipalities on a grid of two kilometres, each with the next in its file.
make_real_seeds() {
    local rows row before='' i=0
    rows=$(ogr2ogr -f CSV /vsistdout/ "$municipalities" -dialect SQLITE -sql \
        'SELECT hex(ST_AsBinary(ST_SnapToGrid(geom, 2000))) FROM municipalities LIMIT 41' |
        sed 1d)
    for row in $rows; do
        bytes <<<"$before$row" >"$seeds/municipalities_$((i++))"
        before=$row
    done
}

# A number that stands behind a word in the last line of a log that has both.
last_number() {
    grep -oE "$2 *[0-9]+" "$1" | tail -n 1 | grep -oE '[0-9]+$'
}

show_sums() {
    local log=$1 corpus=$2
    printf '%d runs, %d a second; %d of %d edges of the code, %d inputs worth keeping\n' \
        "$(last_number "$log" stat::number_of_executed_units:)" \
        "$(last_number "$log" stat::average_exec_per_sec:)" "$(last_number "$log" cov:)" \
        "$(last_number "$log" 'PC tables \(')" "$(find "$corpus" -type f | wc -l)"
}

# What the fuzzer wrote down when it stopped, and how to see it again.
show_faults() {
    local fuzzer=$1 log=$2 file
    grep -m 5 -E ' does not hold |runtime error: |^==[0-9]+== ?ERROR: ' "$log" >&2 || tail -n 20 "$log" >&2
    file=$(find "$found" -type f ! -name 'slow-unit-*' -newer "$seeds" | head -n 1)
    fail "something was found; the whole log is $log" \
        "to see it again: $fuzzer ${limits[*]} ${file:-(no file was written)}"
}

fuzz() {
    local fuzzer=build/fuzz/bin/$1 corpus=build/soak/corpus/$1 log=build/log/$1.log status=0
    mkdir -p "$corpus"
    printf 'Fuzzing with %s for %d s (log: %s)\n' "$1" "$2" "$log"
    "$fuzzer" "${limits[@]}" -max_total_time="$2" -max_len=1024 -print_final_stats=1 \
        -artifact_prefix="$found/" "$corpus" "$seeds" >"$log" 2>&1 || status=$?
    show_sums "$log" "$corpus"
    ((status == 0)) || show_faults "$fuzzer" "$log"
}

# Random layers, from another seed each time: SECONDS [areas]
soak() {
    local soak=build/soak/bin/regio_overlap_soak first=$((RANDOM << 15 | RANDOM))
    printf 'Overlaying random layers for %d s\n' "$1"
    "$soak" "$first" "$@" || fail "something was found; to see it again: $soak SEED 1"
}

minutes=${1:-20}
[[ $minutes =~ ^[1-9][0-9]{0,3}$ && $# -le 1 ]] || fail 'how many minutes? e.g. tools/soak.sh 5'
tools/install.sh build fuzz
rm -rf "$seeds"
mkdir -p build/log "$seeds" "$found"
build fuzz
build soak
make_seeds
[[ ! -f $municipalities ]] || make_real_seeds
touch "$seeds"
for fuzzer in "${fuzzers[@]}"; do
    fuzz "$fuzzer" $((12 * minutes))
done
soak $((12 * minutes))
soak $((12 * minutes)) areas
printf 'Nothing was found.\n'
