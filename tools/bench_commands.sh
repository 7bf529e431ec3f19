#!/usr/bin/env bash
# Measures regio overlap from file to table beside what does the same otherwise: PostGIS, QGIS,
# GeoPandas, mapshaper, and GDAL's mere reading of the files. It needs build/bench/bin/regio
# (tools/bench.sh builds it) and the real data beside the project; a peer that is not there and cannot be
# installed is passed over, and that is said. Medians of five unless said otherwise:
# tools/bench_commands.sh [RUNS]
set -euo pipefail
cd "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/.."

readonly runs=${1:-5}
readonly regio=$PWD/build/bench/bin/regio
readonly scripts=$PWD/benchmarks/peers
readonly log=$PWD/build/log/bench_commands.log
readonly data=$PWD/../shared/data
readonly members=$data/tables/igs_members_2023-08.csv
source tools/measuring.bash
source tools/peers.bash
readonly municipalities=$made/municipalities_2024.gpkg
readonly regions=$made/regions.gpkg
readonly python=$peers/geopandas/bin/python

fail() {
    printf 'tools/bench_commands.sh: %s\n' "$@" >&2
    exit 1
}

install_geopandas() {
    local wanted=$scripts/requirements.txt
    cmp -s "$wanted" "$peers/geopandas/requirements.txt" && return
    { python3 -m venv "$peers/geopandas" && "$python" -m pip install --requirement "$wanted"; } \
        >>"$log" 2>&1 && cp "$wanted" "$peers/geopandas/requirements.txt"
}

# regio rounds coordinates to the millimetre when it reads; rounded beforehand for all, areas can be
# compared to the square millimetre.
make_rounded() { # NAME INPUT LAYER FIELDS
    [[ -e $made/$1.gpkg ]] || ogr2ogr "$made/$1.gpkg" "$data/$2" -nln "$1" -dialect SQLite \
        -sql "SELECT $4, SnapToGrid(geom, 0.001) AS geom FROM $3"
}

make_data() {
    make_rounded municipalities_2024 municipalities/2024.gpkg municipalities 'nis, name'
    make_rounded municipalities_2025 municipalities/2025.gpkg municipalities 'nis, name'
    make_rounded municipalities_osm municipalities/2018_osm2015.gpkg municipalities 'nis, name'
    make_rounded regions zones/refreg.gpkg refreg 'code, name'
    make_rounded neighbourhoods fine/wijken_ggw7_2025.gpkg wijken_ggw7 'code, name'
    make_rounded communes scale/fr_communes_2018.gpkg communes \
        'code, name, substr(code, 1, 2) AS department'
    [[ -e $made/departments.gpkg ]] ||
        "$regio" dissolve "$made/communes.gpkg" --by department --quiet -o "$made/departments.gpkg"
}

headline() { # TITLE
    printf '\n%s\n%-56s %9s %9s %8s %7s %12s\n' "$1" '' 'median s' 'peak MiB' 'of ours' 'pairs' 'differs m²'
}

row() { # LABEL SECONDS PEAK [PAIRS DIFFERENCE]
    local ratio
    ratio=$(awk -v a="$2" -v b="$ours_seconds" 'BEGIN { printf "%.2f", a / b }')
    printf '%-56s %9.3f %9s %8s %7s %12s\n' "$1" "$2" "$3" "$ratio" "${4:-}" "${5:-}"
}

agreement() { # TABLE FIELD…
    python3 "$scripts/agreement.py" "$scratch/ours.csv" "$@"
}

measure_ours() { # ARGUMENT…
    measure regio "$regio" overlap "$@" -f csv --quiet --overwrite -o "$scratch/ours.csv" ||
        fail 'regio overlap failed'
    ours_seconds=$seconds
    row 'regio overlap' "$seconds" "$peak"
    measure regio "$regio" --version
    row '  of which starting (regio --version)' "$seconds" "$peak"
}

# The answer of the program is in FILE, with the fields A, B and AREA, or in the wide form of QGIS.
measure_peer() { # LABEL FILE FIELDS COMMAND…
    local label=$1 file=$2 fields agreed
    read -ra fields <<<"$3"
    measure "$label" "${@:4}" || return 0
    agreed=$(agreement "$file" "${fields[@]}") || agreed='? ?'
    read -ra agreed <<<"$agreed"
    row "$label" "$seconds" "$peak" "${agreed[@]}"
}

measure_postgis() {
    local how
    [[ -x $postgresql/initdb ]] && command -v psql >/dev/null ||
        { pass_over PostGIS 'PostgreSQL 15 is not there' && return; }
    start_server || { pass_over PostGIS "its server did not start; see ${log#"$PWD/"}" && return; }
    measure 'PostGIS' "$scripts/working_areas_load.sh" "$municipalities" "$regions" "$members" || return 0
    row 'PostGIS, loading and indexing' "$seconds" ''
    for how in union members; do
        measure_peer "PostGIS, after loading: $(describe "$how")" "$scratch/postgis.csv" \
            'igs_kbo code area' psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --output "$scratch/postgis.csv" \
            --file "$scripts/working_areas_$how.sql"
    done
}

describe() {
    case $1 in
        union) printf 'ST_Union, ST_Intersection' ;;
        members) printf 'sums over municipalities' ;;
    esac
}

measure_qgis() {
    local dir=$scratch/qgis
    command -v qgis_process.bin >/dev/null || { pass_over QGIS 'qgis_process is not there' && return; }
    measure QGIS "$scripts/working_areas_qgis.sh" prepare "$dir" "$municipalities" "$regions" \
        "$members" || return 0
    row 'QGIS, preparing: join, dissolve, split' "$seconds" "$peak"
    measure_peer 'QGIS, overlap analysis' "$dir/overlaps.csv" igs_kbo \
        "$scripts/working_areas_qgis.sh" analyse "$dir"
}

measure_geopandas() { # A CODE B CODE [MEMBERS LIST MEMBER]
    install_geopandas || { pass_over GeoPandas 'it could not be installed' && return; }
    measure_peer 'GeoPandas, overlay' "$scratch/geopandas.csv" 'a_code b_code area' \
        "$python" "$scripts/overlaps_geopandas.py" "$made/$1.gpkg" "$2" "$made/$3.gpkg" "$4" \
        "$scratch/geopandas.csv" "${@:5}"
}

# It reads Shapefiles, its usual input; making them of the GeoPackages is not counted. A field that both
# have is numbered in the union. `snap` where areas are lost without it; elsewhere it changes areas.
measure_mapshaper() { # A B FIELD [snap]
    install_mapshaper || { pass_over mapshaper 'it could not be installed' && return; }
    ogr2ogr -overwrite "$scratch/a.shp" "$made/$1.gpkg" -nln a -select "$3" >>"$log" 2>&1
    ogr2ogr -overwrite "$scratch/b.shp" "$made/$2.gpkg" -nln b -select "$3" >>"$log" 2>&1
    measure_peer 'mapshaper, union' "$scratch/mapshaper.csv" "${3}_1 ${3}_2 area" \
        "$mapshaper" -i "$scratch/a.shp" "$scratch/b.shp" combine-files "${@:4}" \
        -union target=a,b name=both -each 'area = this.area' \
        -o "$scratch/mapshaper.csv" format=csv force
}

# Every geometry is made, and nothing done with it but a sum of areas.
read_by_gdal() { # LAYER
    measure 'GDAL, reading' ogrinfo -ro -q "$made/$1.gpkg" -dialect OGRSQL \
        -sql "SELECT SUM(OGR_GEOM_AREA) FROM $1"
}

# One start of the program is taken off: a program that reads both files starts once.
measure_reading() { # A B
    local both
    read_by_gdal "$2" || return 0
    both=$seconds
    read_by_gdal "$1" || return 0
    both=$(awk -v a="$both" -v b="$seconds" 'BEGIN { print a + b }')
    measure 'GDAL, starting' ogrinfo --version || return 0
    row 'GDAL, reading both files' \
        "$(awk -v both="$both" -v start="$seconds" 'BEGIN { print both - start }')" ''
}

working_areas() {
    headline 'Working areas of 179 partnerships × 15 regions'
    measure_ours "$municipalities" "$regions" --a-members "$members" \
        --a-by igs_kbo --a-name igs_name --a-member nis
    measure_postgis
    measure_qgis
    measure_geopandas municipalities_2024 nis regions code "$members" igs_kbo nis
}

layers() { # TITLE A B FIELD [OPTION-OF-MAPSHAPER]
    headline "$1"
    measure_ours "$made/$2.gpkg" "$made/$3.gpkg" --a-code "$4" --b-code "$4"
    measure_reading "$2" "$3"
    measure_mapshaper "${@:2}"
}

[[ -x $regio ]] || fail "$regio is missing: tools/bench.sh builds it"
[[ -d $data ]] || { pass_over 'the comparison of whole commands' 'the real data are not there' && exit; }
scratch=$(mktemp -d)
trap clean_up EXIT
install_peers
make_data

printf '%s, %s, %d cores, load %s, medians of %d; coordinates rounded to 1 mm beforehand\n' \
    "$(date -I)" "$(cpu_model)" "$(nproc)" "$(cut -d ' ' -f 1 /proc/loadavg)" "$runs"
working_areas
layers 'Municipalities 2025 × municipalities of OpenStreetMap 2015' \
    municipalities_2025 municipalities_osm nis
measure_geopandas municipalities_2025 nis municipalities_osm nis
layers '2767 neighbourhoods × 15 regions' neighbourhoods regions code
measure_geopandas neighbourhoods code regions code
layers '35 228 communes of France × 96 departments' communes departments code snap
