# Times and peak memory of whole commands, for tools/bench*.sh to source; results of hyperfine and GNU
# time go through the folder $scratch.

cpu_model() {
    local model
    model=$(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
    printf '%s' "${model:-$(uname -m)}"
}

# The column is counted from the end: a command may hold commas. Run it once before.
median_seconds() { # RUNS COMMAND…
    local command=("${@:2}")
    hyperfine --shell=none --ignore-failure --runs "$1" --style none \
        --export-csv "$scratch/times.csv" "${command[*]@Q}" >/dev/null 2>"$scratch/hyperfine.log"
    awk -F, 'NR == 2 { print $(NF - 4) }' "$scratch/times.csv"
}

# Fails as the command does; what that prints is in $scratch/output.log.
peak_mb() { # COMMAND…
    local status=0
    /usr/bin/time -v -o "$scratch/time.log" "$@" >"$scratch/output.log" 2>&1 || status=$?
    awk '/Maximum resident set size/ { printf "%.1f", $NF / 1024 }' "$scratch/time.log"
    return "$status"
}
