#!/usr/bin/env bash
# The overlap analysis of QGIS, step by step as in its toolbox. `prepare` makes DIR anew: members joined
# to their municipalities, dissolved to working areas, and the regions split into a layer each, because
# the analysis adds two columns for each overlay layer. `analyse` writes DIR/overlaps.csv.
# usage: working_areas_qgis.sh prepare DIR MUNICIPALITIES REGIONS MEMBERS
#        working_areas_qgis.sh analyse DIR
set -euo pipefail

readonly dir=$2
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$dir QGIS_CUSTOM_CONFIG_PATH=$dir/profile

# Not qgis_process itself: that of Debian 12 hands on an option that the program does not know.
run() { # ALGORITHM PARAMETER=VALUE…
    qgis_process.bin run "native:$1" --ellipsoid=NONE -- "${@:2}"
}

prepare() { # MUNICIPALITIES REGIONS MEMBERS
    rm -rf "$dir"
    mkdir -p -m 700 "$dir"
    run joinattributestable INPUT="$1" FIELD=nis INPUT_2="$3" FIELD_2=nis FIELDS_TO_COPY=igs_kbo \
        METHOD=0 DISCARD_NONMATCHING=1 OUTPUT="$dir/members.gpkg"
    run dissolve INPUT="$dir/members.gpkg" FIELD=igs_kbo OUTPUT="$dir/areas.gpkg"
    run splitvectorlayer INPUT="$2" FIELD=code FILE_TYPE=0 OUTPUT="$dir/regions"
}

analyse() {
    local region layers=()
    for region in "$dir"/regions/*.gpkg; do
        layers+=("LAYERS=$region")
    done
    run calculatevectoroverlaps INPUT="$dir/areas.gpkg" "${layers[@]}" OUTPUT="$dir/overlaps.csv"
}

"$1" "${@:3}"
