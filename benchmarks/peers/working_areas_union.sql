-- The usual way: the working areas first, by ST_Union, then what each shares with each region.
create temporary table areas as
    select igs_kbo, st_union(geom) as geom from members join municipalities using (nis) group by igs_kbo;
create index on areas using gist (geom);
analyze areas;
copy (
    select areas.igs_kbo, regions.code, st_area(st_intersection(areas.geom, regions.geom)) as area
    from areas join regions on st_intersects(areas.geom, regions.geom)
    order by 1, 2
) to stdout csv header;
