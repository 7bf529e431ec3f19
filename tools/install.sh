#!/usr/bin/env bash
# Installs what is missing of the named sections of tools/packages*.txt, as root or with sudo.
# usage: tools/install.sh SECTION…      e.g. tools/install.sh build tests
set -euo pipefail
cd "$(dirname "$(realpath "${BASH_SOURCE[0]}")")"

fail() {
    printf 'tools/install.sh: %s\n' "$@" >&2
    exit 1
}

# The packages of one section, a name a line.
section() {
    local packages
    packages=$(awk -v header="[$1]" '
        FNR == 1 { inside = 0 }
        { sub(/#.*/, "") }
        /^\[/    { inside = ($1 == header); next }
        inside && NF { print $1 }' packages*.txt)
    [[ -n $packages ]] || fail "there is no section [$1] in tools/packages*.txt"
    printf '%s\n' "$packages"
}

is_installed() {
    dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

apt_get() {
    local sudo=()
    ((EUID == 0)) || sudo=(sudo --prompt='password of %p, to install packages with apt-get: ')
    # Cloud machines update themselves after a start: wait for them.
    "${sudo[@]}" env LC_ALL=C DEBIAN_FRONTEND=noninteractive \
        apt-get --quiet --no-install-recommends --no-remove \
        -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@"
}

# One line that says what is coming, from the sizes that apt-get would ask a yes for.
announce() {
    local plan download disk
    plan=$(apt_get --assume-no install "$@" 2>&1) || true
    download=$(sed -n 's/^Need to get \(.*\) of archives\.$/\1/p' <<<"$plan")
    disk=$(sed -n 's/^After this operation, \(.*\) of additional disk space.*/\1/p' <<<"$plan")
    [[ -z $download ]] ||
        printf 'Installing %s and what they need: %s to download, %s on disk.\n' \
            "$*" "${download%%/*}" "${disk:-nothing more}"
}

install_packages() {
    local log
    log=$(mktemp)
    # shellcheck disable=SC2064  # the name of now
    trap "rm -f '$log'" EXIT
    # A foreign source that does not answer need not stop us: the installation decides.
    apt_get update >"$log" 2>&1 || true
    announce "$@"
    apt_get --yes install "$@" >>"$log" 2>&1 && return
    tail -n 30 "$log" >&2
    fail "apt-get could not install $*" \
        "these are packages of Debian 12; this is $(sed -n 's/^PRETTY_NAME=//p' /etc/os-release)"
}

main() {
    (($# > 0)) || fail 'which section? e.g. tools/install.sh build tests'
    local wanted=() missing=() name list
    for name in "$@"; do
        list=$(section "$name")
        mapfile -t -O "${#wanted[@]}" wanted <<<"$list"
    done
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        fail 'there is no apt-get here; Debian 12, or a container with it, is what this is made for' \
            "its packages are: ${wanted[*]}"
    fi
    for name in "${wanted[@]}"; do
        is_installed "$name" || missing+=("$name")
    done
    ((${#missing[@]} > 0)) || return 0
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        fail "packages are missing, and installing them needs root or sudo; as root:" \
            "apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    fi
    install_packages "${missing[@]}"
}

main "$@"
