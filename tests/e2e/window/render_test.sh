#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# render_test.sh DEMARCHE DEMARCHE-CLI — pictures without a window or a display, and what is said when there can be none.
set -eu

demarche=$1
cli=$2
here=$(cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" XDG_CONFIG_HOME="$work" XDG_RUNTIME_DIR="$work" LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM 2>/dev/null || true
chmod 700 "$work"

fail() {
  echo "FAILED: $*"
  exit 1
}

# refuses STATUS WORDS ARGUMENTS... — ends so, with one line on standard error that has these words.
refuses() {
  status=$1 words=$2
  shift 2
  got=0
  "$demarche" "$@" >"$work/out" 2>"$work/err" || got=$?
  [ "$got" -eq "$status" ] || fail "demarche $*: ended with $got, not $status: $(cat "$work/err")"
  [ "$(wc -l <"$work/err")" -eq 1 ] || fail "demarche $*: said more than one line: $(cat "$work/err")"
  grep -q -e "$words" "$work/err" || fail "demarche $*: does not say \"$words\": $(cat "$work/err")"
}

"$cli" add "$work/lib.demarche" "$here/articles" >/dev/null 2>&1

for ending in png svg pdf; do
  "$demarche" --render "$work/t.$ending" "$work/lib.demarche" || fail "could not draw $ending"
  [ "$(wc -c <"$work/t.$ending")" -gt 2000 ] || fail "t.$ending is nearly empty"
done
[ "$(head -c 4 "$work/t.pdf")" = %PDF ] || fail "t.pdf is no PDF"
grep -q '<svg' "$work/t.svg" || fail "t.svg is no SVG"

# Bytes 16 to 23 of a PNG are its width and height.
"$demarche" --render "$work/size.png" --size 640x360 --theme dark --from 2023-05 --kind meeting "$work/lib.demarche"
[ "$(od -An -tu1 -j16 -N8 "$work/size.png" | tr -s ' ')" = " 0 0 2 128 0 0 1 104" ] || fail "the picture has another size"
cmp -s "$work/size.png" "$work/t.png" && fail "options make no difference"

refuses 2 "gone.demarche" --render "$work/x.png" "$work/gone.demarche"
refuses 2 "LIBRARY" --render "$work/x.png"
refuses 2 "size" --render "$work/x.png" --size large "$work/lib.demarche"
refuses 2 "kind party" --render "$work/x.png" --kind party "$work/lib.demarche"
refuses 2 "from yesterday" --render "$work/x.png" --from yesterday "$work/lib.demarche"
refuses 2 "x.bmp" --render "$work/x.bmp" "$work/lib.demarche"
refuses 2 "no-such-folder" --render "$work/no-such-folder/x.png" "$work/lib.demarche"
refuses 2 "display" "$work/lib.demarche"
refuses 2 "frobnicate" --frobnicate
[ ! -e "$work/x.png" ] || fail "a picture was written though it was refused"

"$demarche" --version | grep -q '^demarche [0-9]' || fail "--version does not tell the version"
"$demarche" --help | grep -q -e --render || fail "--help does not tell of --render"
echo "pictures are drawn without a window, and refusals are told in a line"
