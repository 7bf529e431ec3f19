#!/bin/bash
# Draws a map of the made-up world as sample.png (150 dots per inch), sample.pdf and sample.svg in a
# folder, with the program that REGIO names:
#
#   draw_map.sh FOLDER
set -euo pipefail
world=$(dirname "$0")/../cases/world
for format in png pdf svg; do
    "$REGIO" map "$world" --partnership heide -o "$1/sample.$format"
done
