#!/usr/bin/env bash
# Builds regio, checks the partnerships of Flanders with it and draws three maps: the worst verdicts
# and the sums on the screen, everything in out/. Needs no arguments and runs from any folder:
# tools/demo.sh
set -euo pipefail
cd "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/.."

readonly regio=build/release/bin/regio
readonly project=shapes/flanders/regio.toml
readonly log=build/log/release.log
readonly build_minutes=10 # of one core

announce_build() {
    local cores
    cores=$(nproc)
    if [[ ! -x $regio ]]; then
        printf 'Building regio: about %d min on %d cores.\n' \
            $(((build_minutes + cores - 1) / cores)) "$cores"
    elif [[ -n $(find engine cli shapes styles CMake* -newer "$log" -print -quit 2>&1) ]]; then
        printf 'Building what changed: a few minutes at most.\n'
    fi
}

build() {
    announce_build
    mkdir -p build/log
    cmake --workflow --preset release >"$log" 2>&1 && return
    awk '/^FAILED:|^CMake Error/ { inside = 1 } inside && ++lines <= 60' "$log" >&2
    printf 'tools/demo.sh: the build failed; its log is %s\n' "$log" >&2
    exit 1
}

# Exit status 3 (something crosses) and 4 (something is unresolved) are answers.
check() {
    local status=0
    "$regio" check "$project" --quiet "$@" || status=$?
    ((status == 0 || status == 3 || status == 4)) || exit "$status"
}

write_results() {
    local format
    mkdir -p out
    for format in text json csv; do
        check --output-format "$format" --output "out/check.${format/text/txt}" --overwrite
    done
}

draw() {
    "$regio" map "$1" --partnership "$2" --output "out/$3" --overwrite --quiet "${@:4}"
}

# A map for the screen, one to print, and one for a drawing program.
draw_maps() {
    draw shapes/flanders IVIO ivio.png --as-of 2024-12-31
    draw shapes/flanders Limburg.net limburg.net.pdf
    draw shapes/midwest MW-GIS gis-midwest.svg
}

show_results() {
    local out
    out=$(realpath --relative-to="$OLDPWD" out)
    printf '$ regio check %s\n' "$project"
    head -n 12 out/check.txt # the heading, its rule and ten verdicts
    printf '…\n'
    tail -n 1 out/check.txt
    printf '\nAll of it: %s (this table), %s, %s\n' "$out/check.txt" "$out/check.json" "$out/check.csv"
    printf 'Maps, on schematic boundaries: %s, %s, %s\n' \
        "$out/ivio.png" "$out/limburg.net.pdf" "$out/gis-midwest.svg"
}

tools/install.sh build
build
write_results
draw_maps
show_results
