#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# window_test.sh DEMARCHE — the real window on a screen of its own: it starts empty, makes a library, adds articles
# through its dialogs, shows their events, opens the reader at a click, and ends when told to. Ends with 77
# where the programs for that are missing.
set -eu

demarche=$1
here=$(cd -- "$(dirname -- "$0")" && pwd)
. "$here/screen.sh"

clean_home
start_screen

start_program
picture empty
[ "$(colours empty)" -gt 16 ] || fail "the empty window is blank"

xdotool windowfocus --sync "$window" key ctrl+n
type_into_dialog "New library" "$work/e2e.demarche"
until_true 30 title_is e2e || fail "the new library did not open: $(xdotool getwindowname "$window")"
[ -f "$work/e2e.demarche" ] || fail "there is no file of the new library"
picture library

xdotool windowfocus --sync "$window" key ctrl+i
type_into_dialog "Add articles" "$work/articles/geneva.txt"
until_true 60 changed library "$centre" || fail "no events were drawn after an article was added"
sleep 1
picture events

# The list's first rows are about here; which exactly depends on the fonts.
opened=no
for y in 612 622 632 642; do
  xdotool mousemove --window "$window" 300 "$y" click 1
  if until_true 2 changed events "$reader"; then
    opened=yes
    break
  fi
done
[ "$opened" = yes ] || fail "a click on an event did not open the reader"

# Keys reach the other passages.
picture first
xdotool windowfocus --sync "$window" key ctrl+Down
until_true 5 changed first "$reader" || fail "the next event was not read"

quit_program

start_program "$work/e2e.demarche"
until_true 30 title_is e2e || fail "the library did not open again"
until_true 30 changed library "$centre" || fail "the events are not there any more"
quit_program
echo "the window starts, adds, shows, reads and ends"
