# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# For the tests that drive the real window: a screen of their own, and what one does and sees there. To be read by a
# script that has set $here, the folder of the articles, and $demarche. Ends it with 77 where the programs for that
# are missing.

for program in Xvfb openbox xdotool import compare identify; do
  command -v "$program" >/dev/null || {
    echo "skipped: $program is not installed"
    exit 77
  }
done

work=$(mktemp -d)
pids=
finish() {
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM

fail() {
  echo "FAILED: $*"
  [ -z "${KEEP-}" ] || import -window root "$KEEP" || true
  cat "$work/log" 2>/dev/null || true
  exit 1
}

# until_true SECONDS COMMAND... — tries four times a second.
until_true() {
  tries=$(($1 * 4))
  shift
  while ! "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.25
  done
}

# start_screen [HEIGHT]
start_screen() {
  mkfifo "$work/display"
  Xvfb -displayfd 3 -screen 0 "1280x${1:-800}x24" -nolisten tcp 3>"$work/display" 2>/dev/null &
  pids="$pids $!"
  read -r number <"$work/display"
  export DISPLAY=":$number"
  openbox >/dev/null 2>&1 &
  pids="$pids $!"
  # A window that is shown while the window manager is still starting may never be mapped.
  until_true 30 manager_is_ready || fail "the window manager did not start"
}
manager_is_ready() { xdotool get_desktop >/dev/null 2>&1; }

# A home of its own, so that nothing of the user's is read or written.
clean_home() {
  export HOME="$work/home" XDG_CONFIG_HOME="$work/home/config" XDG_DATA_HOME="$work/home/data"
  export XDG_RUNTIME_DIR="$work/home/run" LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb
  mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_RUNTIME_DIR" "$HOME/Documents"
  chmod 700 "$XDG_RUNTIME_DIR"
  cp -r "$here/articles" "$work/articles"
}

# Our own window, by the process that owns it.
find_window() {
  window=$(xdotool search --onlyvisible --pid "$program_pid" 2>/dev/null | head -n 1)
  [ -n "$window" ]
}

# start_program [ARGUMENTS...] — at the top of the screen, or where $top says.
start_program() {
  "$demarche" "$@" >>"$work/log" 2>&1 &
  program_pid=$!
  pids="$pids $program_pid"
  until_true 60 find_window || fail "no window came up"
  xdotool windowmove "$window" 0 "${top:-0}" windowsize --sync "$window" 1280 800
  sleep 1
}

picture() { import -window "$window" "$work/$1.png"; }
colours() { identify -format %k "$work/$1.png"; }

# changed FROM REGION [PIXELS] — whether a part of the window no longer looks as in the picture FROM.
changed() {
  picture now
  pixels=$(compare -metric AE -extract "$2" "$work/$1.png" "$work/now.png" null: 2>&1 || true)
  [ "${pixels%%.*}" -gt "${3:-400}" ]
}

type_into_dialog() {
  until_true 20 xdotool search --onlyvisible --name "$1" >/dev/null 2>&1 || fail "the dialog \"$1\" did not open"
  sleep 0.5
  xdotool type --delay 5 "$2"
  xdotool key Return
}

title_is() { xdotool getwindowname "$window" | grep -q "^$1"; }
ended() { ! kill -0 "$program_pid" 2>/dev/null; }

quit_program() {
  xdotool windowfocus --sync "$window" key ctrl+q
  until_true 20 ended || fail "the window did not close"
  wait "$program_pid" || fail "the program ended with $?"
}

centre=800x300+20+100
reader=330x300+930+80
