#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""rooms.py finds what it is there to find: each case writes a small tree with one violation, or with none."""
import pathlib
import tempfile
import unittest

import rooms

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"
HEADER = SPDX + "#pragma once\n"


class Rooms(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = pathlib.Path(folder.name)
        self.write("core/base/CMakeLists.txt", "demarche_room(NAME base SOURCES a.cpp)\n")
        self.write("core/text/CMakeLists.txt", "demarche_room(NAME text SOURCES a.cpp\n  USES base LINKS ICU::uc)\n")
        self.write("core/time/CMakeLists.txt", "demarche_room(NAME time SOURCES a.cpp USES base)\n")
        self.write("core/model/CMakeLists.txt", "demarche_room(NAME model SOURCES a.cpp USES text)\n")
        self.write("core/base/result.h", HEADER)

    def write(self, name, text):
        path = self.tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def found(self):
        return [f"{name}:{line}: {what}" for name, line, what in rooms.violations(self.tree)]

    def assert_found(self, begin, part):
        found = self.found()
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(begin), found[0])
        self.assertIn(part, found[0])

    def test_a_tree_in_order_is_left_in_peace(self):
        self.write("core/text/span.h", HEADER + '#include "core/base/result.h"\n\n#include <vector>\n')
        self.write("core/text/span.cpp", SPDX + '#include "core/text/span.h"\n')
        self.write("ui/bridge/signals.h", HEADER + '#include "core/base/result.h"\n#include <QObject>\n')
        self.write("ui/bridge/signals.cpp", SPDX + '#include "ui/bridge/signals.h"\n#include "moc_signals.cpp"\n')
        self.write("ui/CMakeLists.txt", "find_package(Qt6 REQUIRED)\n")
        self.assertEqual(self.found(), [])

    def test_an_include_of_a_room_below_is_found(self):
        self.write("core/base/a.cpp", SPDX + '\n#include "core/text/span.h"\n')
        self.assertIn("core/base/a.cpp:3: core/base stands above core/text", "\n".join(self.found()))

    def test_a_folder_of_a_room_that_includes_a_later_one_is_found(self):
        self.write("core/extract/CMakeLists.txt", "demarche_room(NAME extract SOURCES times/a.cpp)\n")
        self.write("core/extract/events/events.h", HEADER + '#include "core/extract/times/mark.h"\n')
        self.write("core/extract/times/a.cpp", SPDX + '#include "core/extract/events/events.h"\n')
        self.assert_found("core/extract/times/a.cpp:2:", "core/extract/times stands above events")

    def test_a_folder_that_includes_what_puts_the_room_together_is_found(self):
        self.write("core/extract/events/a.cpp", SPDX + '#include "core/extract/extract.h"\n')
        self.assert_found("core/extract/events/a.cpp:2:", "must not include")

    def test_a_folder_that_nobody_listed_is_found(self):
        self.write("core/extract/misc/a.h", HEADER)
        self.assert_found("core/extract/misc/a.h:1:", "no folder of the room")

    def test_two_types_of_one_name_are_found(self):
        body = "namespace demarche::text {\nstruct Candidate {\n};\n} // namespace demarche::text\n"
        self.write("core/text/a.h", HEADER + body)
        self.write("core/text/b.cpp", SPDX + body)
        self.assert_found("core/text/b.cpp:3:", "demarche::text::Candidate is also in core/text/a.h:4")

    def test_types_of_one_name_that_no_other_file_sees_are_left_in_peace(self):
        body = "namespace demarche::text {\nnamespace {\nstruct Hidden {\n};\n} // namespace\n} // namespace demarche::text\n"
        self.write("core/text/a.cpp", SPDX + body)
        self.write("core/text/b.cpp", SPDX + body)
        self.write("core/text/c.h", HEADER + "namespace demarche::text {\nstruct Later;\n} // namespace demarche::text\n")
        self.assertEqual(self.found(), [])

    def test_an_include_of_a_ui_room_below_is_found(self):
        self.write("ui/bridge/a.cpp", SPDX + '#include "ui/shell/window.h"\n')
        self.assert_found("ui/bridge/a.cpp:2:", "ui/bridge stands above ui/shell")

    def test_core_that_includes_the_window_is_found(self):
        self.write("core/text/a.cpp", SPDX + '#include "ui/shell/window.h"\n')
        self.assert_found("core/text/a.cpp:2:", "must not include")

    def test_qt_in_core_is_found_in_either_spelling(self):
        for header in ("QString", "QtCore/qstring.h"):
            self.write("core/text/a.cpp", SPDX + f"#include <{header}>\n")
            self.assert_found("core/text/a.cpp:2:", "Qt is used under ui/")

    def test_qt_and_ui_in_the_command_line_are_found(self):
        self.write("app/demarche-cli/a.cpp", SPDX + '#include "ui/bridge/a.h"\n')
        self.assert_found("app/demarche-cli/a.cpp:2:", "command line")
        self.write("app/demarche-cli/a.cpp", SPDX + "#include <QFile>\n")
        self.assert_found("app/demarche-cli/a.cpp:2:", "Qt is used under ui/")

    def test_an_include_that_is_not_rooted_is_found(self):
        self.write("core/text/a.cpp", SPDX + '#include "span.h"\n')
        self.assert_found("core/text/a.cpp:2:", "from the root of the tree")

    def test_a_helper_beside_a_test_needs_no_folder(self):
        self.write("tests/unit/text/helper.h", HEADER)
        self.write("tests/unit/text/helper.cpp", SPDX + '#include "helper.h"\n')
        self.write("tests/unit/text/a_test.cpp", SPDX + '#include "helper.h"\n')
        self.assertEqual(self.found(), [])
        self.write("tests/unit/text/a_test.cpp", SPDX + '#include "helpers.h"\n')
        self.assert_found("tests/unit/text/a_test.cpp:2:", "from the root of the tree")

    def test_an_own_header_in_angle_brackets_is_found(self):
        self.write("core/text/a.cpp", SPDX + "#include <core/base/result.h>\n")
        self.assert_found("core/text/a.cpp:2:", "in quotes")

    def test_a_room_used_but_not_named_in_cmake_is_found(self):
        self.write("core/model/a.cpp", SPDX + '#include "core/time/edtf.h"\n')
        self.assert_found("core/model/a.cpp:2:", "reaches no core/time")

    def test_a_room_of_the_window_that_reaches_for_more_than_it_names_is_found(self):
        self.write("ui/bridge/CMakeLists.txt", "demarche_ui_room(NAME bridge SOURCES a.cpp LINKS core_text)\n")
        self.write("ui/models/CMakeLists.txt", "demarche_ui_room(NAME models SOURCES a.cpp USES bridge)\n")
        self.write("ui/models/a.cpp", SPDX + '#include "core/base/result.h"\n#include "core/text/span.h"\n')
        self.assertEqual(self.found(), [])
        self.write("ui/models/a.cpp", SPDX + '#include "core/time/edtf.h"\n')
        self.assert_found("ui/models/a.cpp:2:", "reaches no core/time")

    def test_a_room_reached_by_way_of_another_is_fine(self):
        self.write("core/model/a.cpp", SPDX + '#include "core/base/result.h"\n')
        self.assertEqual(self.found(), [])

    def test_sqlite_outside_the_library_is_found(self):
        self.write("core/text/a.cpp", SPDX + "#include <sqlite3.h>\n")
        self.assert_found("core/text/a.cpp:2:", "core/library only")
        (self.tree / "core/text/a.cpp").unlink()
        self.write("core/library/a.cpp", SPDX + "#include <sqlite3.h>\n")
        self.assertEqual(self.found(), [])

    def test_an_html_parser_outside_ingest_is_found(self):
        self.write("core/text/a.cpp", SPDX + "#include <libxml/HTMLparser.h>\n")
        self.assert_found("core/text/a.cpp:2:", "core/ingest only")

    def test_a_missing_licence_line_is_found(self):
        self.write("core/text/a.h", "#pragma once\n")
        self.assert_found("core/text/a.h:1:", "SPDX")

    def test_a_missing_include_guard_is_found(self):
        self.write("core/text/a.h", SPDX)
        self.assert_found("core/text/a.h:1:", "#pragma once")

    def test_a_source_that_does_not_begin_with_its_header_is_found(self):
        self.write("core/text/a.h", HEADER)
        self.write("core/text/a.cpp", SPDX + '#include <vector>\n\n#include "core/text/a.h"\n')
        self.assert_found("core/text/a.cpp:1:", "first include")

    def test_a_file_that_grew_too_long_is_found(self):
        self.write("core/text/a.h", HEADER + "\n" * 199)
        self.assert_found("core/text/a.h:201:", "201 lines")

    def test_a_folder_that_is_no_room_is_found(self):
        self.write("core/attic/a.cpp", SPDX)
        self.assert_found("core/attic/a.cpp:1:", "is no room")

    def test_qt_looked_up_outside_ui_is_found(self):
        self.write("core/text/CMakeLists.txt", "demarche_room(NAME text USES base)\nfind_package(Qt6 REQUIRED)\n")
        self.assert_found("core/text/CMakeLists.txt:2:", "Qt is looked up")


if __name__ == "__main__":
    unittest.main()
