#!/usr/bin/env bash
# Checks the layout of the sources, then builds and tests the presets plain and sanitize: all tests
# under the sanitizers, and those of the whole program without them too. Prints the sums of ctest, and
# the useful part of the log of what fails: tools/test.sh
set -euo pipefail
cd "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/.."

# C++ files, each ended by a null: those that git tracks or, outside a clone, those that are there.
sources() {
    local folders=(engine cli tests benchmarks)
    if git ls-files --error-unmatch engine >/dev/null 2>&1; then
        git ls-files -z -- "${folders[@]}" | grep -zE '\.[hc]pp$'
    else
        find "${folders[@]}" -name '*.[hc]pp' -print0 2>/dev/null || true
    fi
}

check_layout() {
    local log=build/log/layout.log
    sources | xargs -0 clang-format-14 --dry-run -Werror >"$log" 2>&1 && return
    grep -F -m 20 ': error: ' "$log" >&2 || cat "$log" >&2
    printf 'tools/test.sh: the layout is not that of .clang-format; mend it with clang-format-14 -i FILE\n' >&2
    exit 1
}

# What a failed workflow says from its first error on, without what went well.
show_faults() {
    awk '/^FAILED:|^CMake Error|^Test project/ { inside = 1 }
        /^\[[0-9]+\/[0-9]+\] |^ *Start +[0-9]+: |^ *[0-9]+\/[0-9]+ Test .* Passed / { next }
        inside && ++lines <= 150' "$1" >&2
}

show_sums() {
    sed -n '/% tests passed/p; /^Total Test time/p; /did not run:/,$p' "$1"
}

run_preset() {
    local preset=$1 log=build/log/$1.log
    printf 'Building and testing preset %s (log: %s)\n' "$preset" "$log"
    if cmake --workflow --preset "$preset" >"$log" 2>&1; then
        show_sums "$log"
        return
    fi
    show_faults "$log"
    printf 'tools/test.sh: preset %s failed; its whole log is %s\n' "$preset" "$log" >&2
    exit 1
}

tools/install.sh build tests
mkdir -p build/log
check_layout
run_preset plain
run_preset sanitize
