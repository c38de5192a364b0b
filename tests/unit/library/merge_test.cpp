// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/library/samples.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <vector>

using namespace demarche;
using namespace demarche::library;
using model::Change;

namespace {

model::Correction note(std::string target, std::string text, std::string by) {
  model::Correction made;
  made.by = std::move(by);
  made.change = Change::note;
  made.target = std::move(target);
  made.value = std::move(text);
  return made;
}

/// All that one sees of a library, as lines.
std::vector<std::string> seenOf(const Library& library) {
  std::vector<std::string> lines;
  const auto articles = library.articles().value();
  const auto stories = library.stories({}).value();
  const auto log = library.corrections().value();
  for (const ArticleSummary& article : articles)
    lines.push_back(fmt::format("{} {} {}", article.source, article.digest, article.superseded));
  for (const model::Event& event : stories) {
    lines.push_back(fmt::format("{} {} {} {}", event.id, event.date.str(), event.title, event.note));
    for (const model::Passage& passage : event.passages)
      lines.push_back(passage.article + text::toUtf8(passage.text));
  }
  for (const LoggedCorrection& one : log)
    lines.push_back(one.correction.id + std::string(code(one.state)) + one.account);
  CHECK(library.check().value() == std::vector<std::string>());
  return lines;
}

Library merged(const std::filesystem::path& file, const std::vector<std::filesystem::path>& from) {
  Library library = created(file);
  for (const std::filesystem::path& one : from)
    REQUIRE(library.merge(one, {}, {}));
  return library;
}

} // namespace

TEST_CASE("libraries merge in any order and any number of times to the same") {
  const TemporaryFolder folder;
  const std::u16string rest =
      u" The two sides spoke about Taiwan, trade and the channels between their armed forces.";
  const Article shared = articleOn("shared.txt", u"They met on the 10th.", "2023-05-10");
  const Article older = articleOn("page.html", u"They met in May." + rest, "2023-05");
  const Article newer = articleOn("page.html", u"UPDATE. They met in May." + rest, "2023-05");
  const Article other = articleOn("page.html", u"Quite another story.", "2023-09-17");
  {
    Library a = created(folder / "a.demarche");
    REQUIRE(added(a, shared));
    REQUIRE(added(a, older));
    REQUIRE(a.correct(note(shared.extraction.events.front().id, "from a", "Ann")));
  }
  {
    Library b = created(folder / "b.demarche");
    REQUIRE(added(b, newer));
    REQUIRE(added(b, shared));
    const auto made = b.correct(note(shared.extraction.events.front().id, "from b", "Bob"));
    REQUIRE(made);
    REQUIRE(b.revoke(made->id, "Bob"));
  }
  {
    Library c = created(folder / "c.demarche");
    REQUIRE(added(c, other));
    Article again = shared;
    again.document.source = "copy.txt";
    REQUIRE(added(c, again));
  }
  std::vector<std::filesystem::path> from{folder / "a.demarche", folder / "b.demarche",
                                          folder / "c.demarche"};
  const auto expected = seenOf(merged(folder / "all.demarche", from));
  CHECK(std::any_of(expected.begin(), expected.end(),
                    [](const std::string& line) { return line.find("from a") != std::string::npos; }));
  int number = 0;
  while (std::next_permutation(from.begin(), from.end()))
    CHECK(seenOf(merged(folder / fmt::format("{}.demarche", ++number).c_str(), from)) == expected);

  Library twice = merged(folder / "twice.demarche", {from[0], from[1], from[2]});
  const auto again = twice.merge(from[1], {}, {});
  REQUIRE(again);
  CHECK(again->articles == 0);
  CHECK(again->corrections == 0);
  CHECK(seenOf(twice) == expected);
}

TEST_CASE("a copy is the library of that moment, and replaces nothing") {
  const TemporaryFolder folder;
  std::vector<std::string> before;
  {
    Library library = created(folder / "a.demarche");
    REQUIRE(added(library, articleOn("a.txt", u"They met on the 10th.", "2023-05-10")));
    before = seenOf(library);
    REQUIRE(library.backUp(folder / "copy.demarche"));
    CHECK_FALSE(library.backUp(folder / "copy.demarche"));
    REQUIRE(added(library, articleOn("b.txt", u"They met again.", "2023-09-17")));
  }
  CHECK(seenOf(Library::open(folder / "copy.demarche", Library::Access::write).value()) == before);
}

TEST_CASE("a copy is not put beside a log that is not its own") {
  const TemporaryFolder folder;
  const Library library = created(folder / "a.demarche");
  std::ofstream(folder / "copy.demarche-wal") << "of a library that was deleted";
  const auto copied = library.backUp(folder / "copy.demarche");
  REQUIRE_FALSE(copied);
  CHECK(copied.error().message.find("copy.demarche-wal exists already") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "copy.demarche"));
}

TEST_CASE("another library can be copied while it is read only") {
  const TemporaryFolder folder;
  {
    Library library = created(folder / "a.demarche");
    REQUIRE(added(library, articleOn("a.txt", u"They met on the 10th.", "2023-05-10")));
  }
  const Library reader = Library::open(folder / "a.demarche", Library::Access::read).value();
  REQUIRE(reader.backUp(folder / "copy.demarche"));
  CHECK(Library::open(folder / "copy.demarche", Library::Access::read)->stories({})->size() == 1);
}
