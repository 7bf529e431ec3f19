#!/usr/bin/env bash
# Checks the built man pages: well-formed, with the sections that a command's page has.
# usage: lint_man_pages.sh MANDOC FOLDER
set -euo pipefail
mandoc=$1 folder=$2 status=0
shopt -s nullglob
pages=("$folder"/*.[1-9])
[ "${#pages[@]}" -gt 0 ] || { echo "no man pages in $folder"; exit 1; }
for page in "${pages[@]}"; do
    # scdoc writes a .PP before headings, lists and literal blocks, which mandoc passes over.
    complaints=$("$mandoc" -T lint -W warning "$page" || true)
    complaints=$(grep -v 'WARNING: skipping paragraph macro: PP' <<<"$complaints" || true)
    if [ -n "$complaints" ]; then
        echo "$complaints"
        status=1
    fi
    case $page in
    */regio-*.1)
        text=$("$mandoc" -T utf8 "$page" | sed 's/.\x08//g')
        for section in NAME SYNOPSIS DESCRIPTION OPTIONS 'EXIT STATUS' EXAMPLES 'SEE ALSO'; do
            grep -qx "$section" <<<"$text" || { echo "$page: has no section $section"; status=1; }
        done
        ;;
    esac
done
exit $status
