#!/usr/bin/env bash
# Measures regio intersect and regio dissolve from file to file beside mapshaper and PostGIS, and their
# algorithms in memory beside GEOS, all in one run on made-up layers of 1.6 million borders. It needs
# build/bench/bin (tools/bench.sh builds it); a peer that is not there and cannot be installed is
# passed over, and that is said. Medians of three unless said otherwise:
# tools/bench_overlay.sh [--quick] [RUNS]
# --quick: a sixteenth of the borders
set -euo pipefail
cd "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/.."

size=1
[[ ${1:-} != --quick ]] || { size=0.25 && shift; }
readonly size runs=${1:-3}
readonly bin=$PWD/build/bench/bin
readonly regio=$bin/regio
readonly log=$PWD/build/log/bench_overlay.log
source tools/measuring.bash
source tools/peers.bash
readonly layers=$made/overlay_$size

fail() {
    printf 'tools/bench_overlay.sh: %s\n' "$@" >&2
    exit 1
}

# Shapefiles are the usual input of mapshaper; making them is not counted.
make_layers() {
    local name
    [[ -e $layers/mixed.gpkg ]] || "$bin/regio_overlay_layers" "$layers" --size "$size"
    for name in fine coarse mixed; do
        [[ -e $layers/$name.shp ]] || ogr2ogr "$layers/$name.shp" "$layers/$name.gpkg" >>"$log" 2>&1
    done
}

headline() { # TITLE
    printf '\n%s\n%-56s %9s %9s %8s %14s\n' "$1" '' 'median s' 'peak MiB' 'of ours' 'features, km²'
}

row() { # LABEL SECONDS PEAK [ANSWER]
    local ratio
    ratio=$(awk -v a="$2" -v b="$ours_seconds" 'BEGIN { printf "%.2f", a / b }')
    printf '%-56s %9.3f %9s %8s %14s\n' "$1" "$2" "$3" "$ratio" "${4:-}"
}

# How many features a file has, and how large they are together: whether all did the same.
answer() { # FILE
    ogrinfo -ro -q "$1" -dialect OGRSQL -sql \
        "SELECT COUNT(*) AS features, SUM(OGR_GEOM_AREA) AS m2 FROM $(basename "${1%.*}")" 2>>"$log" |
        awk '/ features / { features = $NF } / m2 / { printf "%d, %.0f", features, $NF / 1e6 }'
}

measure_ours() { # LABEL FILE ARGUMENT…
    measure "regio $1" "$regio" "${@:3}" --quiet --overwrite -o "$2" || fail "regio $1 failed"
    ours_seconds=$seconds
    row "regio $1, GeoPackage to GeoPackage" "$seconds" "$peak" "$(answer "$2")"
}

measure_shapefile() { # LABEL FILE ARGUMENT…
    measure "regio $1" "$regio" "${@:3}" --quiet --overwrite -o "$2" || return 0
    row "regio $1, Shapefile to Shapefile" "$seconds" "$peak" "$(answer "$2")"
}

measure_mapshaper() { # LABEL FILE ARGUMENT…
    install_mapshaper || { pass_over mapshaper 'it could not be installed' && return; }
    measure "mapshaper $1" "$mapshaper" "${@:3}" -o "$2" force || return 0
    row "mapshaper $1, Shapefile to Shapefile" "$seconds" "$peak" "$(answer "$2")"
}

load_postgis() {
    local name
    [[ -x $postgresql/initdb ]] && command -v psql >/dev/null ||
        { pass_over PostGIS 'PostgreSQL 15 is not there' && return 1; }
    start_server || { pass_over PostGIS "its server did not start; see ${log#"$PWD/"}" && return 1; }
    for name in fine coarse mixed; do
        ogr2ogr -f PGDump /vsistdout/ "$layers/$name.gpkg" -nln "$name" -lco GEOMETRY_NAME=geom \
            -lco CREATE_SCHEMA=NO --config PG_USE_COPY YES 2>>"$log" |
            psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 >>"$log" 2>&1
        psql --quiet --no-psqlrc --command "vacuum analyze $name" >>"$log" 2>&1
    done
}

# The answer becomes a table, as it becomes a file elsewhere.
measure_postgis() { # LABEL SQL
    local sql="drop table if exists answer; create table answer as $2"
    measure "PostGIS $1" psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --command "$sql" || return 0
    row "PostGIS, after loading: $1" "$seconds" '' "$(psql --quiet --no-psqlrc --tuples-only \
        --no-align --command "select count(*) || ', ' || round(sum(st_area(geom)) / 1e6) from answer")"
}

measure_dissolve() { # LAYER COMMAND-OF-MAPSHAPER
    measure_ours dissolve "$scratch/groups.gpkg" dissolve "$layers/$1.gpkg" --by block \
        --aggregate sum:n
    measure_shapefile dissolve "$scratch/groups.shp" dissolve "$layers/$1.shp" --by block \
        --aggregate sum:n
    measure_mapshaper "$2" "$scratch/mapshaper.shp" -i "$layers/$1.shp" "-$2" block sum-fields=n
    [[ -z ${server:-} ]] || measure_postgis 'ST_Union' \
        "select block, sum(n) as n, st_union(geom) as geom from $1 group by block"
}

[[ -x $regio && -x $bin/regio_overlay_layers ]] || fail "$bin is not complete: tools/bench.sh builds it"
scratch=$(mktemp -d)
trap clean_up EXIT
install_peers
make_layers
load_postgis || true

printf '%s, %s, %d cores, load %s, medians of %d\n\n' "$(date -I)" "$(cpu_model)" "$(nproc)" \
    "$(cut -d ' ' -f 1 /proc/loadavg)" "$runs"
"$bin/regio_overlay_peers" --size "$size"

headline 'Fine × coarse: what lies in both'
measure_ours intersect "$scratch/pieces.gpkg" intersect "$layers/fine.gpkg" "$layers/coarse.gpkg"
measure_shapefile intersect "$scratch/pieces.shp" intersect "$layers/fine.shp" "$layers/coarse.shp"
[[ -z ${server:-} ]] || measure_postgis 'ST_Intersection' \
    'select fine_code, coarse_code, st_intersection(a.geom, b.geom) as geom from fine a join coarse b on st_intersects(a.geom, b.geom)'
headline 'Fine × coarse: what lies in either'
measure_ours 'intersect --union' "$scratch/either.gpkg" intersect --union "$layers/fine.gpkg" \
    "$layers/coarse.gpkg"
measure_shapefile 'intersect --union' "$scratch/either.shp" intersect --union "$layers/fine.shp" \
    "$layers/coarse.shp"
measure_mapshaper union "$scratch/mapshaper.shp" -i "$layers/fine.shp" "$layers/coarse.shp" \
    combine-files -union target=fine,coarse name=both
headline 'Dissolving a coverage in blocks'
measure_dissolve fine dissolve
headline 'Dissolving features that overlap in blocks'
measure_dissolve mixed dissolve2
