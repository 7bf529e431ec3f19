"""What the areas of two layers share, by GeoPandas: an overlay of the layers, or of working areas
that are dissolved from a table of members first.

usage: overlaps_geopandas.py A A_CODE B B_CODE OUTPUT [MEMBERS LIST MEMBER]
"""

import sys

import geopandas
import pandas


def working_areas(layer, code, table, group, member):
    members = pandas.read_csv(table, dtype=str)[[group, member]].drop_duplicates()
    return layer.merge(members, left_on=code, right_on=member).dissolve(group).reset_index()


def main(a_file, a_code, b_file, b_code, output, *members):
    a = geopandas.read_file(a_file)[[a_code, "geometry"]]
    b = geopandas.read_file(b_file)[[b_code, "geometry"]]
    if members:
        a, a_code = working_areas(a, a_code, *members), members[1]
    a = a[[a_code, "geometry"]].rename(columns={a_code: "a_code"})
    b = b.rename(columns={b_code: "b_code"})
    shared = geopandas.overlay(a, b, how="intersection", keep_geom_type=True)
    shared["area"] = shared.area
    shared[["a_code", "b_code", "area"]].sort_values(["a_code", "b_code"]).to_csv(output, index=False)


main(*sys.argv[1:])
