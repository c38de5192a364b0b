// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/crash/operations.h"

#include "core/library/store/sqlite.h"
#include "tests/e2e/crash/small_articles.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace demarche::crash {
namespace {

using library::Library;
using Presence = Expected::Presence;

void nothing(Expected&, int, bool) {}
std::optional<int> always(Victim&) {
  return 0;
}

template <typename Value>
base::Result<void> withoutValue(const base::Result<Value>& result) {
  if (!result) return tl::make_unexpected(result.error());
  return {};
}

// --- An article is added ---

std::optional<int> chooseNew(Victim& victim) {
  return victim.nextArticle;
}

base::Result<void> add(Victim& victim, int number) {
  ++victim.nextArticle;
  const SmallArticle article = smallArticle(number);
  auto added = withoutValue(victim.library->add(article.document, article.extraction, "small"));
  if (added) victim.articles.push_back(number);
  return added;
}

void expectArticle(Expected& expected, int number, bool done) {
  expected.articles[number] = done ? Presence::present : Presence::either;
}

// --- One is added that is there already: nothing may change ---

std::optional<int> chooseKnown(Victim& victim) {
  if (victim.articles.empty()) return std::nullopt;
  return victim.articles[victim.random() % victim.articles.size()];
}

base::Result<void> addAgain(Victim& victim, int number) {
  const SmallArticle article = smallArticle(number);
  return withoutValue(victim.library->add(article.document, article.extraction, "small"));
}

// --- What articles tell is joined ---

base::Result<void> join(Victim& victim, int) {
  return victim.library->settle();
}

// --- The log goes into the file: another connection asks for it, as a reader that closes last does ---

base::Result<void> checkpoint(Victim& victim, int) {
  try {
    library::Connection beside(victim.file, library::Connection::Access::write);
    beside.execute(victim.random() % 2 == 0 ? "PRAGMA wal_checkpoint(PASSIVE)"
                                            : "PRAGMA wal_checkpoint(TRUNCATE)");
    return {};
  } catch (const library::DatabaseError& failed) {
    return tl::make_unexpected(failed.error());
  }
}

// --- The library is closed and opened ---

base::Result<void> reopen(Victim& victim, int) {
  victim.library.reset();
  auto opened = Library::open(victim.file, Library::Access::write);
  if (!opened) return tl::make_unexpected(opened.error());
  victim.library = std::move(*opened);
  return {};
}

constexpr std::array table{
    Operation{"add", 12, chooseNew, add, expectArticle},
    Operation{"add-again", 1, chooseKnown, addAgain, nothing},
    Operation{"join", 2, always, join, nothing},
    Operation{"checkpoint", 3, always, checkpoint, nothing},
    Operation{"reopen", 2, always, reopen, nothing},
};

// --- Afterwards ---

bool sameBlocks(const std::vector<model::Block>& a, const std::vector<model::Block>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const model::Block& x, const model::Block& y) {
    return x.span == y.span && x.role == y.role && x.language == y.language && x.section == y.section;
  });
}

/// An article is whole or not there at all.
void lookAt(const SmallArticle& article, const Library& library,
            const std::map<std::string, std::size_t>& passages, std::vector<std::string>& problems) {
  const std::string& source = article.document.source;
  const auto kept = library.document(source);
  if (!kept) {
    problems.push_back(fmt::format("{} was lost: {}", source, kept.error().message));
    return;
  }
  if (kept->text != article.document.text) problems.push_back(source + " has another text");
  if (kept->digest != article.document.digest) problems.push_back(source + " has another digest");
  if (!sameBlocks(kept->blocks, article.document.blocks)) problems.push_back(source + " has other blocks");
  const auto told = passages.find(source);
  const std::size_t found = told == passages.end() ? 0 : told->second;
  if (found != article.extraction.events.size())
    problems.push_back(
        fmt::format("{} has {} passages instead of {}", source, found, article.extraction.events.size()));
}

} // namespace

std::span<const Operation> operations() {
  return table;
}

const Operation* operationNamed(std::string_view name) {
  const auto* found =
      std::find_if(table.begin(), table.end(), [&](const Operation& one) { return one.name == name; });
  return found == table.end() ? nullptr : found;
}

std::vector<std::string> unmet(const Expected& expected, const Library& library) {
  std::vector<std::string> problems;
  const auto articles = library.articles();
  const auto stories = library.stories({});
  if (!articles || !stories) return {"the library cannot be read"};
  std::set<std::string> there;
  for (const library::ArticleSummary& article : *articles)
    there.insert(article.source);
  std::map<std::string, std::size_t> passages;
  for (const model::Event& story : *stories)
    for (const model::Passage& passage : story.passages)
      ++passages[passage.article];

  for (const auto& [number, presence] : expected.articles) {
    const SmallArticle article = smallArticle(number);
    const bool isThere = there.contains(article.document.source);
    if (isThere && presence == Presence::absent)
      problems.push_back(article.document.source + " was removed and is there");
    else if (isThere || presence == Presence::present)
      lookAt(article, library, passages, problems);
  }
  return problems;
}

} // namespace demarche::crash
