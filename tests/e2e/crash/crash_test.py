#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills a program that works on a library, at random moments, and looks whether anything was lost.

  crash_test.py VICTIM FORMATS [--kills N] [--seed S] [TEST...]

VICTIM is tests/e2e/crash/victim.cpp, FORMATS the folder of stored libraries of old formats. The seed is printed; the
same seed kills after the same times, though not at the very same instruction. Only processes that were started here
are killed, each by its number.
"""
import argparse
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

OPTIONS = argparse.Namespace(victim="", formats="", kills=30, seed=0)
NOBODY = 65534

# A victim needs some milliseconds to start; what it does first (making, migrating, recovering the log) is over soon, so
# that every third is killed early.
EARLY, LATE = 0.03, 0.5
# So long it takes to make a library.
BORN = 0.012
# A new library is begun now and then: one that grows for ever hides what happens to small ones.
KILLS_PER_LIBRARY = 8
ARTICLES_PER_RUN = 100_000


class Crash(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="demarche-crash-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.dice = random.Random(f"{OPTIONS.seed} {self.id()}")
        self.runs = 0

    def start(self, library, **how):
        """A victim whose lines go into a file, which outlives it."""
        self.runs += 1
        seed, first = self.dice.randrange(2**32), self.runs * ARTICLES_PER_RUN
        with open(self.reports(library), "ab") as out, open(self.folder / "errors", "wb") as errors:
            return subprocess.Popen([OPTIONS.victim, "run", str(library), str(seed), str(first), "20"], stdout=out,
                                    stderr=errors, **how)

    def errors(self):
        return (self.folder / "errors").read_text().strip()

    def reports(self, library):
        return library.with_suffix(".reports")

    def done(self, library):
        """Operations that were reported, but for opening."""
        if not self.reports(library).exists():
            return 0
        return sum(line.startswith("done ") and not line.startswith("done open")
                   for line in self.reports(library).read_text().splitlines())

    def opened(self, library):
        return self.reports(library).exists() and "done open" in self.reports(library).read_text()

    def wait_for(self, victim, reports, operations):
        """Until so many operations were done, however slow the machine is."""
        end = time.monotonic() + 60
        while time.monotonic() < end and victim.poll() is None:
            if reports.read_text().count("done ") > operations:
                return
            time.sleep(0.01)
        self.fail(f"the victim did nothing: {self.errors()}")

    def kill_after(self, victim, seconds):
        time.sleep(seconds)
        self.assertIsNone(victim.poll(), f"the victim ended by itself: {self.errors()}")
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        # A line that was cut off was not reported; the next victim begins a new one.
        return victim.returncode

    def end_line(self, library):
        reports = self.reports(library)
        if reports.exists() and not reports.read_bytes().endswith(b"\n"):
            with open(reports, "ab") as out:
                out.write(b"\n")

    def look(self, library, what="look", **how):
        result = subprocess.run([OPTIONS.victim, what, str(library), str(self.reports(library))], text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **how)
        self.assertEqual(result.returncode, 0, f"seed {OPTIONS.seed}, run {self.runs}: {result.stdout}")

    def complaints(self, library):
        result = subprocess.run([OPTIONS.victim, "look", str(library), str(self.reports(library))], text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        self.assertEqual(result.returncode, 1, result.stdout)
        return result.stdout

    def delay(self):
        return self.dice.uniform(0, EARLY if self.dice.randrange(3) == 0 else LATE)


class Killed(Crash):
    def test_nothing_reported_is_lost_when_it_is_killed(self):
        done = unmade = 0
        library = None
        for kill in range(OPTIONS.kills):
            if kill % KILLS_PER_LIBRARY == 0:
                library = self.folder / f"{kill}.demarche"
            victim = self.start(library)
            self.kill_after(victim, self.delay())
            self.end_line(library)
            if self.opened(library):
                self.look(library)
                done += self.done(library)
            else:
                unmade += 1 # the next victim makes it
        print(f"killed {OPTIONS.kills} times, {unmade} of them before the library was made", file=sys.stderr)
        self.assertGreater(done, 0, "no victim lived long enough to do anything")

    def test_a_library_killed_while_it_is_made_is_made_by_the_next(self):
        broken_off = 0
        for kill in range(OPTIONS.kills):
            library = self.folder / f"new{kill}.demarche"
            self.kill_after(self.start(library), self.dice.uniform(0, BORN))
            self.end_line(library)
            broken_off += library.exists() and not self.opened(library)
            again = subprocess.run([OPTIONS.victim, "run", str(library), "1", "1", "0"], text=True,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
            self.assertEqual((again.returncode, again.stderr), (0, ""))
            self.look(library)
        print(f"killed {OPTIONS.kills} times, {broken_off} of them while the library was made", file=sys.stderr)

    def test_what_was_lost_is_noticed(self):
        library = self.folder / "l.demarche"
        victim = self.start(library)
        self.wait_for(victim, self.reports(library), 10)
        self.kill_after(victim, 0)
        self.end_line(library)
        self.look(library)
        reports = self.reports(library).read_text()
        self.reports(library).write_text(reports + "done add 77\n")
        self.assertIn("small/77.txt was lost", self.complaints(library))
        self.reports(library).write_text(reports + "done correct 77 0190-77 Ann note 77 \"said\"\n")
        self.assertIn("correction 0190-77 was lost", self.complaints(library))
        self.reports(library).write_text(reports)
        with sqlite3.connect(library) as opened:
            opened.execute("DELETE FROM block WHERE article = 1 AND ordinal = 1")
        opened.close()
        self.assertIn("has other blocks", self.complaints(library))

    def test_bringing_an_old_library_up_to_date_survives_being_killed(self):
        stored = sorted(pathlib.Path(OPTIONS.formats).glob("*.sql"))
        self.assertTrue(stored)
        for kill in range(max(OPTIONS.kills // 3, len(stored))):
            library = self.folder / f"old{kill}.demarche"
            made = sqlite3.connect(library)
            made.executescript(stored[kill % len(stored)].read_text())
            articles = made.execute("SELECT source, digest, text FROM article ORDER BY id").fetchall()
            made.close()
            victim = self.start(library)
            self.kill_after(victim, self.dice.uniform(0, EARLY))
            self.end_line(library)
            self.look(library)
            kept = sqlite3.connect(library)
            self.assertEqual(kept.execute("SELECT source, digest, text FROM article WHERE source NOT LIKE 'small/%' "
                                          "ORDER BY id").fetchall(), articles)
            # Both tell one story.
            self.assertEqual(kept.execute("SELECT count(DISTINCT story), count(story) FROM event JOIN article ON "
                                          "article.id = event.article WHERE source NOT LIKE 'small/%'").fetchall(),
                             [(1, len(articles))])
            kept.close()


class Full(Crash):
    def limited(self, bytes_):
        return {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))}

    def test_a_file_that_may_not_grow_is_told_and_nothing_is_lost(self):
        for size in (4096, 40_000, 150_000, 400_000, 1_000_000, 3_000_000):
            with self.subTest(size=size):
                library = self.folder / f"full{size}.demarche"
                victim = self.start(library, **self.limited(size))
                self.assertEqual(victim.wait(timeout=60), 3, "it did not fail")
                self.assertRegex(self.errors(), r"^[a-z-]+: there is no room left to write the library$")
                if self.opened(library):
                    self.look(library)
                    # And with room again it goes on.
                    again = self.start(library)
                    self.kill_after(again, 0.2)
                    self.end_line(library)
                    self.look(library)
                else:
                    self.assertFalse(library.exists(), "half a library was left")

    def test_a_full_medium_is_told_and_nothing_is_lost(self):
        medium = self.folder / "medium"
        medium.mkdir()
        if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(medium)],
                                               stderr=subprocess.DEVNULL, check=False).returncode != 0:
            self.skipTest("no small medium can be mounted here")
        try:
            library = medium / "l.demarche"
            with open(self.folder / "l.reports", "wb") as out, open(self.folder / "errors", "wb") as errors:
                victim = subprocess.run([OPTIONS.victim, "run", str(library), "1", "1", "20"], stdout=out, stderr=errors,
                                        check=False)
            self.assertEqual(victim.returncode, 3)
            self.assertIn("there is no room left to write the library", self.errors())
            saved = self.folder / "l.demarche"
            for end in ("", "-wal", "-shm"):
                if os.path.exists(f"{library}{end}"):
                    shutil.copyfile(f"{library}{end}", f"{saved}{end}")
            self.look(saved)
        finally:
            subprocess.run(["umount", str(medium)], check=True)


class ReadOnly(Crash):
    """Nothing is forbidden to root: there the victim runs as nobody."""

    def as_user(self):
        if os.geteuid() != 0:
            return {}
        os.chown(self.folder, NOBODY, NOBODY)
        if subprocess.run([OPTIONS.victim], user=NOBODY, group=NOBODY, extra_groups=[], stderr=subprocess.DEVNULL,
                          check=False).returncode != 2:
            self.skipTest("nothing is forbidden to root, and nobody may not run the program")
        return {"user": NOBODY, "group": NOBODY, "extra_groups": []}

    def forbid(self, folder):
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555)

    def allow(self, folder):
        folder.chmod(0o755)
        for path in folder.iterdir():
            path.chmod(0o644)

    def test_a_medium_that_may_no_longer_be_written_is_told_and_can_be_read(self):
        user = self.as_user()
        medium = self.folder / "medium"
        medium.mkdir()
        if user:
            os.chown(medium, NOBODY, NOBODY)
        library = medium / "l.demarche"
        with open(self.folder / "reports", "wb") as out, open(self.folder / "errors", "wb") as errors:
            victim = subprocess.Popen([OPTIONS.victim, "run", str(library), str(self.dice.randrange(2**32)), "1", "20"],
                                      stdout=out, stderr=errors, **user)
        self.wait_for(victim, self.folder / "reports", 10)
        self.forbid(medium)
        self.addCleanup(self.allow, medium)
        # What is open stays so; when it is next opened, it fails.
        self.assertEqual(victim.wait(timeout=30), 3)
        self.assertRegex(self.errors(), r"^[a-z-]+: the library cannot be written: its file, its folder or the whole "
                                        r"medium may only be read$")
        before = library.read_bytes()
        for what, expected in (("look-only", 0), ("run", 3)):
            arguments = [str(self.folder / "reports")] if what == "look-only" else ["1", "900000", "5"]
            result = subprocess.run([OPTIONS.victim, what, str(library), *arguments], text=True, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, check=False, **user)
            self.assertEqual(result.returncode, expected, result.stdout)
        self.assertEqual(library.read_bytes(), before)
        self.allow(medium)
        shutil.copyfile(self.folder / "reports", self.reports(library))
        self.look(library)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("victim")
    parser.add_argument("formats")
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=None)
    options, rest = parser.parse_known_args()
    if options.seed is None:
        options.seed = time.time_ns() % 2**32
    OPTIONS.__dict__.update(vars(options))
    print(f"seed {options.seed}", file=sys.stderr)
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)


if __name__ == "__main__":
    main()
