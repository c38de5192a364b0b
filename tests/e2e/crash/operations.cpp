// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/crash/operations.h"

#include "core/library/store/sqlite.h"
#include "tests/e2e/crash/small_articles.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace demarche::crash {
namespace {

using library::Library;
using Presence = Expected::Presence;

constexpr const char* somebody = "Ann";

std::optional<int> always(Victim&) {
  return 0;
}
void nothing(Expected&, const Report&) {}

/// For operations that leave nothing to be told.
template <typename Value>
base::Result<std::string> withoutDetail(const base::Result<Value>& result) {
  if (!result) return tl::make_unexpected(result.error());
  return {};
}

// --- An article is added ---

std::optional<int> chooseNew(Victim& victim) {
  return victim.nextArticle;
}

base::Result<std::string> add(Victim& victim, int number) {
  victim.nextArticle = std::max(victim.nextArticle, number + 1);
  const SmallArticle article = smallArticle(number);
  auto added = withoutDetail(victim.library->add(article.document, article.extraction, "small"));
  if (added) victim.articles.push_back(number);
  return added;
}

void expectArticle(Expected& expected, const Report& report) {
  Expected::Article& article = expected.articles[report.number];
  article.presence = report.done ? Presence::present : Presence::either;
  if (report.done) article.readings.clear();
  article.readings.insert(0);
}

// --- One is added that is there already: nothing may change ---

std::optional<int> chooseKnown(Victim& victim) {
  if (victim.articles.empty()) return std::nullopt;
  return victim.articles[victim.below(victim.articles.size())];
}

base::Result<std::string> addAgain(Victim& victim, int number) {
  const SmallArticle article = smallArticle(number);
  return withoutDetail(victim.library->add(article.document, article.extraction, "small"));
}

// --- One is removed, and comes back ---

base::Result<std::string> removeOne(Victim& victim, int number) {
  auto removed = withoutDetail(victim.library->remove(nameOf(number)));
  if (!removed) return removed;
  std::erase(victim.articles, number);
  victim.removed.push_back(number);
  return removed;
}

void expectNoArticle(Expected& expected, const Report& report) {
  expected.articles[report.number].presence = report.done ? Presence::absent : Presence::either;
}

std::optional<int> chooseRemoved(Victim& victim) {
  if (victim.removed.empty()) return std::nullopt;
  const int number = victim.removed.back();
  victim.removed.pop_back();
  return number;
}

// --- One is read again, with other knowledge ---

std::optional<int> chooseReading(Victim& victim) {
  const auto known = chooseKnown(victim);
  if (!known) return std::nullopt;
  return *known * readings + static_cast<int>(victim.below(readings));
}

base::Result<std::string> readAgain(Victim& victim, int number) {
  const int reading = number % readings;
  const SmallArticle article = smallArticle(number / readings, reading);
  return withoutDetail(victim.library->replaceReading(article.document.source, article.extraction,
                                                      fmt::format("small {}", reading)));
}

void expectReading(Expected& expected, const Report& report) {
  Expected::Article& article = expected.articles[report.number / readings];
  if (report.done) article.readings.clear();
  article.readings.insert(report.number % readings);
}

// --- Somebody corrects, undoes and redoes ---

std::string reportOf(const model::Correction& made) {
  return fmt::format("{} {}", made.id, spelled(made));
}

base::Result<std::string> correct(Victim& victim, int number) {
  auto words = somethingToSay(*victim.library, nameOf(number), victim.random);
  if (!words) return tl::make_unexpected(words.error());
  if (!*words) return {};
  (*words)->by = somebody;
  return victim.library->correct(**words).map(reportOf);
}

base::Result<std::string> revoke(Victim& victim, const base::Result<std::optional<std::string>>& id) {
  if (!id) return tl::make_unexpected(id.error());
  if (!*id) return {};
  return victim.library->revoke(**id, somebody).map(reportOf);
}

base::Result<std::string> undo(Victim& victim, int) {
  return revoke(victim, victim.library->undoable(somebody));
}

base::Result<std::string> redo(Victim& victim, int) {
  return revoke(victim, victim.library->redoable(somebody));
}

void expectWords(Expected& expected, const Report& report) {
  if (!report.done) ++expected.said.begun;
  if (const std::size_t end = report.detail.find(' '); end != std::string::npos)
    expected.said.reported[report.detail.substr(0, end)] = report.detail.substr(end + 1);
}

// --- What articles tell is joined ---

base::Result<std::string> join(Victim& victim, int) {
  return withoutDetail(victim.library->settle());
}

// --- The log goes into the file: another connection asks for it, as a reader that closes last does ---

base::Result<std::string> checkpoint(Victim& victim, int) {
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

base::Result<std::string> reopen(Victim& victim, int) {
  victim.library.reset();
  auto opened = Library::open(victim.file, Library::Access::write);
  if (!opened) return tl::make_unexpected(opened.error());
  victim.library = std::move(*opened);
  return {};
}

constexpr std::array table{
    Operation{"add", 12, chooseNew, add, expectArticle},
    Operation{"add-again", 1, chooseKnown, addAgain, nothing},
    Operation{"remove", 1, chooseKnown, removeOne, expectNoArticle},
    Operation{"add-back", 1, chooseRemoved, add, expectArticle},
    Operation{"read-again", 3, chooseReading, readAgain, expectReading},
    Operation{"correct", 9, chooseKnown, correct, expectWords},
    Operation{"undo", 3, always, undo, expectWords},
    Operation{"redo", 2, always, redo, expectWords},
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
void lookAt(const SmallArticle& article, const Library& library, std::vector<std::string>& problems) {
  const std::string& source = article.document.source;
  const auto kept = library.document(source);
  if (!kept) {
    problems.push_back(fmt::format("{} was lost: {}", source, kept.error().message));
    return;
  }
  if (kept->text != article.document.text) problems.push_back(source + " has another text");
  if (kept->digest != article.document.digest) problems.push_back(source + " has another digest");
  if (!sameBlocks(kept->blocks, article.document.blocks)) problems.push_back(source + " has other blocks");
}

/// How many passages machines found in each article.
std::map<std::string, std::size_t> passagesByArticle(const std::vector<model::Event>& stories) {
  std::map<std::string, std::size_t> passages;
  for (const model::Event& story : stories)
    for (const model::Passage& passage : story.passages)
      passages[passage.article] += passage.rule.empty() ? 0 : 1; // what a person added has no rule
  return passages;
}

/// It tells what one of its readings found.
void lookAtReading(int number, const std::set<int>& expected, std::size_t passages,
                   std::vector<std::string>& problems) {
  if (std::none_of(expected.begin(), expected.end(), [&](int reading) {
        return smallArticle(number, reading).extraction.events.size() == passages;
      }))
    problems.push_back(
        fmt::format("{} has {} passages, which none of its readings has", nameOf(number), passages));
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

base::Result<void> lookAround(Victim& victim) {
  return victim.library->articles().map([&](const std::vector<library::ArticleSummary>& articles) {
    for (const library::ArticleSummary& article : articles)
      if (const auto number = numberOf(article.source)) victim.articles.push_back(*number);
  });
}

std::vector<std::string> unmet(const Expected& expected, const Library& library, Look look) {
  std::vector<std::string> problems;
  model::Filter everything;
  everything.rejectedToo = true;
  const auto articles = library.articles();
  const auto stories = library.stories(everything);
  if (!articles || !stories) return {"the library cannot be read"};
  std::set<std::string> there;
  for (const library::ArticleSummary& article : *articles)
    there.insert(article.source);
  const auto passages = passagesByArticle(*stories);

  for (const auto& [number, article] : expected.articles) {
    const std::string name = nameOf(number);
    const bool isThere = there.contains(name);
    if (isThere && article.presence == Presence::absent)
      problems.push_back(name + " was removed and is there");
    if (!isThere && article.presence != Presence::present) continue;
    lookAt(smallArticle(number), library, problems);
    const auto told = passages.find(name);
    if (look == Look::atAll)
      lookAtReading(number, article.readings, told == passages.end() ? 0 : told->second, problems);
  }
  if (look == Look::atAll)
    for (std::string& problem : unmet(expected.said, library))
      problems.push_back(std::move(problem));
  return problems;
}

} // namespace demarche::crash
