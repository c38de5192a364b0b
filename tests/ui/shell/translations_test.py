#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every word of the window has its translation.

  translations_test.py LUPDATE TREE

Brings copies of resources/translations/*.ts up to date with the sources and prints what they leave untranslated,
and translations that lost a placeholder (%1, %Ln) or gained one.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

PLACEHOLDER = re.compile(r"%(?:\d+|L?n)")


def updated(lupdate, tree, file, folder):
    """A copy of the file that knows everything the sources say now."""
    copy = pathlib.Path(shutil.copy(file, folder))
    command = [lupdate, "-no-obsolete", "-locations", "none", "-extensions", "cpp,h", "-I", str(tree)]
    if file.stem.endswith("_en"):
        command.append("-pluralonly")
    command += [str(tree / "ui"), str(tree / "app" / "demarche"), "-ts", str(copy)]
    subprocess.run(command, check=True, capture_output=True)
    return copy


def faults(file):
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            source = message.findtext("source")
            translation = message.find("translation")
            texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if translation.get("type") == "unfinished" or not all(texts):
                yield f"{name}: not translated: {source!r}"
            elif any(set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(source)) for text in texts):
                yield f"{name}: other placeholders than the source: {source!r} → {texts}"


def main(lupdate, tree):
    tree = pathlib.Path(tree)
    files = sorted((tree / "resources" / "translations").glob("*.ts"))
    bad = 0 if files else 1
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            for fault in faults(updated(lupdate, tree, file, folder)):
                print(f"{file.name}: {fault}")
                bad += 1
    if bad:
        print("run the build's target update_translations and fill in what is new")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
