-- The quick way: what each municipality shares with each region, summed over the members of a list.
-- Right where municipalities do not overlap each other.
copy (
    with pieces as materialized (
        select nis, code, st_area(st_intersection(municipalities.geom, regions.geom)) as area
        from municipalities join regions on st_intersects(municipalities.geom, regions.geom))
    select igs_kbo, code, sum(area) as area
    from members join pieces using (nis) group by 1, 2 order by 1, 2
) to stdout csv header;
