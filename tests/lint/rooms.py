#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the tree to the order of its rooms: who may include whom, and what every file must carry.

  rooms.py [TREE]

Prints one line per violation, `file:line: what is wrong`, and ends with 1 when there is any. The rules are those
of docs/architecture.md; each function below checks one of them.
"""
import pathlib
import re
import sys
from dataclasses import dataclass

# A room includes only rooms to its left, in its own table.
CORE = "base text time model language ingest extract coreference library timeline exchange service".split()
UI = "bridge models timeline reader editing shell".split()
# A room with several purposes has a folder for each; a folder includes only folders to its left, and nothing of what
# stands in the room itself, which puts them together.
FOLDERS = {
    ("core", "extract"): "times people written events".split(),
    ("core", "library"): "store search corrections stories catalogue safety".split(),
}
SOURCE_FOLDERS = ("core", "ui", "app", "tests")

# Libraries that one room hides from all others: header pattern → who may include it.
HIDDEN = {
    re.compile(r"sqlite3(ext)?\.h$"): ("core/library/", "tests/unit/library/"),
    re.compile(r"(gumbo\.h|libxml/.*)$"): ("core/ingest/",),
}
# Where Qt may be named at all.
QT_HOMES = ("ui/", "app/demarche/", "tests/ui/", "tests/e2e/", "tests/bench/ui/")
LONGEST = {".h": 200, ".cpp": 600}

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
QT_HEADER = re.compile(r"^(Q[A-Z]\w*|Qt\w*/.*)$")
GENERATED = re.compile(r"^(moc_\w+\.cpp|\w+\.moc|ui_\w+\.h)$")


@dataclass(frozen=True)
class Include:
    line: int
    quoted: bool
    path: str


class Source:
    """A C++ file with the room it stands in."""

    def __init__(self, tree, path):
        self.path = path
        self.name = path.relative_to(tree).as_posix()
        self.lines = path.read_text(encoding="utf-8").splitlines()
        self.includes = []
        for number, line in enumerate(self.lines, 1):
            if match := INCLUDE.match(line):
                self.includes.append(Include(number, match[1] == '"', match[2]))

    @property
    def room(self):
        return room_of(self.name)


def room_of(path):
    """`("core", "time")` for core/time/edtf.h; None outside core/ and ui/."""
    parts = path.split("/")
    return (parts[0], parts[1]) if len(parts) > 2 and parts[0] in ("core", "ui") else None


def sources(tree):
    for folder in SOURCE_FOLDERS:
        for path in sorted((tree / folder).rglob("*")):
            if path.suffix in LONGEST and path.is_file():
                yield Source(tree, path)


def cmake_files(tree):
    yield from (tree / name for name in ["CMakeLists.txt"] if (tree / name).exists())
    for folder in (*SOURCE_FOLDERS, "tools", "resources"):
        yield from sorted((tree / folder).rglob("CMakeLists.txt"))
        yield from sorted((tree / folder).rglob("*.cmake"))


def uses_of(tree):
    """Room → rooms that its CMakeLists.txt names in USES or LINKS, and those that these reach in turn. Rooms are
    written as their folders: `core/time`."""
    reached = {}
    # In order, so that the rooms used are known already.
    for half, rooms in (("core", CORE), ("ui", UI)):
        for name in rooms:
            file = tree / half / name / "CMakeLists.txt"
            if file.exists():
                words = room_call(file.read_text(encoding="utf-8"))
                direct = {f"{half}/{used}" for used in words_after("USES", words)}
                direct |= {link.replace("_", "/", 1) for link in words_after("LINKS", words) if link.startswith("core_")}
                reached[f"{half}/{name}"] = direct.union(*(reached.get(used, ()) for used in direct))
    return reached


def room_call(text):
    """The words of demarche_room(…) or demarche_ui_room(…)."""
    call = re.search(r"demarche_(?:ui_)?room\s*\(([^)]*)\)", re.sub(r"#.*", "", text))
    return call[1].split() if call else []


def words_after(keyword, words):
    """The words between `keyword` and the next keyword of a CMake call."""
    found = []
    taking = False
    for word in words:
        if re.fullmatch(r"[A-Z]{4,}", word):
            taking = word == keyword
        elif taking:
            found.append(word)
    return found


def check_rooted(source):
    """Every include of the project begins with its folder, in quotes. A test's helper beside it may do without."""
    for include in source.includes:
        first = include.path.split("/")[0]
        beside = source.name.startswith("tests/") and (source.path.parent / include.path).is_file()
        if include.quoted and first not in SOURCE_FOLDERS and not beside and not GENERATED.match(include.path):
            yield include.line, f'"{include.path}" must be written from the root of the tree ("core/room/file.h")'
        if not include.quoted and first in SOURCE_FOLDERS:
            yield include.line, f"<{include.path}> is the project's own: write it in quotes"


def check_order(source):
    """A room includes only rooms above it; core/ knows neither ui/ nor app/."""
    if source.room is None:
        return
    half, room = source.room
    rooms = CORE if half == "core" else UI
    if room not in rooms:
        yield 1, f"{half}/{room} is no room; the rooms are listed in docs/architecture.md"
        return
    for include in source.includes:
        first = include.path.split("/")[0]
        if first in ("app", "tests") or (half == "core" and first == "ui"):
            yield include.line, f'{half}/{room} must not include "{include.path}"'
        target = room_of(include.path)
        if target and target[0] == half and target[1] not in rooms[: rooms.index(room) + 1]:
            yield include.line, f'{half}/{room} stands above {half}/{target[1]} and must not include "{include.path}"'


def check_folders(source):
    """Within a room, a folder includes only the folders before it."""
    folders = FOLDERS.get(source.room)
    if not folders:
        return
    room = "/".join(source.room)
    parts = source.name.split("/")
    if len(parts) == 3:
        return
    if parts[2] not in folders:
        yield 1, f"{room}/{parts[2]} is no folder of the room; they are listed in tests/lint/rooms.py"
        return
    for include in source.includes:
        if room_of(include.path) != source.room:
            continue
        target = include.path.split("/")[2]
        if target not in folders[: folders.index(parts[2]) + 1]:
            yield include.line, f'{room}/{parts[2]} stands above {target} and must not include "{include.path}"'


TYPE = re.compile(r"(?:struct|class|enum class|enum)\s+(?:\[\[\w+\]\]\s*)?(\w+)\b(?!::)[^;]*\{")


def types_of(source):
    """(namespace, name, line) of each structure and enumeration at the left margin that other files can see."""
    spaces = []
    for number, line in enumerate(source.lines, 1):
        if match := re.match(r"namespace\s*([\w:]*)\s*\{", line):
            spaces.append(match[1])
        elif re.match(r"\} // namespace", line) and spaces:
            spaces.pop()
        elif "" not in spaces and (match := TYPE.match(line)):
            yield "::".join(spaces), match[1], number


def check_names(tree):
    """Two types of one name in one namespace are one type to the linker, whichever it meets first."""
    first = {}
    for source in sources(tree):
        if source.room is None:
            continue
        for space, name, line in types_of(source):
            if (space, name) in first:
                yield source.name, line, f"{space}::{name} is also in {first[space, name]}: one name, one type"
            first.setdefault((space, name), f"{source.name}:{line}")


def check_uses(source, uses):
    """What a room includes is among what its CMakeLists.txt names, directly or by way of others."""
    if source.room is None:
        return
    own = "/".join(source.room)
    if own not in uses:
        return
    for include in source.includes:
        target = room_of(include.path)
        allowed = source.room[0] == "ui" or (target and target[0] == "core")  # the rest is check_order's
        if target and allowed and "/".join(target) not in {own, *uses[own]}:
            yield include.line, f'"{include.path}": {own}/CMakeLists.txt reaches no {"/".join(target)}'


def check_hidden(source):
    """Qt stays out of core/ and of the command line, SQLite in core/library, HTML parsers in core/ingest."""
    for include in source.includes:
        if QT_HEADER.match(include.path) and not source.name.startswith(QT_HOMES):
            yield include.line, f"<{include.path}>: Qt is used under ui/ and app/demarche only"
        for header, homes in HIDDEN.items():
            if header.search(include.path) and not source.name.startswith(homes):
                yield include.line, f"<{include.path}> is used in {homes[0].rstrip('/')} only"
    if source.name.startswith("app/demarche-cli/"):
        for include in source.includes:
            if include.path.startswith("ui/"):
                yield include.line, f'the command line must not include "{include.path}"'


def check_form(source):
    """Licence line, include guard, length; and a source includes its own header first, which proves the header
    complete in itself."""
    if not source.lines or source.lines[0] != "// SPDX-License-Identifier: Apache-2.0":
        yield 1, "the first line must be // SPDX-License-Identifier: Apache-2.0"
    suffix = source.path.suffix
    if suffix == ".h" and "#pragma once" not in source.lines:
        yield 1, "a header needs #pragma once"
    if len(source.lines) > LONGEST[suffix]:
        yield LONGEST[suffix] + 1, f"{len(source.lines)} lines; more than {LONGEST[suffix]} ask to be split by topic"
    header = source.path.with_suffix(".h")
    if suffix == ".cpp" and header.exists():
        own = source.name[: -len("cpp")] + "h"
        first = source.includes[0].path if source.includes else ""
        if first != own and not (source.name.startswith("tests/") and first == header.name):
            yield 1, f'the first include must be "{own}"'


def check_qt_lookup(tree, path):
    """Only ui/ and app/demarche look Qt up, so that the rest is built without it."""
    name = path.relative_to(tree).as_posix()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.match(r"\s*find_package\s*\(\s*Qt", line) and not name.startswith(QT_HOMES):
            yield number, "Qt is looked up under ui/ and app/demarche only"


def violations(tree):
    """All of them, as (file, line, what is wrong)."""
    uses = uses_of(tree)
    for source in sources(tree):
        for check in (check_rooted, check_order, check_folders, check_hidden, check_form):
            for line, what in check(source):
                yield source.name, line, what
        for line, what in check_uses(source, uses):
            yield source.name, line, what
    yield from check_names(tree)
    for path in cmake_files(tree):
        for line, what in check_qt_lookup(tree, path):
            yield path.relative_to(tree).as_posix(), line, what


def main():
    tree = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    if not (tree / "core").is_dir():
        print(f"rooms.py: {tree} has no core/", file=sys.stderr)
        return 2
    found = list(violations(tree))
    for name, line, what in found:
        print(f"{name}:{line}: {what}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
