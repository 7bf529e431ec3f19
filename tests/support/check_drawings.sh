#!/bin/bash
# Holds the files of one scene against programs that others wrote:
#
#   check_drawings.sh LAW DRAW_SAMPLE COMPARE_PICTURES FONTS
#
# DRAW_SAMPLE is what makes sample.png, sample.pdf and sample.svg in a folder: draw_sample, or
# draw_map.sh, for which the laws about words do not hold.
# LAW is one of: pdf_is_sound, pdf_has_its_fonts, pdf_can_be_searched, pdf_has_its_facts,
# svg_is_sound, pdf_looks_like_png, svg_looks_like_png, book_is_sound, book_leads_to_its_pages.
set -euo pipefail
law=$1 draw_sample=$2 compare_pictures=$3 fonts=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
most_percent=1
"$draw_sample" "$folder"
cd "$folder"

pdf_is_sound() { qpdf --check sample.pdf; }

# Every font is embedded, is a subset and says what its letters mean.
pdf_has_its_fonts() {
    pdffonts sample.pdf
    [ "$(pdffonts sample.pdf | tail -n +3 | grep -c .)" -ge 3 ]
    ! pdffonts sample.pdf | tail -n +3 | grep -v ' yes yes yes '
}

pdf_can_be_searched() {
    local text words
    text=$(pdftotext -layout sample.pdf -)
    for words in "Politiezones & regio's" "1 januari 2025" "Sint-Pieters-Leeuw" \
        "Büllingen, Çà-et-là" "Officieel: AVE"; do
        # A halo is no text: each is there once.
        [ "$(grep -c -F -- "$words" <<<"$text")" = 1 ] || { echo "lacks: $words"; return 1; }
    done
}

pdf_has_its_facts() {
    local facts
    facts=$(TZ=UTC pdfinfo sample.pdf)
    echo "$facts"
    grep -q "^Title: *Politiezones & <regio's>$" <<<"$facts"
    grep -q "^Creator: *regio test$" <<<"$facts"
    grep -q "^CreationDate: *Wed Jan  1 00:00:00 2025 UTC$" <<<"$facts"
    grep -q "^Page size: *396.85[0-9]* x 226.77[0-9]* pts" <<<"$facts"
    # Read whole before it is searched: a pipe that grep leaves early would fail.
    grep -q '"title": "Politiezones"' <<<"$(qpdf --json --json-key=outlines sample.pdf)"
}

# Each font is embedded once, however many pages use it.
book_is_sound() {
    qpdf --check book.pdf
    pdffonts book.pdf
    [ "$(pdffonts book.pdf | tail -n +3 | grep -c .)" -eq "$(pdffonts sample.pdf | tail -n +3 | grep -c .)" ]
}

# Links, bookmarks below bookmarks, page labels and the language.
book_leads_to_its_pages() {
    local text outlines
    text=$(qpdf --qdf --object-streams=disable book.pdf - | tr -d '\0')
    grep -q -a '/Subtype /Link' <<<"$text"
    grep -q -a '/Fit' <<<"$text"
    grep -q -a '/Lang (nl)' <<<"$text"
    outlines=$(qpdf --json --json-key=outlines --json-key=pages book.pdf)
    grep -q '"title": "Politiezones"' <<<"$outlines"
    grep -q '"title": "Çà-et-là"' <<<"$outlines"
    grep -q '"destpageposfrom1": 2' <<<"$outlines"
    grep -q '"/P": "u:i"' <<<"$outlines"
    TZ=UTC pdfinfo book.pdf | tee facts
    grep -q "^CreationDate: *Wed Jan  1 00:00:00 2025 UTC$" facts
    grep -q "^ModDate: *Wed Jan  1 00:00:00 2025 UTC$" facts
    grep -q "^Pages: *2$" facts
}

svg_is_sound() { xmllint --noout sample.svg; }

pdf_looks_like_png() {
    pdftoppm -r 150 -png -singlefile sample.pdf from_pdf
    "$compare_pictures" sample.png from_pdf.png $most_percent
}

# rsvg-convert takes fonts from fontconfig only.
svg_looks_like_png() {
    cat >fonts.conf <<END
<?xml version="1.0"?>
<fontconfig><dir>$fonts</dir><cachedir>$folder/cache</cachedir></fontconfig>
END
    FONTCONFIG_FILE=$folder/fonts.conf rsvg-convert -d 150 -p 150 sample.svg -o from_svg.png
    "$compare_pictures" sample.png from_svg.png $most_percent
}

"$law"
