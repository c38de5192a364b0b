#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the fonts of the picture tests anew: python3 make_fonts.py

Cuts those letters out of Noto Sans and Noto Sans CJK SC (Debian: fonts-noto-core, fonts-noto-cjk) that the pictures
can hold: Latin, whatever the window says in simplified Chinese, and the names in library.cpp. Needs fonttools
(Debian: fonttools). Under a name of their own they are never mixed up with fonts of the machine.
"""
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).parent
TREE = HERE.parents[3]
NOTO = pathlib.Path("/usr/share/fonts")
# Written by dates, times and numbers of the locale.
OF_LOCALES = "年月日周星期一二三四五六七八九十上下午时分秒点季度世纪代"


def latin():
    return "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) + "–—‘’“”…•·×−→ \u202f"


def chinese():
    texts = [TREE / "resources/translations/demarche_zh_CN.ts", HERE / "library.cpp"]
    letters = set("".join(text.read_text(encoding="utf-8") for text in texts) + OF_LOCALES)
    return "".join(sorted(letter for letter in letters if ord(letter) >= 0x2E80))


def cut(source, number, letters, family, style, target):
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = [1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    font = TTFont(source, fontNumber=number)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    names = {1: family, 2: style, 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font.save(HERE / "fonts" / target)


def main():
    for style in ("Regular", "Bold"):
        cut(NOTO / f"truetype/noto/NotoSans-{style}.ttf", 0, latin(), "Picture Sans", style, f"PictureSans-{style}.ttf")
    # The third of the collection is that for simplified Chinese.
    cut(NOTO / "opentype/noto/NotoSansCJK-Regular.ttc", 2, chinese(), "Picture Sans SC", "Regular",
        "PictureSansSC-Regular.otf")


if __name__ == "__main__":
    main()
