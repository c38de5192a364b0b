// SPDX-License-Identifier: Apache-2.0
// The day of writing of whole articles, held against what a careful reader finds in the text alone
// (expected.toml). What is still read wrongly is listed there; the list may only get shorter.

#include "core/service/session.h"
#include "core/time/edtf.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string>
#include <toml++/toml.h>
#include <vector>

namespace fs = std::filesystem;
using namespace demarche;

namespace {

const fs::path room = fs::path(DEMARCHE_SOURCE_DIR) / "tests/written";
const std::set<std::string> kinds{"stamp removed", "stamp a year wrong", "crawl stamp", "right stamp",
                                  "two texts"};
/// So much of the set may be read wrongly, in percent.
constexpr std::size_t bearable = 5;
/// An answer of more days than this is right by chance.
constexpr int vague = 31;

struct Expected {
  std::string file;
  std::string kind;
  std::vector<time::Edtf> written; ///< of each text on the page
};

struct Table {
  std::vector<Expected> articles;
  std::set<std::string> knownWrong;
};

struct Share {
  std::size_t right = 0;
  std::size_t all = 0;
};

time::Edtf dayOf(const toml::node& value) {
  const auto text = value.value<std::string>();
  REQUIRE(text);
  const auto date = time::Edtf::parse(*text);
  INFO(*text);
  REQUIRE(date);
  REQUIRE(date->bounds());
  return *date;
}

Expected expectedOf(const toml::table& row) {
  Expected expected{row["file"].value_or(std::string()), row["kind"].value_or(std::string()), {}};
  INFO(expected.file);
  REQUIRE(row["written"]);
  if (const toml::array* several = row["written"].as_array())
    for (const toml::node& one : *several)
      expected.written.push_back(dayOf(one));
  else
    expected.written.push_back(dayOf(*row["written"].node()));
  CHECK(row["stated"].is_string());
  CHECK_FALSE(row["because"].value_or(std::string()).empty());
  return expected;
}

Table table() {
  const toml::table file = toml::parse_file((room / "expected.toml").string());
  Table all;
  for (const toml::node& row : *file["article"].as_array())
    all.articles.push_back(expectedOf(*row.as_table()));
  for (const toml::node& name : *file["known_wrong"].as_array())
    all.knownWrong.insert(name.value_or(std::string()));
  return all;
}

/// Each text of the page has its own day; a page that is expected to be one text may be read as several of
/// one day.
bool allRight(const std::vector<model::DayOfWriting>& found, const std::vector<time::Edtf>& wanted) {
  if (wanted.size() == 1) return found.front().date.overlaps(wanted.front());
  return std::equal(
      found.begin(), found.end(), wanted.begin(), wanted.end(),
      [](const model::DayOfWriting& day, const time::Edtf& expected) { return day.date.overlaps(expected); });
}

} // namespace

TEST_CASE("the table of days of writing names every article, and nothing else") {
  const Table expected = table();
  std::set<std::string> listed;
  for (const Expected& article : expected.articles) {
    INFO(article.file);
    CHECK(listed.insert(article.file).second);
    CHECK(kinds.count(article.kind) == 1);
    CHECK((article.kind == "two texts") == (article.written.size() > 1));
  }
  std::set<std::string> present;
  for (const fs::directory_entry& entry : fs::directory_iterator(room / "articles"))
    present.insert(entry.path().filename().string());
  CHECK(listed == present);
  CHECK(std::includes(listed.begin(), listed.end(), expected.knownWrong.begin(), expected.knownWrong.end()));
}

TEST_CASE("the day of writing is what a careful reader of the text finds") {
  const auto knowledge = service::installedKnowledge();
  REQUIRE(knowledge);
  const Table expected = table();
  std::map<std::string, Share> shares;
  Share total;
  std::size_t vagueOnes = 0;
  for (const Expected& wanted : expected.articles) {
    const auto article = service::readArticle(room / "articles" / wanted.file, **knowledge);
    INFO(wanted.file);
    REQUIRE(article);
    const model::DayOfWriting& written = article->extraction.written;
    const bool right = allRight(article->extraction.sections, wanted.written);
    for (Share* share : {&shares[wanted.kind], &total}) {
      share->right += right ? 1 : 0;
      ++share->all;
    }
    if (right && written.date.bounds()->days() > vague) ++vagueOnes;
    INFO(fmt::format("expected {} of {}, found {} of {}: {}", wanted.written.front().str(),
                     wanted.written.size(), written.date.str(), article->extraction.sections.size(),
                     written.why));
    if (expected.knownWrong.count(wanted.file) == 0)
      CHECK(right);
    else if (right)
      FAIL_CHECK("it is read rightly now: take it off the list known_wrong");
  }
  for (const auto& [kind, share] : shares)
    fmt::print("{}: {} of {} right\n", kind, share.right, share.all);
  fmt::print("day of writing: {} of {} right, {} of these vague\n", total.right, total.all, vagueOnes);
  if (expected.knownWrong.size() * 100 > expected.articles.size() * bearable)
    FAIL_CHECK("more than " << bearable << " % of the articles are known to be read wrongly");
}
