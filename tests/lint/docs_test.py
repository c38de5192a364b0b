#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs.py finds a document that speaks of what is not there, and leaves a true one in peace."""
import pathlib
import tempfile
import unittest

import docs


class Docs(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = pathlib.Path(folder.name)
        for file in ("docs/guide.md", "core/time/edtf.h", "core/time/edtf.cpp", "tests/unit/time/edtf_test.cpp"):
            (self.tree / file).parent.mkdir(parents=True, exist_ok=True)
            (self.tree / file).touch()

    def found(self, text):
        (self.tree / "README.md").write_text(text, encoding="utf-8")
        return list(docs.violations(self.tree))

    def test_what_is_there_may_be_named(self):
        self.assertEqual(self.found("A [guide](docs/guide.md#top), a [page](https://example.org/), `core/time/edtf.h`"), [])
        self.assertEqual(self.found("`core/time/edtf.{h,cpp}`, `core/time/*.h`, `tests/unit/ROOM/`, `file.h:42`"), [])

    def test_a_link_that_leads_nowhere_is_found(self):
        self.assertEqual(self.found("\nA [guide](docs/gide.md)"), ["README.md:2: the link to docs/gide.md leads nowhere"])

    def test_a_path_that_is_not_there_is_found(self):
        self.assertEqual(self.found("`core/time/edtf.hpp`"), ["README.md:1: there is no core/time/edtf.hpp"])
        self.assertEqual(self.found("`core/time/{edtf,zone}.h`"), ["README.md:1: there is no core/time/zone.h"])
        self.assertEqual(self.found("`tests/units/ROOM/`"), ["README.md:1: there is no tests/units/ROOM/"])


if __name__ == "__main__":
    unittest.main()
