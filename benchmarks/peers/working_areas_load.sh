#!/usr/bin/env bash
# Loads municipalities, regions and members of lists into PostGIS, with spatial indexes; the server is
# that of PGHOST, PGUSER and PGDATABASE.
# usage: working_areas_load.sh MUNICIPALITIES REGIONS MEMBERS
set -euo pipefail

load() { # FILE TABLE
    ogr2ogr -f PostgreSQL "PG:host=$PGHOST user=$PGUSER dbname=$PGDATABASE" "$1" -nln "$2" \
        -overwrite -nlt PROMOTE_TO_MULTI -lco GEOMETRY_NAME=geom --config PG_USE_COPY YES
}

load "$1" municipalities
load "$2" regions
psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 <<END
set client_min_messages = warning;
drop table if exists raw_members, members cascade;
create table raw_members (igs_kbo text, igs_name text, igs_class text, nis text, gemeente text,
                          member_kbo text);
\copy raw_members from '$3' csv header
create table members as select distinct igs_kbo, nis from raw_members;
analyze municipalities, regions, members;
END
