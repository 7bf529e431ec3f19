# Other programs that ours are measured beside, for tools/bench_*.sh to source after measuring.bash.
# They set $log, $runs and $scratch; what cannot be installed is passed over, and that is said.

readonly peers=$PWD/build/peers
readonly made=$PWD/build/bench-data
readonly mapshaper_version=0.7.70
readonly mapshaper=$peers/mapshaper/node_modules/.bin/mapshaper
readonly postgresql=/usr/lib/postgresql/15/bin

pass_over() { # PEER WHY
    printf '%s is passed over: %s\n' "$1" "$2"
}

# The server stops by the number of its process, which lies in its own folder.
clean_up() {
    if [[ -n ${server:-} ]]; then
        [[ ! -e $server/data/postmaster.pid ]] ||
            as_owner_of_server "$postgresql/pg_ctl" stop -D "$server/data" -m immediate >>"$log" 2>&1 || true
        rm -rf "$server"
    fi
    rm -rf "$scratch"
}

# PostgreSQL does not run as root.
as_owner_of_server() {
    local user=()
    ((EUID != 0)) || user=(runuser -u postgres --)
    (cd "$server" && "${user[@]}" "$@")
}

start_server() {
    server=$(mktemp -d)
    ((EUID != 0)) || chown postgres "$server"
    as_owner_of_server "$postgresql/initdb" --pgdata="$server/data" --username=bench --auth=trust \
        --encoding=UTF8 --locale=C --no-sync >>"$log" 2>&1
    # On a socket in its own folder only, and without waiting for disks.
    as_owner_of_server "$postgresql/pg_ctl" start --wait -D "$server/data" -l "$server/log" -o \
        "-c listen_addresses='' -k $server -c fsync=off -c shared_buffers=1GB -c work_mem=256MB" \
        >>"$log" 2>&1
    export PGHOST=$server PGUSER=bench PGDATABASE=postgres
    psql --quiet --no-psqlrc --command 'create extension postgis' >>"$log" 2>&1
}

# Without its native parts, which only GeoPackages need: they take minutes to compile.
install_mapshaper() {
    [[ ! -x $mapshaper ]] || return 0
    command -v npm >/dev/null || tools/install.sh mapshaper >>"$log" 2>&1 || return 1
    npm install --prefix "$peers/mapshaper" --no-save --no-audit --no-fund --ignore-scripts \
        "mapshaper@$mapshaper_version" >>"$log" 2>&1
}

install_peers() {
    printf 'Installing peers (log: %s)\n' "${log#"$PWD/"}"
    mkdir -p "$peers" "$made" "${log%/*}"
    : >"$log"
    tools/install.sh benchmarks
    tools/install.sh peers >>"$log" 2>&1 || pass_over 'what tools/install.sh peers installs' 'see the log'
    command -v ogr2ogr >/dev/null || { printf 'ogr2ogr is missing: tools/install.sh peers\n' >&2 && exit 1; }
}

# Sets seconds and peak; what fails is told and not timed.
measure() { # LABEL COMMAND…
    if ! peak=$(peak_mb "${@:2}"); then
        tail -n 20 "$scratch/output.log" >>"$log"
        pass_over "$1" "it failed; see ${log#"$PWD/"}"
        return 1
    fi
    seconds=$(median_seconds "$runs" "${@:2}")
}
