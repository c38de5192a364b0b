#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# changes_test.sh DEMARCHE DEMARCHE-CLI — one library in two real windows and on the command line: each window shows
# what the other and the command line do to it, keeps what is being read, and says so when the file goes. Ends with 77
# where the programs for that are missing.
set -eu

demarche=$1
cli=$2
here=$(cd -- "$(dirname -- "$0")" && pwd)
. "$here/screen.sh"

library=$work/shared.demarche
# Where it is told how many events there are, where the messages come, and the timeline alone.
counts=400x24+880+774
below=880x300+20+380
timeline=880x200+20+60

clean_home
start_screen 1620
"$cli" add "$library" "$work/articles/geneva.txt" >/dev/null 2>&1

start_program "$library"
until_true 30 title_is shared || fail "the library did not open"
sleep 1
picture opened
xdotool mousemove 640 1610 # away from what would light up under it
xdotool windowfocus --sync "$window" key ctrl+Down
until_true 10 changed opened "$reader" || fail "no event was read"
sleep 1
picture reading
first=$window first_pid=$program_pid

# shown WHAT — waits until the first window tells other counts than in the picture before it, and makes the next one.
shown() {
  until_true 20 changed reading "$counts" 20 || fail "$1 is not shown"
  sleep 1 # what would jump has jumped
  ! changed reading "$reader" 0 || fail "the reader has moved when $1 was to be shown"
  picture reading
}

"$cli" add "$library" "$work/articles/beijing.txt" >/dev/null 2>&1
shown "what the command line added"

top=810
start_program "$library"
until_true 30 title_is shared || fail "the library did not open a second time"
cat >"$work/articles/dalian.txt" <<'END'
Ministers talk in Dalian

DALIAN, June 30, 2023 - U.S. Treasury Secretary Janet Yellen met Chinese Vice Premier He Lifeng in Dalian on June 29, 2023.
END
xdotool windowfocus --sync "$window" key ctrl+i
type_into_dialog "Add articles" "$work/articles/dalian.txt"
second=$window second_pid=$program_pid
window=$first
shown "what the other window added"

window=$second
picture second
"$cli" remove "$library" "$work/articles/beijing.txt" >/dev/null 2>&1 || fail "the command line removed nothing"
until_true 20 changed second "$counts" 20 || fail "what was removed stays in the second window"
window=$first
shown "what the command line removed"
window=$second program_pid=$second_pid
quit_program
window=$first program_pid=$first_pid
picture alone

mv "$library" "$work/elsewhere.demarche"
until_true 20 changed alone "$below" || fail "nothing is said of the library having gone"
! ended || fail "the window ended when its library had gone"
! changed alone "$timeline" || fail "the timeline does not stay when the library has gone"

# Another one takes its place.
"$cli" add "$work/other.demarche" "$work/articles/beijing.txt" >/dev/null 2>&1
picture gone
mv "$work/other.demarche" "$library"
until_true 20 changed gone "$centre" || fail "the library that took its place is not shown"
quit_program
for file in "$library" "$work/elsewhere.demarche"; do
  "$cli" check "$file" >/dev/null || fail "$file is not whole any more"
done
echo "two windows and the command line see what each does to their library"
