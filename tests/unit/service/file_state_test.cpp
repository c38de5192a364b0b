// SPDX-License-Identifier: Apache-2.0
// What a session notices of what others do to its file.

#include "core/service/session.h"
#include "tests/unit/service/folder.h"

#include <catch2/catch.hpp>
#include <string>

using namespace demarche;
using namespace demarche::service;
namespace fs = std::filesystem;

namespace {

constexpr const char* vienna = "Talks in Vienna\n\nWang Yi met Jake Sullivan in Vienna on May 10, 2023, "
                               "and they spoke about Taiwan.\n";
constexpr const char* beijing = "At the ministry\n\nAntony Blinken met Wang Yi in Beijing on June 19, 2023, "
                                "and both said that the line was open again.\n";

std::unique_ptr<Session> opened(const fs::path& library, Session::Mode mode = Session::Mode::openOrCreate) {
  auto session = Session::open(library, mode, installedKnowledge().value());
  REQUIRE(session);
  return std::move(*session);
}

void add(Session& session, const fs::path& article) {
  const auto report = session.add({article}, {}, {});
  REQUIRE(report);
  REQUIRE(report->failures.empty());
}

} // namespace

TEST_CASE("a session's version grows when somebody changes the library, and only then") {
  const TemporaryFolder folder;
  const auto mode = GENERATE(Session::Mode::open, Session::Mode::readOnly);
  const auto other = opened(folder / "l.demarche");
  const auto session = opened(folder / "l.demarche", mode);
  const auto version = [&] { return session->fileState().value().version; };
  const std::int64_t first = version();
  CHECK(version() == first);

  add(*other, folder.write("a.txt", vienna));
  const std::int64_t second = version();
  CHECK(second > first);
  CHECK(session->events({})->size() == 1);
  CHECK(version() == second); // to read is no change

  add(*other, folder / "a.txt"); // it is there already
  CHECK(opened(folder / "l.demarche")->articles()->size() == 1);
  CHECK(version() == second);

  REQUIRE(other->remove({(folder / "a.txt").string()}));
  CHECK(version() > second);
}

TEST_CASE("what a session writes itself is a new version, too") {
  const TemporaryFolder folder;
  const auto session = opened(folder / "l.demarche");
  const std::int64_t before = session->fileState()->version;
  add(*session, folder.write("a.txt", vienna));
  CHECK(session->fileState()->version > before);
}

TEST_CASE("a session tells a file that has gone from one that was replaced") {
  const TemporaryFolder folder;
  opened(folder / "other.demarche");
  const auto session = opened(folder / "l.demarche");
  CHECK(session->fileState()->place == FilePlace::here);
  fs::rename(folder / "l.demarche", folder / "away.demarche");
  CHECK(session->fileState()->place == FilePlace::gone);
  fs::rename(folder / "away.demarche", folder / "l.demarche");
  CHECK(session->fileState()->place == FilePlace::here);
  fs::rename(folder / "other.demarche", folder / "l.demarche");
  CHECK(session->fileState()->place == FilePlace::replaced);
}

TEST_CASE("a library that is moved away while it is open takes all that was written with it") {
  const TemporaryFolder folder;
  {
    const auto other = opened(folder / "other.demarche");
    add(*other, folder.write("b.txt", beijing));
  }
  const bool noticedWhileGone = GENERATE(true, false);
  {
    const auto session = opened(folder / "l.demarche");
    add(*session, folder.write("a.txt", vienna));
    REQUIRE(session->events({})->size() == 1); // somebody looks at it
    REQUIRE(fs::file_size(folder / "l.demarche-wal") > 0);
    fs::rename(folder / "l.demarche", folder / "away.demarche");
    if (noticedWhileGone) CHECK(session->fileState()->place == FilePlace::gone);
    fs::rename(folder / "other.demarche", folder / "l.demarche");
    CHECK(session->fileState()->place == FilePlace::replaced);
    CHECK(session->events({})->front().place->name == "Vienna"); // of the file it has opened
    CHECK(opened(folder / "l.demarche", Session::Mode::open)->events({})->front().place->name == "Beijing");
  }
  for (const char* name : {"l.demarche", "away.demarche"}) {
    const auto session = opened(folder / name, Session::Mode::open);
    CAPTURE(name);
    CHECK(session->check(false)->problems.empty());
    REQUIRE(session->events({})->size() == 1);
    CHECK(session->events({})->front().place->name == (name[0] == 'l' ? "Beijing" : "Vienna"));
  }
}
