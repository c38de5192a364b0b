#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""demarche-cli as a user and a script run it: what it prints, where, and how it ends.

  cli_test.py PROGRAM [TEST...]
"""
import csv
import io
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import unittest

PROGRAM = ""
NOBODY = 65534

VIENNA = "Talks in Vienna\n\nWang Yi met Jake Sullivan in Vienna on May 10, 2023, and they spoke about Taiwan.\n"
LOOKING_BACK = "回顾\n\n2023年5月，王毅在维也纳会见沙利文。\n"
MALTA = "On an island\n\nJake Sullivan held talks with Wang Yi in Malta on September 17, 2023.\n"
NOTHING = "Weather\n\nIt rained all day and nobody went out.\n"


class CliTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="demarche-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "data").mkdir()

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def environment(self):
        # Packs of whoever runs the test must not change what it sees.
        return {**os.environ, "XDG_DATA_HOME": str(self.folder / "data"), "LC_ALL": "C.UTF-8", "DEMARCHE_LOG": "off"}

    def run_cli(self, *arguments, stdin=b"", stdout=subprocess.PIPE):
        return subprocess.run([PROGRAM, *arguments], cwd=self.folder, env=self.environment(), input=stdin,
                              stdout=stdout, stderr=subprocess.PIPE, check=False)

    def done(self, *arguments, status=0, **how):
        """Standard output of a call that ends with `status` and complains only then."""
        result = self.run_cli(*arguments, **how)
        self.assertEqual(result.returncode, status, result.stderr.decode())
        self.assertEqual(bool(result.stderr), status != 0, result.stderr.decode())
        return result.stdout.decode() if result.stdout is not None else ""

    def complaints(self, *arguments, status, **how):
        """Lines on standard error of a call that ends with `status`; each is one complaint."""
        result = self.run_cli(*arguments, **how)
        self.assertEqual(result.returncode, status, result.stderr.decode())
        lines = result.stderr.decode().splitlines()
        for line in lines:
            self.assertTrue(line.startswith("demarche-cli: "), line)
        return [line[len("demarche-cli: "):] for line in lines]

    def extracted(self, *arguments, **how):
        return [json.loads(line) for line in self.done("extract", *arguments, **how).splitlines()]

    def library(self, *texts):
        for number, text in enumerate(texts):
            self.write(f"in/{number}.txt", text)
        self.done("add", "l.demarche", "in")
        return "l.demarche"

    def files(self):
        return sorted(path.name for path in self.folder.iterdir() if path.name != "data")


class Calling(CliTest):
    def test_version_and_help_are_answers(self):
        self.assertRegex(self.done("--version"), r"^demarche-cli \d+\.\d+\.\d+\n$")
        for command in ("extract", "add", "list", "export", "explain", "check", "times", "language"):
            self.assertIn(command, self.done("--help"))
            self.assertIn("Usage:", self.done(command, "--help"))

    def test_a_wrong_call_is_one_line_and_status_2(self):
        for call in ([], ["fly"], ["list"], ["extract"], ["extract", "--speed", "9", "a.txt"], ["language"]):
            with self.subTest(call=call):
                self.assertEqual(len(self.complaints(*call, status=2)), 1)

    def test_a_date_or_word_that_means_nothing_is_named(self):
        self.write("a.txt", VIENNA)
        self.assertIn("--written soon", self.complaints("extract", "--written", "soon", "a.txt", status=2)[0])
        library = self.library(VIENNA)
        for option, word in (("--kind", "picnic"), ("--from", "soon"), ("--scope", "wide"), ("--language", "tlh")):
            with self.subTest(option=option):
                self.assertIn(f"{option} {word}", self.complaints("list", library, option, word, status=2)[0])

    def test_output_that_cannot_be_written_is_told(self):
        self.write("a.txt", VIENNA)
        with open("/dev/full", "wb") as full:
            self.assertEqual(self.complaints("extract", "a.txt", status=2, stdout=full),
                             ["standard output: cannot be written"])


class Extracting(CliTest):
    def test_an_article_is_one_line_with_its_events(self):
        self.write("a.txt", "𠮷 " + VIENNA)
        (line,) = self.extracted("a.txt")
        self.assertEqual(list(line["article"]), ["source", "title", "languages", "stated_date", "written",
                                                 "written_basis", "written_why", "digest"])
        self.assertEqual(line["article"]["source"], "a.txt")
        (event,) = line["events"]
        self.assertEqual(list(event), ["id", "kind", "status", "scope", "date", "earliest", "latest", "title", "level",
                                       "topics", "confidence", "plover", "participants", "place", "passages"])
        self.assertEqual((event["kind"], event["status"], event["scope"]), ("meeting", "occurred", "bilateral"))
        self.assertEqual((event["date"], event["earliest"], event["latest"]), ("2023-05-10",) * 3)
        self.assertEqual({p["name"]: p["side"] for p in event["participants"]}, {"Wang Yi": "CN", "Jake Sullivan": "US"})
        self.assertEqual(event["place"], {"name": "Vienna", "country": "AT"})

    def test_positions_count_code_points(self):
        text = "𠮷𠮷 " + VIENNA
        self.write("a.txt", text)
        for passage in self.extracted("a.txt")[0]["events"][0]["passages"]:
            self.assertEqual(text[passage["begin"]:passage["end"]], passage["text"])

    def test_articles_come_in_the_order_of_the_inputs_and_folders_by_name(self):
        for name in ("z.txt", "d/b.txt", "d/a.txt", "d/sub/c.txt", "d/.hidden"):
            self.write(name, VIENNA)
        sources = [line["article"]["source"] for line in self.extracted("z.txt", "d", "z.txt")]
        self.assertEqual(sources, ["z.txt", "d/a.txt", "d/b.txt", "d/sub/c.txt", "z.txt"])

    def test_the_same_input_gives_the_same_output(self):
        for number in range(12):
            self.write(f"in/{number}.txt", (VIENNA, LOOKING_BACK, MALTA, NOTHING)[number % 4])
        self.assertEqual(self.done("extract", "in"), self.done("extract", "in"))

    def test_a_given_day_of_writing_wins(self):
        self.write("a.txt", "A report\n\nWang Yi met Jake Sullivan in Vienna on the 10th.\n")
        article = self.extracted("--written", "2023-05-12", "a.txt")[0]["article"]
        self.assertEqual((article["written"], article["written_basis"]), ("2023-05-12", "given"))

    def test_what_is_doubted_is_shown_with_its_signs_where_it_is_asked_for(self):
        self.write("a.txt", VIENNA + "\nThe talks between China and America usually begin with tea. Sullivan may meet Wang.\n")
        (plain,) = self.extracted("a.txt")
        (asked,) = self.extracted("--doubted", "a.txt")
        self.assertNotIn("doubted", plain)
        doubted = asked.get("doubted", [])
        for event in asked["events"] + doubted:
            weights = [abs(sign["weight"]) for sign in event.pop("signs")]
            self.assertEqual(weights, sorted(weights, reverse=True))
        self.assertEqual(asked["events"], plain["events"])
        self.assertLess(max([event["confidence"] for event in doubted], default=0),
                        min(event["confidence"] for event in asked["events"]))

    def test_what_cannot_be_read_is_told_and_the_rest_is_done(self):
        self.write("a.txt", VIENNA)
        self.write("empty.txt", "")
        self.write("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8)
        inputs = ["empty.txt", "a.txt", "missing.txt", "picture.txt"]
        lines = self.complaints("extract", *inputs, status=1)
        self.assertEqual([line.split(": ")[0] for line in lines], ["empty.txt", "missing.txt", "picture.txt"])
        self.assertIn("empty", lines[0])
        self.assertIn("does not exist", lines[1])
        self.assertEqual(len(self.run_cli("extract", *inputs).stdout.splitlines()), 1)

    def test_nothing_that_can_be_read_is_status_2(self):
        self.write("empty.txt", "")
        (self.folder / "hollow").mkdir()
        self.complaints("extract", "empty.txt", "missing.txt", status=2)
        self.assertEqual(self.complaints("extract", "hollow", status=2), ["hollow: has no files in it"])

    def test_a_file_that_is_too_large_is_refused_by_the_limit(self):
        with open(self.folder / "large.txt", "wb") as large:
            large.truncate(50 * 1024 * 1024)
        self.assertIn("largestArticleBytes", self.complaints("extract", "large.txt", status=2)[0])

    @unittest.skipIf(os.geteuid() == 0, "nothing is forbidden to root")
    def test_a_folder_without_rights_is_told_and_the_rest_is_done(self):
        self.write("in/a.txt", VIENNA)
        self.write("in/closed/b.txt", VIENNA)
        closed = self.folder / "in/closed"
        closed.chmod(0)
        self.addCleanup(closed.chmod, 0o700)
        self.assertIn("in/closed", self.complaints("extract", "in", status=1)[0])

    def test_a_name_with_a_line_feed_stays_on_one_line(self):
        self.write("two\nlines.txt", "")
        self.assertEqual(len(self.complaints("extract", "two\nlines.txt", status=2)), 1)

    def test_a_file_is_written_whole_or_not_at_all(self):
        self.write("a.txt", VIENNA)
        self.done("extract", "a.txt", "-o", "out.jsonl")
        before = (self.folder / "out.jsonl").read_bytes()
        self.assertEqual(before.decode(), self.done("extract", "a.txt"))
        self.complaints("extract", "missing.txt", "-o", "out.jsonl", status=2)
        self.assertEqual((self.folder / "out.jsonl").read_bytes(), before)
        self.assertEqual(self.files(), ["a.txt", "out.jsonl"])
        self.assertIn("no/out.jsonl", self.complaints("extract", "a.txt", "-o", "no/out.jsonl", status=2)[0])


class Streaming(CliTest):
    def records(self, *texts):
        return "".join(json.dumps({"source": f"r{i}", "text": t}) + "\n" for i, t in enumerate(texts)).encode()

    def test_lines_are_read_from_standard_input_in_order(self):
        lines = self.extracted("-", stdin=self.records(VIENNA, NOTHING, MALTA))
        self.assertEqual([line["article"]["source"] for line in lines], ["r0", "r1", "r2"])
        self.assertEqual([len(line["events"]) for line in lines], [1, 0, 1])

    def test_a_page_and_its_day_of_publication_are_read(self):
        record = {"source": "p", "html": "<html><body><p>" + VIENNA + "</p></body></html>", "published": "2023-05-12"}
        (line,) = self.extracted("-", stdin=json.dumps(record).encode())
        self.assertEqual(line["article"]["stated_date"], "2023-05-12")
        self.assertEqual(len(line["events"]), 1)

    def test_lines_that_are_no_records_are_told_by_number(self):
        stdin = b"{\"text\": 3\n\n" + self.records(VIENNA) + b"[]\n{\"source\": \"s\"}\n"
        complaints = self.complaints("extract", "-", status=1, stdin=stdin)
        self.assertEqual([c.rsplit(": ", 1)[0] for c in complaints], ["-: line 1", "-: line 4", "-: line 5"])

    def test_an_empty_stream_is_no_articles(self):
        self.assertEqual(self.done("extract", "-", stdin=b""), "")

    def test_files_and_the_stream_keep_their_order(self):
        self.write("a.txt", VIENNA)
        sources = [line["article"]["source"] for line in self.extracted("a.txt", "-", "a.txt", stdin=self.records(MALTA))]
        self.assertEqual(sources, ["a.txt", "r0", "a.txt"])

    def test_an_answer_comes_before_the_next_question(self):
        with subprocess.Popen([PROGRAM, "extract", "-"], cwd=self.folder, env=self.environment(),
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
            for text in (VIENNA, MALTA):
                program.stdin.write(self.records(text))
                program.stdin.flush()
                self.assertEqual(len(json.loads(program.stdout.readline())["events"]), 1)
            program.stdin.close()
            self.assertEqual(program.wait(), 0)

    def test_memory_does_not_grow_with_the_stream(self):
        def peak(count):
            script = ("import resource, subprocess, sys\n"
                      "subprocess.run(sys.argv[1:], stdin=sys.stdin, stdout=subprocess.DEVNULL, check=True)\n"
                      "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n")
            records = self.records(*[NOTHING * 100] * count)
            out = subprocess.run([sys.executable, "-c", script, PROGRAM, "extract", "-"], cwd=self.folder, input=records,
                                 env=self.environment(), stdout=subprocess.PIPE, check=True)
            return int(out.stdout)

        # 1600 articles of 5 kB; were they kept, their tokens alone would take tens of megabytes.
        self.assertLess(peak(1600) - peak(200), 8 * 1024)


class Libraries(CliTest):
    def exported(self, library, *options):
        return json.loads(self.done("export", library, "--format", "json", *options))

    def test_what_several_articles_tell_is_one_event(self):
        library = self.library(VIENNA, LOOKING_BACK, MALTA)
        content = self.exported(library)
        self.assertEqual(content["format"], "demarche/1")
        self.assertEqual([a["source"] for a in content["articles"]], ["in/0.txt", "in/1.txt", "in/2.txt"])
        vienna, malta = content["events"]
        self.assertEqual(vienna["date"], "2023-05-10")
        self.assertEqual({p["article"] for p in vienna["passages"]}, {"in/0.txt", "in/1.txt"})
        self.assertEqual(malta["date"], "2023-09-17")

    def test_adding_again_changes_nothing(self):
        library = self.library(VIENNA, MALTA)
        before = self.done("export", library, "--format", "json")
        self.assertEqual(self.done("add", library, "in"), "0 added, 2 there already, 0 unreadable\n")
        self.assertEqual(self.done("export", library, "--format", "json"), before)

    def test_the_order_of_adding_does_not_matter(self):
        names = [self.write(f"{i}.txt", text) for i, text in enumerate((VIENNA, LOOKING_BACK, MALTA))]
        for library, order in (("one.demarche", names), ("other.demarche", reversed(names))):
            for name in order:
                self.done("add", library, name)
        self.assertEqual(self.exported("one.demarche"), self.exported("other.demarche"))

    def test_what_cannot_be_added_is_told_and_the_rest_is_added(self):
        self.write("in/a.txt", VIENNA)
        self.write("in/empty.txt", "")
        self.assertEqual(len(self.complaints("add", "l.demarche", "in", status=1)), 1)
        self.assertEqual(len(self.exported("l.demarche")["articles"]), 1)

    def test_a_slip_leaves_no_library_behind(self):
        self.complaints("add", "l.demarche", "missing.txt", status=2)
        self.assertEqual(self.files(), [])

    def test_a_library_at_rest_is_one_file(self):
        library = self.library(VIENNA)
        self.done("list", library)
        self.assertEqual(self.files(), ["in", "l.demarche"])

    def test_a_list_is_aligned_and_by_date(self):
        lines = self.done("list", self.library(MALTA, VIENNA, NOTHING)).splitlines()
        self.assertEqual(len(lines), 3)
        self.assertTrue(lines[0].startswith("DATE"))
        self.assertTrue(lines[1].startswith("2023-05-10"))
        for column in ("STATUS", "KIND", "EVENT", "ARTICLES", "ID"):
            at = lines[0].index(column)
            for line in lines[1:]:
                self.assertEqual(line[at - 1], " ")
                self.assertNotEqual(line[at], " ")

    def test_filters_are_joined_by_and_their_values_by_or(self):
        library = self.library(VIENNA, MALTA)
        for expected, options in ((2, []), (1, ["--from", "2023-06"]), (1, ["--to", "2023-06"]),
                                  (2, ["--person", "sullivan"]), (0, ["--person", "blinken"]),
                                  (2, ["--person", "blinken", "--person", "wang"]), (1, ["--place", "malta"]),
                                  (0, ["--place", "malta", "--to", "2023-06"]), (0, ["--kind", "call"]),
                                  (2, ["--kind", "call", "--kind", "meeting"]), (0, ["--status", "planned"]),
                                  (0, ["--scope", "context"]), (2, ["--scope", "all"]), (0, ["--language", "zh-Hant"]),
                                  (1, ["--text", "held talks"]), (0, ["--min-confidence", "1"])):
            with self.subTest(options=options):
                self.assertEqual(len(self.exported(library, *options)["events"]), expected)

    def test_a_table_for_spreadsheets_has_a_row_for_each_event(self):
        library = self.library(VIENNA, MALTA)
        rows = list(csv.DictReader(io.StringIO(self.done("export", library, "--format", "csv"), newline="")))
        self.assertEqual([row["date"] for row in rows], ["2023-05-10", "2023-09-17"])
        self.assertEqual(rows[0]["us"], "Jake Sullivan")
        self.assertEqual(rows[0]["cn"], "Wang Yi")

    def test_an_export_goes_into_a_file(self):
        library = self.library(VIENNA)
        self.done("export", library, "--format", "json", "-o", "out.json")
        self.assertEqual((self.folder / "out.json").read_text(), self.done("export", library, "--format", "json"))

    def test_an_unknown_format_is_answered_with_those_there_are(self):
        (complaint,) = self.complaints("export", self.library(VIENNA), "--format", "docx", status=2)
        self.assertIn("json", complaint)
        self.assertIn("csv", complaint)

    def test_an_event_is_explained_by_passage_rule_and_date(self):
        library = self.library(VIENNA, LOOKING_BACK)
        event = self.exported(library)["events"][0]
        told = self.done("explain", library, event["id"])
        for passage in event["passages"]:
            for part in (passage["article"], passage["text"], passage["rule"], passage["date_why"],
                         f"{passage['begin']}–{passage['end']}"):
                self.assertIn(part, told)
        self.assertEqual(told, self.done("explain", library, event["id"][:12]))
        self.assertIn("no event", self.complaints("explain", library, "nothing", status=2)[0])


class Corrections(CliTest):
    def event(self, library, *filters):
        found = json.loads(self.done("export", library, "--format", "json", *filters))["events"]
        self.assertEqual(len(found), 1)
        return found[0]

    def test_a_field_is_corrected_undone_and_redone(self):
        library = self.library(VIENNA)
        event = self.event(library)
        self.done("correct", library, event["id"][:12], "date", "2023-05-11~", "--by", "Ann")
        self.done("correct", library, event["id"], "place", "Geneva/CH", "--by", "Ann")
        self.done("correct", library, event["id"], "people", "Qin Gang/CN/Minister", "Jane Roe/US", "--by", "Ann")
        corrected = self.event(library)
        self.assertEqual(corrected["date"], "2023-05-11~")
        self.assertEqual(corrected["place"], {"name": "Geneva", "country": "CH"})
        self.assertEqual([one["name"] for one in corrected["participants"]], ["Qin Gang", "Jane Roe"])
        self.assertEqual(corrected["passages"], event["passages"])
        self.assertEqual(len(self.done("history", library, event["id"]).splitlines()), 3)
        for _ in range(3):
            self.done("undo", library, "--by", "Ann")
        self.assertEqual(self.event(library), event)
        self.assertIn("nothing to undo", self.done("undo", library, "--by", "Ann"))
        for _ in range(3):
            self.done("redo", library, "--by", "Ann")
        self.assertEqual(self.event(library), corrected)

    def test_what_people_said_of_an_event_is_exported(self):
        library = self.library(VIENNA)
        event = self.event(library)
        for name in ("note", "review", "corrected"):
            self.assertNotIn(name, event)
        self.done("correct", library, event["id"], "date", "2023-05-11")
        self.done("correct", library, event["id"], "note", "by two sources")
        self.done("correct", library, event["id"], "confirm")
        said = self.event(library)
        self.assertEqual((said["note"], said["review"], said["corrected"]), ("by two sources", "confirmed", ["date", "note"]))
        self.assertEqual([name for name in said if name in event], list(event))
        (row,) = csv.DictReader(io.StringIO(self.done("export", library, "--format", "csv"), newline=""))
        self.assertEqual((row["note"], row["review"], row["corrected"]), ("by two sources", "confirmed", "date; note"))
        self.assertEqual(list(row)[-4:], ["quote", "note", "review", "corrected"])

    def test_an_event_is_explained_by_what_was_corrected(self):
        library = self.library(VIENNA)
        event = self.event(library)["id"]
        self.assertNotIn("corrected", self.done("explain", library, event))
        self.done("correct", library, event, "date", "2023-05-11~", "--by", "Ann")
        self.done("correct", library, event, "place", "Geneva/CH", "--by", "Bob")
        self.done("undo", library, "--by", "Bob")
        self.done("correct", library, event, "kind", "meeting", "--by", "Ann")
        self.done("correct", library, event, "note", "one line\nand another", "--by", "Ann")
        self.done("correct", library, "in/0.txt", "written", "2023-05-12", "--by", "Eve")
        told = [line.split("  ") for line in self.done("explain", library, event).splitlines() if "  corrected" in line]
        self.assertEqual([line[-3:] for line in told], [
            ["Ann", "date 2023-05-10 → 2023-05-11~", "(in force)"],
            ["Bob", "place Vienna/AT → Geneva/CH", "(undone)"],
            ["Ann", "kind meeting → meeting", "(agreed: the articles are read so now)"],
            ["Ann", "note nothing → “one line and another”", "(in force)"],
            ["Eve", "written 2023-05-12", "(in force)"]])
        history = self.done("history", library, event)
        for line in told[:4]:
            self.assertIn("  ".join(line[-4:]), history)

    def test_events_are_rejected_merged_and_split(self):
        library = self.library(VIENNA, MALTA)
        vienna = self.event(library, "--place", "Vienna")["id"]
        malta = self.event(library, "--place", "Malta")["id"]
        self.done("correct", library, vienna, "merge", malta)
        self.assertEqual(len(self.event(library)["passages"]), 2)
        self.done("correct", library, malta, "split")
        self.done("correct", library, malta, "reject")
        self.assertEqual(self.event(library)["id"], vienna)
        self.assertEqual(self.done("check", library), "the library is sound, and so are the language packs\n")

    def test_a_corrected_day_of_writing_moves_relative_dates(self):
        self.write("in/a.txt", "Talks\n\nWang Yi met Jake Sullivan in Vienna yesterday.\n")
        self.done("add", "l.demarche", "in")
        self.done("correct", "l.demarche", "in/a.txt", "written", "2023-05-11")
        self.assertEqual(self.event("l.demarche")["date"], "2023-05-10")
        self.done("correct", "l.demarche", "in/a.txt", "written", "2023-06-11")
        self.assertEqual(self.event("l.demarche")["date"], "2023-06-10")
        self.done("undo", "l.demarche")
        self.assertEqual(self.event("l.demarche")["date"], "2023-05-10")

    def test_what_cannot_be_corrected_is_told(self):
        library = self.library(VIENNA)
        event = self.event(library)["id"]
        self.assertIn("picnic: is no kind of event", self.complaints("correct", library, event, "kind", "picnic", status=2)[0])
        self.assertIn("nothing to correct", self.complaints("correct", library, event, "colour", "red", status=2)[0])
        self.assertIn("there is no event", self.complaints("correct", library, "zzz", "note", "x", status=2)[0])


class Filters(CliTest):
    def test_a_filter_is_kept_under_a_name_and_used_by_it(self):
        library = self.library(VIENNA, MALTA)
        self.done("save-filter", library, "the island", "--place", "Malta", "--min-confidence", "0.1")
        self.assertEqual(len(self.done("list", library, "--saved", "the island").splitlines()), 2)
        exported = json.loads(self.done("export", library, "--format", "json", "--saved", "the island"))
        self.assertEqual([event["place"]["name"] for event in exported["events"]], ["Malta"])
        shown = self.done("filters", library).splitlines()
        self.assertEqual(len(shown), 2)
        self.assertRegex(shown[1], r"^the island +--scope bilateral --place Malta --min-confidence 0\.1$")
        self.done("remove-filter", library, "the island")
        self.assertEqual(len(self.done("filters", library).splitlines()), 1)

    def test_a_saved_filter_that_is_not_there_is_told_and_none_is_mixed_with_others(self):
        library = self.library(VIENNA)
        self.assertIn('there is no filter "mine"', self.complaints("list", library, "--saved", "mine", status=2)[0])
        self.assertIn('there is no filter "mine"', self.complaints("remove-filter", library, "mine", status=2)[0])
        self.assertIn("needs a name", self.complaints("save-filter", library, " ", status=2)[0])
        self.done("save-filter", library, "mine", "--person", "Wang Yi's aide")
        self.assertIn("--saved", self.complaints("list", library, "--saved", "mine", "--kind", "call", status=2)[0])


class Keeping(CliTest):
    def test_paragraphs_are_found_in_either_script(self):
        library = self.library(VIENNA, LOOKING_BACK, MALTA)
        self.assertIn("[會見]".replace("會見", "会见"), self.done("search", library, "會見"))
        self.assertIn("[Sullivan] in [Vienna]", self.done("search", library, "vienna sullivan"))
        self.assertEqual(self.done("search", library, "geneva"), "")
        self.assertIn("there are meeting, call", self.complaints("search", library, "kind:foo", status=2)[0])
        self.assertEqual(len(self.done("list", library, "--text", '"talks with"').splitlines()), 2)

    def test_people_and_places_are_found_by_their_names_in_any_language(self):
        library = self.library(VIENNA)
        for filters in (("--person", "王毅"), ("--person", "沙利文", "--place", "維也納"), ("--text", "person:王毅 taiwan")):
            self.assertEqual(len(self.done("list", library, *filters).splitlines()), 2, filters)
        self.assertEqual(len(self.done("list", library, "--person", "杨洁篪").splitlines()), 1)

    def test_libraries_are_merged_in_any_order(self):
        for name, text in (("a", VIENNA), ("b", LOOKING_BACK), ("c", MALTA)):
            self.write(f"{name}.txt", text)
            self.done("add", f"{name}.demarche", f"{name}.txt")
        event = json.loads(self.done("export", "a.demarche", "--format", "json"))["events"][0]["id"]
        self.done("correct", "a.demarche", event, "note", "checked")
        self.done("merge", "one.demarche", "a.demarche", "b.demarche", "c.demarche")
        self.done("merge", "other.demarche", "c.demarche", "b.demarche", "a.demarche", "b.demarche")
        self.assertEqual(self.done("export", "one.demarche", "--format", "json"),
                         self.done("export", "other.demarche", "--format", "json"))
        self.assertIn("none.demarche", self.complaints("merge", "one.demarche", "none.demarche", status=2)[0])

    def test_a_library_is_copied_and_put_back(self):
        library = self.library(VIENNA)
        before = self.done("export", library, "--format", "json")
        self.done("backup", library, "copy.demarche")
        self.assertIn("exists already", self.complaints("backup", library, "copy.demarche", status=2)[0])
        self.done("remove", library, "in/0.txt")
        self.assertNotEqual(self.done("export", library, "--format", "json"), before)
        self.assertIn("l (replaced).demarche", self.done("restore", library, "copy.demarche"))
        self.assertEqual(self.done("export", library, "--format", "json"), before)

    def replaced(self, told):
        """The library that was moved aside, by what `restore` said of it."""
        self.assertRegex(told, r"^what was there is kept as .*\n$")
        return self.folder / told.strip().split("kept as ")[1]

    def copied(self):
        """A library, and what an export of its copy.demarche tells."""
        library = self.library(VIENNA)
        self.done("backup", library, "copy.demarche")
        before = self.done("export", library, "--format", "json")
        self.write("more/malta.txt", MALTA)
        self.done("add", library, "more")
        return library, before

    def test_a_damaged_library_is_replaced_and_kept(self):
        library, before = self.copied()
        for damaged in (b"no library", b"", bytes(20000), (self.folder / library).read_bytes()[:9000]):
            self.write(library, damaged)
            self.assertEqual(self.replaced(self.done("restore", library, "copy.demarche")).read_bytes(), damaged)
            self.assertEqual(self.done("export", library, "--format", "json"), before)
            self.done("check", library)

    def test_a_log_of_another_library_is_not_applied_to_a_restored_one(self):
        library, before = self.copied()
        with sqlite3.connect(self.folder / library) as writer:
            writer.execute("UPDATE story SET title = 'Something else'")
            writer.commit()
            log = (self.folder / "l.demarche-wal").read_bytes()
        writer.close()
        self.assertTrue(log)
        self.write("l.demarche-wal", log)
        kept = self.replaced(self.done("restore", library, "copy.demarche"))
        self.assertEqual(self.done("export", library, "--format", "json"), before)
        self.assertEqual(pathlib.Path(f"{kept}-wal").read_bytes(), log)
        self.assertIn("Something else", self.done("list", str(kept)))

    def test_a_library_in_use_is_not_replaced(self):
        library, _ = self.copied()
        before = self.done("export", library, "--format", "json")
        other = sqlite3.connect(self.folder / library, isolation_level=None)
        self.addCleanup(other.close)
        other.execute("SELECT count(*) FROM story").fetchall()
        files = self.files()
        self.assertEqual(self.complaints("restore", library, "copy.demarche", status=2),
                         ["l.demarche: is in use by another program; close it there first"])
        self.assertEqual(self.files(), files)
        self.assertEqual(self.done("export", library, "--format", "json"), before)

    def restored_from_medium(self, library):
        """The exit status and what was said; nothing is forbidden to root: there the program runs as nobody."""
        medium = self.folder / "medium"
        who = {}
        if os.geteuid() == 0:
            who = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            for path in (self.folder, self.folder / library):
                os.chown(path, NOBODY, NOBODY)
        for path in medium.iterdir():
            path.chmod(0o444)
        medium.chmod(0o555)
        self.addCleanup(medium.chmod, 0o755)
        try:
            result = subprocess.run([PROGRAM, "restore", library, "medium/copy.demarche"], cwd=self.folder, check=False,
                                    env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **who)
        except PermissionError:
            self.skipTest("nothing is forbidden to root, and nobody may not run the program")
        medium.chmod(0o755)
        return result.returncode, result.stdout.decode()

    def test_a_copy_on_a_medium_that_cannot_be_written_is_restored(self):
        library, before = self.copied()
        medium = self.folder / "medium"
        medium.mkdir()
        (self.folder / "copy.demarche").rename(medium / "copy.demarche")
        for mode in ("DELETE", "WAL"): # the latter is how libraries are that were copied by hand
            with sqlite3.connect(medium / "copy.demarche") as copy:
                copy.execute(f"PRAGMA journal_mode = {mode}")
            copy.close()
            self.assertEqual(self.restored_from_medium(library)[0], 0)
            self.assertEqual(list(medium.iterdir()), [medium / "copy.demarche"])
            self.assertEqual(self.done("export", library, "--format", "json"), before)

    def test_a_copy_whose_log_cannot_be_read_where_it_is_is_refused(self):
        library, _ = self.copied()
        medium = self.folder / "medium"
        medium.mkdir()
        writer = sqlite3.connect(self.folder / "copy.demarche", isolation_level=None)
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("UPDATE story SET title = 'Something else'")
        for end in ("", "-wal"):
            (medium / f"copy.demarche{end}").write_bytes((self.folder / f"copy.demarche{end}").read_bytes())
        writer.close()
        before = (self.folder / library).read_bytes()
        status, said = self.restored_from_medium(library)
        self.assertEqual(status, 2, said)
        self.assertIn("medium/copy.demarche: what was written to it last stands in its log", said)
        self.assertEqual((self.folder / library).read_bytes(), before)

    def test_a_copy_that_is_damaged_or_missing_is_told_by_its_name(self):
        library, _ = self.copied()
        before = (self.folder / library).read_bytes()
        self.write("copy.demarche", (self.folder / "copy.demarche").read_bytes()[:5000])
        for copy in ("copy.demarche", "more/malta.txt", "none.demarche"):
            (complaint,) = self.complaints("restore", library, copy, status=2)
            self.assertIn("l.demarche: cannot be restored", complaint)
        self.assertIn("there is no none.demarche", complaint)
        self.assertEqual((self.folder / library).read_bytes(), before)

    def test_reading_again_keeps_corrections(self):
        library = self.library(VIENNA)
        event = json.loads(self.done("export", library, "--format", "json"))["events"][0]["id"]
        self.done("correct", library, event, "date", "2023-05-12")
        self.assertEqual(self.done("read-again", library), "0 read again\n")
        with sqlite3.connect(self.folder / library) as database: # as if other packs had read it
            database.execute("UPDATE run SET knowledge = 'older'")
        database.close()
        self.assertEqual(self.done("read-again", library), "1 read again\n")
        self.assertEqual(json.loads(self.done("export", library, "--format", "json"))["events"][0]["date"], "2023-05-12")

    def test_another_text_from_a_source_is_a_new_version(self):
        self.library(VIENNA)
        self.write("in/0.txt", VIENNA.replace("May 10", "May 11"))
        self.assertIn("1 as new versions", self.done("add", "l.demarche", "in"))
        events = json.loads(self.done("export", "l.demarche", "--format", "json"))["events"]
        self.assertEqual([event["date"] for event in events], ["2023-05-11"])

    def test_a_person_with_the_sqlite_shell_understands_the_library(self):
        library = self.library(VIENNA, LOOKING_BACK)
        with sqlite3.connect(self.folder / library) as database:
            event = database.execute("SELECT date, title, participants, place, articles FROM events").fetchall()
            self.assertEqual(event, [("2023-05-10", "Wang Yi meets Jake Sullivan, Vienna", "Wang Yi; Jake Sullivan",
                                      "Vienna", 2)])
            self.assertEqual(database.execute("SELECT count(*) FROM passages WHERE quote LIKE '%维也纳%'").fetchone()[0], 1)
            self.assertEqual(database.execute("SELECT side FROM participants WHERE name = 'Wang Yi'").fetchall(), [("CN",)])
        database.close()


class Harm(CliTest):
    def test_a_file_that_is_no_library_is_refused_and_left_as_it_is(self):
        self.write("a.txt", VIENNA)
        for command in (["list"], ["check"], ["check", "--repair"], ["export", "--format", "json"]):
            self.assertEqual(self.complaints(command[0], "a.txt", *command[1:], status=2),
                             ["a.txt: is no Démarche library"])
        self.assertEqual(self.complaints("add", "a.txt", "a.txt", status=2), ["a.txt: is no Démarche library"])
        self.assertEqual((self.folder / "a.txt").read_text(), VIENNA)
        self.assertEqual(self.files(), ["a.txt"])

    def test_a_missing_library_is_told(self):
        self.assertEqual(self.complaints("list", "none.demarche", status=2), ["none.demarche: does not exist"])
        self.assertEqual(self.files(), [])

    def test_a_newer_library_is_refused_and_left_as_it_is(self):
        library = self.library(VIENNA)
        with sqlite3.connect(self.folder / library) as database:
            database.execute("PRAGMA user_version = 999")
        database.close()
        before = (self.folder / library).read_bytes()
        for call in (["list", library], ["add", library, "in"]):
            self.assertIn("newer Démarche", self.complaints(*call, status=2)[0])
        self.assertEqual((self.folder / library).read_bytes(), before)

    def test_a_sound_library_is_said_to_be(self):
        self.assertEqual(self.done("check", self.library(VIENNA)), "the library is sound, and so are the language packs\n")

    def test_a_broken_rule_of_the_users_is_told_with_the_library(self):
        library = self.library(VIENNA)
        self.write("data/demarche/language/en/pack.toml", 'language = "en"\nscript = "words"\nabbreviations = []\n')
        self.write("data/demarche/language/en/lexicon/a.toml", "[one]\nforms = [\n")
        complaints = self.complaints("check", library, status=1)
        self.assertTrue(any("en/lexicon/a.toml:" in line for line in complaints), complaints)

    def test_stories_that_were_lost_are_told_and_made_anew_when_asked(self):
        library = self.library(VIENNA, LOOKING_BACK)
        before = self.done("export", library, "--format", "json")
        with sqlite3.connect(self.folder / library) as database:
            database.execute("DELETE FROM story")
        database.close()
        complaints = self.complaints("check", library, status=1)
        self.assertTrue(any("in a story that is not there" in line for line in complaints), complaints)
        self.assertIn("repaired", self.done("check", library, "--repair"))
        self.assertEqual(self.done("check", library), "the library is sound, and so are the language packs\n")
        self.assertEqual(self.done("export", library, "--format", "json"), before)

    def test_what_cannot_be_repaired_stays_a_complaint(self):
        library = self.library(VIENNA)
        with sqlite3.connect(self.folder / library) as database:
            database.execute("UPDATE article SET text = replace(text, 'Vienna', 'Geneva')")
        database.close()
        self.assertIn("in/0.txt", self.complaints("check", library, "--repair", status=1)[0])


class ManyHands(CliTest):
    def test_two_programs_make_one_library_together(self):
        for hand in range(2):
            for number in range(5):
                self.write(f"{hand}/{number}.txt", f"{MALTA}Account {hand} {number}.\n")
        programs = [subprocess.Popen([PROGRAM, "add", "l.demarche", str(hand)], cwd=self.folder,
                                     env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                    for hand in range(2)]
        for program in programs:
            said = program.communicate(timeout=60)[0].decode()
            self.assertEqual(program.returncode, 0, said)
        self.assertEqual(len(json.loads(self.done("export", "l.demarche", "--format", "json"))["articles"]), 10)
        self.done("check", "l.demarche")

    def test_who_waits_in_vain_is_told_why_and_who_reads_sees_the_state_before(self):
        library = self.library(VIENNA)
        before = self.done("list", library)
        self.write("more/malta.txt", MALTA)
        other = sqlite3.connect(self.folder / library, isolation_level=None)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE story SET title = 'Something else'")
        self.assertEqual(self.done("list", library), before)
        self.assertEqual(self.complaints("add", library, "more", status=2),
                         ["l.demarche: another program is writing to this library; try again when it is done"])
        self.assertEqual(self.done("list", library), before)
        other.execute("ROLLBACK")
        self.done("add", library, "more")
        self.assertEqual(self.done("list", library).count("2023-"), 2)


class Language(CliTest):
    def test_times_of_articles_and_of_suites_are_one_line_each(self):
        self.write("a.txt", VIENNA)
        self.write("suite.jsonl", json.dumps({"id": "one", "text": "They met on May 10, 2023."}) + "\n" +
                   json.dumps({"id": "two", "text": "Nothing.", "reference_date": "2024-01-01"}) + "\n")
        lines = [json.loads(line) for line in self.done("times", "suite.jsonl", "a.txt").splitlines()]
        self.assertEqual([line["id"] for line in lines], ["one", "two", "a.txt"])
        (time,) = lines[0]["times"]
        self.assertEqual(list(time), ["begin", "end", "text", "timex", "edtf", "why"])
        self.assertEqual((time["text"], time["timex"], time["edtf"]), ("May 10, 2023", "2023-05-10", "2023-05-10"))
        self.assertEqual(lines[1]["times"], [])

    def test_a_line_that_is_no_case_is_told(self):
        self.write("suite.jsonl", '{"id": "one", "text": "May 10, 2023"}\nnonsense\n')
        self.assertEqual(self.complaints("times", "suite.jsonl", status=1), ["suite.jsonl: line 2: is no JSON"])

    def test_a_broken_pack_is_told_with_file_and_line(self):
        self.write("packs/language/en/pack.toml", 'language = "en"\nscript = "words"\nabbreviations = []\n')
        self.write("packs/language/en/lexicon/a.toml", "[one]\nforms = [\n")
        complaints = self.complaints("language", "check", "packs", status=1)
        self.assertTrue(any(line.startswith("en/lexicon/a.toml:") for line in complaints), complaints)

    def test_packs_that_are_not_there_are_told(self):
        self.assertEqual(self.complaints("language", "check", "none", status=2), ["language packs: none is no folder"])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
