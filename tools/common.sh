# shellcheck shell=sh
# SPDX-License-Identifier: Apache-2.0
# What the commands beside this file share. They source it after `set -eu`.

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
command_name=tools/$(basename -- "$0")

cores() { nproc 2>/dev/null || echo 2; }
say() { printf '%s: %s\n' "$command_name" "$*" >&2; }
die() {
  say "$@"
  exit 1
}

# The lines of tools/packages for the sets named: PACKAGE[|OTHER NAME...].
packages_of() {
  for set_name in "$@"; do
    sed -n "s/^$set_name  *//p" "$top/tools/packages"
  done | sort -u
}

# Prints those lines of which no name is installed. One question to dpkg, so that asking costs nothing.
missing_of() {
  # shellcheck disable=SC2046 # names of packages hold no blanks
  installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(packages_of "$@" | tr '|' ' ') 2>/dev/null |
    sed -n 's/^installed //p' | tr '\n' ' ')"
  for line in $(packages_of "$@"); do
    found=
    for package in $(printf '%s' "$line" | tr '|' ' '); do
      case "$installed" in *" $package "*) found=yes ;; esac
    done
    [ -n "$found" ] || printf '%s\n' "$line"
  done
}

# The first name of PACKAGE[|OTHER NAME...] that the archive has; fails when it has none.
known_name() {
  for package in $(printf '%s' "$1" | tr '|' ' '); do
    if [ "$package" = none ]; then return 0; fi
    if LC_ALL=C apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [^(]'; then
      printf '%s\n' "$package"
      return 0
    fi
  done
  return 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    die "root is needed to install packages and there is no sudo; as root, run: apt-get install $names"
  fi
}

# Never asks; what apt-get says is kept in build/apt.log.
apt_get() {
  mkdir -p "$top/build"
  as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
    apt-get -q -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null >>"$top/build/apt.log" 2>&1
}

# Sets `names` to what apt-get shall install for the lines given; fails on the first that the archive lacks.
choose_names() {
  names=
  for line in "$@"; do
    if ! chosen=$(known_name "$line"); then
      unknown=$line
      return 1
    fi
    names=$names${chosen:+ $chosen}
  done
}

# need SET... makes sure that the packages of the sets are there. What may be missing (`none`) comes along
# with the others but is never a reason to call apt-get.
need() {
  command -v apt-get >/dev/null 2>&1 ||
    die "this command installs what it needs with apt-get, which is not here; install what tools/packages lists and call cmake --preset release"
  missing=$(missing_of "$@")
  printf '%s\n' "$missing" | grep -v '|none$' | grep -q . || return 0
  # shellcheck disable=SC2086 # names of packages hold no blanks
  if ! choose_names $missing || ! install_chosen; then
    apt_get update || say "the list of packages could not be renewed; going on with the old one"
    choose_names $missing || die "the system's archive has no package $unknown (Debian 12, Ubuntu 24.04 or newer is needed)"
    install_chosen || die "apt-get could not install$names: $(grep '^E: ' "$top/build/apt.log" | tail -n 1) (all of it: build/apt.log)"
  fi
}

install_chosen() {
  say "installing$names"
  # shellcheck disable=SC2086
  apt_get install -y --no-install-recommends $names
}

# configure PRESET [CMAKE ARGUMENT...] only when it has not been done or when the arguments ask for something new.
configure() {
  preset=$1
  shift
  cache=$top/build/$preset/CMakeCache.txt
  if [ -f "$cache" ] && [ -f "$top/build/$preset/build.ninja" ]; then
    settled=yes
    for argument in "$@"; do
      grep -q "^$(printf '%s' "$argument" | sed 's/^-D//; s/=/:[A-Z]*=/')\$" "$cache" || settled=
    done
    [ -z "$settled" ] || return 0
  fi
  cmake_enough || die "CMake 3.25 or newer is needed, this is $(cmake --version | sed -n '1s/.* //p'); Debian 12 and Ubuntu 24.04 have it"
  say "configuring build/$preset"
  mkdir -p "$top/build/$preset"
  if ! (cd "$top" && cmake --preset "$preset" "$@") >"$top/build/$preset/configure.log" 2>&1; then
    sed -n '/^CMake Error/,/^$/p' "$top/build/$preset/configure.log" >&2
    die "configuring failed; all of it is in build/$preset/configure.log"
  fi
}

# The release tree for programs alone: one that is there stays as it is, a new one does without the tests, so that
# their libraries are not wanted.
configure_programs() {
  [ -f "$top/build/release/build.ninja" ] || configure release -DDEMARCHE_BUILD_TESTS=OFF
}

cmake_enough() {
  version=$(cmake --version | sed -n '1s/[^0-9]*\([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
  # shellcheck disable=SC2086 # two numbers
  set -- $version
  [ "$1" -gt 3 ] || { [ "$1" -eq 3 ] && [ "$2" -ge 25 ]; }
}

# build PRESET [TARGET...], everything when no target is named.
build() {
  preset=$1
  shift
  if [ $# -gt 0 ]; then set -- --target "$@"; fi
  (cd "$top" && cmake --build --preset "$preset" "$@") >&2 || die "building failed; the first error stands above"
}
