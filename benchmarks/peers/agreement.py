"""How far two tables of overlaps differ: pairs that only one has count with all of their area, and
rows of one pair are added up. Prints the number of pairs of the second table over 1 m² and the
greatest difference in m².

usage: agreement.py OURS PEER A_FIELD B_FIELD AREA_FIELD    a table with a row for each piece
       agreement.py OURS PEER A_FIELD                       a table of QGIS: columns code_…_area
"""

import csv
import sys
from collections import defaultdict


def read(file, a_field, b_field, area_field):
    areas = defaultdict(float)
    with open(file, encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            if row[a_field] and row[b_field]:
                areas[row[a_field], row[b_field]] += float(row[area_field])
    return areas


def read_wide(file, a_field):
    areas = defaultdict(float)
    with open(file, encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            for name, value in row.items():
                if name.startswith("code_") and name.endswith("_area"):
                    areas[row[a_field], name[len("code_") : -len("_area")]] += float(value)
    return areas


def main(ours_file, peer_file, *fields):
    ours = read(ours_file, "a_code", "b_code", "area_m2")
    peer = read(peer_file, *fields) if len(fields) == 3 else read_wide(peer_file, *fields)
    pairs = sum(area > 1 for area in peer.values())
    greatest = max(abs(ours.get(pair, 0) - peer.get(pair, 0)) for pair in {*ours, *peer})
    print(pairs, f"{greatest:.6f}")


main(*sys.argv[1:])
