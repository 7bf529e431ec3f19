#!/usr/bin/env bash
# Draws seven maps on real and on schematic boundaries, in three formats, and holds each against
# programs that others wrote: a row a map, with what was measured, and an exit status of 1 when
# something does not hold. The real boundaries lie beside the project; without them their half is left
# out, and that is said. Maps and audits stay in build/acceptance: tools/acceptance.sh
set -euo pipefail
cd "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/.."

readonly regio=$PWD/build/release/bin/regio
readonly compare=$PWD/build/dev/bin/compare_pictures
readonly out=$PWD/build/acceptance
readonly data=$PWD/../shared/data/municipalities
readonly log=build/log/acceptance.log
readonly most_percent=1
status=0

fail() {
    printf 'tools/acceptance.sh: %s\n' "$@" >&2
    exit 1
}

build() {
    printf 'Building presets release and dev (log: %s)\n' "$log"
    mkdir -p build/log
    { cmake --workflow --preset release && cmake --preset dev &&
        cmake --build build/dev --target compare_pictures; } >"$log" 2>&1 ||
        fail "the build failed; its log is $log"
}

# The example with real boundaries in the place of the schematic ones.
real_project() {
    sed -e "s|^boundaries = .*2019.*|boundaries = \"$data/2024.gpkg\"|" \
        -e "s|^boundaries = .*2025.*|boundaries = \"$data/2025.gpkg\"|" \
        -e 's|^attribution = .*|attribution = "Statbel, open data; Provincies in Cijfers"|' \
        -e "s|\"\\.\\./flanders/|\"$PWD/shapes/flanders/|g" \
        -e "s|source = \"\([a-z]\)|source = \"$PWD/$1/\1|g" "$1/regio.toml"
}

make_fontconfig() {
    cat >"$out/fonts.conf" <<END
<?xml version="1.0"?>
<fontconfig><dir>$PWD/styles/fonts</dir><cachedir>$out/fontcache</cachedir></fontconfig>
END
}

draw() { # FILE PROJECT PARTNERSHIP DATE [OPTION…]
    "$regio" map "$2" --partnership "$3" --as-of "$4" --output "$1" --overwrite --quiet "${@:5}"
}

# Whether a second run, from another folder, gives the same bytes.
repeats() { # NAME PROJECT PARTNERSHIP DATE
    local format
    for format in png pdf svg; do
        (cd / && draw "$out/again.$format" "${@:2}")
        cmp -s "$out/again.$format" "$out/$1.$format" || return 1
    done
}

pdf_is_sound() {
    local fonts
    fonts=$(pdffonts "$1.pdf" | tail -n +3)
    qpdf --check "$1.pdf" >/dev/null && ! grep -qv ' yes yes yes ' <<<"$fonts" &&
        qpdf --json --json-key=outlines "$1.pdf" | jq -e '.outlines | length == 1' >/dev/null
}

svg_is_sound() {
    xmllint --noout "$1.svg" && grep -q '<title ' "$1.svg" && grep -q '<desc ' "$1.svg" &&
        grep -q ' lang="nl"' "$1.svg" && grep -q '<text ' "$1.svg"
}

# Every word of every label of a member stands in the text of the PDF.
names_are_found() {
    local text word
    text=$(pdftotext "$1.pdf" -)
    while read -r word; do
        grep -qF -- "$word" <<<"$text" || return 1
    done < <(jq -r '.labels[] | select(.kind == "member") | .text' "$1.json" | grep -oE '[^ -]+')
}

difference() { # in percent of the pixels, antialiasing apart
    "$compare" "$1" "$2" || true
}

from_pdf() {
    pdftoppm -r 150 -png -singlefile "$1.pdf" "$1.pdf-raster"
    difference "$1.png" "$1.pdf-raster.png"
}

from_svg() { # rsvg-convert takes fonts from fontconfig only
    FONTCONFIG_FILE=$out/fonts.conf rsvg-convert -d 150 -p 150 "$1.svg" -o "$1.rsvg.png"
    difference "$1.png" "$1.rsvg.png"
}

from_chromium() {
    local size width height
    size=$(file "$1.png" | grep -oE '[0-9]+ x [0-9]+' | head -n 1)
    width=${size% x*} height=${size#*x }
    printf '<body style="margin:0"><img src="%s.svg" style="width:%spx;height:%spx">' \
        "$(basename "$1")" "$width" "$height" >"$1.html"
    chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync \
        --user-data-dir="$out/chromium" --window-size="$width,$height" --hide-scrollbars \
        --screenshot="$1.chromium.png" "file://$1.html" >"$1.chromium.log" 2>&1
    difference "$1.png" "$1.chromium.png"
}

yes_or_no() {
    if "$@" >/dev/null 2>&1; then printf yes; else printf NO; fi
}

kilobytes() {
    printf '%d/%d/%d' $(($(stat -c %s "$1.png") / 1000)) $(($(stat -c %s "$1.pdf") / 1000)) \
        $(($(stat -c %s "$1.svg") / 1000))
}

audit() { # what the sheet says of itself
    jq -r '"1:\(.scale) fill \(.fill) members \(.members|length) overlaps \(.overlapping_labels)"
        + " dropped \(.dropped_members|length) leaders \([.labels[]|select(.leader)]|length)"
        + " legend \(if .legend == .drawn then "yes" else "NO" end)"' "$1.json"
}

check() { # NAME PROJECT PARTNERSHIP DATE
    local file=$out/$1 format row share
    for format in png pdf svg; do
        draw "$file.$format" "${@:2}" --audit "$file.json"
    done
    row=$(printf '%-22s %s  repeats %s pdf %s svg %s names %s  kB %s  differ pdf %.2f rsvg %.2f chromium %.2f %%' \
        "$1" "$(audit "$file")" "$(yes_or_no repeats "$@")" "$(yes_or_no pdf_is_sound "$file")" \
        "$(yes_or_no svg_is_sound "$file")" "$(yes_or_no names_are_found "$file")" \
        "$(kilobytes "$file")" "$(from_pdf "$file")" "$(from_svg "$file")" "$(from_chromium "$file")")
    printf '%s\n' "$row"
    [[ $row != *' NO'* && $row == *'overlaps 0 dropped 0'* ]] || status=1
    for share in $(grep -oE '(pdf|rsvg|chromium) [0-9.]+' <<<"$row" | awk '{ print $2 }'); do
        awk -v share="$share" -v most="$most_percent" 'BEGIN { exit share > most }' || status=1
    done
}

check_all() { # SUFFIX PROJECT PROJECT_MIDWEST
    check "ivio-2024-$1" "$2" IVIO 2024-12-31
    check "ivio-2025-$1" "$2" IVIO 2025-01-01
    check "wvi-$1" "$2" WVI 2024-12-31
    check "dvv-midwest-$1" "$3" 'DVV Midwest' 2024-12-31
    check "gis-midwest-$1" "$3" MW-GIS 2024-12-31
    check "pz-schoten-$1" "$2" 'PZ Schoten' 2025-01-01
    check "limburg.net-$1" "$2" Limburg.net 2025-01-01
}

tools/install.sh build tests acceptance
build
mkdir -p "$out"
make_fontconfig
check_all schematic "$PWD/shapes/flanders" "$PWD/shapes/midwest"
if [[ -d $data ]]; then
    real_project shapes/flanders >"$out/flanders.toml"
    real_project shapes/midwest >"$out/midwest.toml"
    check_all real "$out/flanders.toml" "$out/midwest.toml"
else
    printf 'skipped: the real data are not there (%s)\n' "$data"
fi
exit "$status"
