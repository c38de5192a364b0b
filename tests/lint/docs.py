#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the documents to the tree: every link leads somewhere, every path that is named is there.

  docs.py [TREE]

A path is what stands in backticks and begins with a folder of the tree. One with a placeholder (`tests/unit/ROOM/`) counts
as far as it goes, `*` and `{a,b}` are understood. Prints `file:line: what is wrong`; ends with 1 when there is any.
"""
import itertools
import pathlib
import re
import sys

FOLDERS = ("app/", "core/", "docs/", "resources/", "tests/", "tools/", "ui/", ".ci/")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`([\w.*{},/-]+)`")
PLACEHOLDER = re.compile(r"(^|[-_.])[A-Z]{2,}\d*($|[-_.])")


def expanded(path):
    """`a/{b,c}.h` → `a/b.h`, `a/c.h`."""
    parts = [part.split(",") for part in re.split(r"[{}]", path)]
    return ["".join(choice) for choice in itertools.product(*parts)]


def known_part(path):
    """The path up to its first placeholder, a word in capitals."""
    parts = path.rstrip("/").split("/")
    return "/".join(itertools.takewhile(lambda part: not PLACEHOLDER.search(part), parts))


def violations(tree):
    for document in sorted([*tree.glob("*.md"), *(tree / "docs").rglob("*.md")]):
        name = document.relative_to(tree).as_posix()
        for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
            for link in LINK.findall(line):
                if "://" not in link and not (document.parent / link).exists():
                    yield f"{name}:{number}: the link to {link} leads nowhere"
            for path in PATH.findall(line):
                if path.startswith(FOLDERS):
                    for one in expanded(path):
                        if not any(tree.glob(known_part(one))):
                            yield f"{name}:{number}: there is no {one}"


def main():
    found = list(violations(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
