// SPDX-License-Identifier: Apache-2.0
// Joining alone: what people found in articles is joined, as if extraction made no mistake, and held against
// what they say is one event. `test_annotated [.list]` tells every difference.

#include "core/coreference/join.h"
#include "tests/annotated/annotated_articles.h"
#include "tests/annotated/blurs.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <string_view>

using namespace demarche;
using annotated::Mention;

namespace {

// What has been reached; it may only get better. Shares of what was joined, and of blurred accounts.
constexpr double leastF1 = 0.96;
constexpr double mostWrong = 0.01;
constexpr double leastF1Blurred = 0.85;
constexpr double mostWrongBlurred = 0.03;

const std::filesystem::path folder = std::filesystem::path(DEMARCHE_SOURCE_DIR) / "../shared/eval";

/// What became of two mentions.
enum class Outcome { apart, joined, missed, wrong };

/// Pairs of mentions in different articles, and those of one article that were taken for one event though
/// the article tells two.
struct Pairs {
  int joined = 0;
  int missed = 0;
  int wrong = 0;
  int wrongInOneArticle = 0;

  void operator+=(const Pairs& other) {
    joined += other.joined;
    missed += other.missed;
    wrong += other.wrong;
    wrongInOneArticle += other.wrongInOneArticle;
  }
  [[nodiscard]] double f1() const {
    const int all = 2 * joined + missed + wrong;
    return all > 0 ? 2.0 * joined / all : 1;
  }
  /// Of what was joined.
  [[nodiscard]] double shareWrong() const {
    const int all = joined + wrong;
    return all > 0 ? static_cast<double>(wrong) / all : 0;
  }
};

Outcome outcome(const Mention& a, const Mention& b, bool together) {
  const bool one = a.what == b.what;
  if (one) return together ? Outcome::joined : Outcome::missed;
  return together ? Outcome::wrong : Outcome::apart;
}

/// Calls `visit` with every two mentions and what became of them.
template <typename Visit>
void forEachPair(const annotated::Set& set, Visit visit) {
  std::vector<model::Event> accounts;
  for (const Mention& mention : set.mentions)
    accounts.push_back(mention.account);
  std::vector<std::size_t> storyOf(accounts.size());
  std::size_t number = 0;
  for (const std::vector<std::size_t>& story : coreference::stories(accounts, set.written)) {
    for (const std::size_t member : story)
      storyOf[member] = number;
    ++number;
  }
  for (std::size_t i = 0; i < accounts.size(); ++i)
    for (std::size_t j = i + 1; j < accounts.size(); ++j)
      visit(set.mentions[i], set.mentions[j],
            outcome(set.mentions[i], set.mentions[j], storyOf[i] == storyOf[j]));
}

enum class Counted { required, all };

Pairs pairsOf(const annotated::Set& set, Counted counted) {
  Pairs pairs;
  forEachPair(set, [&](const Mention& a, const Mention& b, Outcome outcome) {
    const bool bilateral =
        a.account.scope == model::Scope::bilateral && b.account.scope == model::Scope::bilateral;
    if (!bilateral || a.set != b.set || (counted == Counted::required && !(a.required && b.required))) return;
    if (a.article == b.article) {
      if (outcome == Outcome::wrong) ++pairs.wrongInOneArticle;
      return;
    }
    if (outcome == Outcome::joined) ++pairs.joined;
    if (outcome == Outcome::missed) ++pairs.missed;
    if (outcome == Outcome::wrong) ++pairs.wrong;
  });
  return pairs;
}

/// Everything in one library. What one event is in two sets, nobody has said.
annotated::Set together(const std::vector<annotated::Set>& sets) {
  annotated::Set all{"one library", {}, {}};
  for (const annotated::Set& set : sets) {
    for (Mention mention : set.mentions) {
      mention.article = set.name + '/' + mention.article;
      mention.account.id = mention.article + mention.account.id;
      mention.account.passages.front().article = mention.article;
      all.mentions.push_back(std::move(mention));
    }
    for (const auto& [article, day] : set.written)
      all.written.emplace(set.name + '/' + article, day);
  }
  return all;
}

void print(std::string_view name, const Pairs& pairs) {
  fmt::print("{:22} joined {:3}, missed {:3}, wrongly joined {:2}, in one article {:2}; f1 {:.3f}\n", name,
             pairs.joined, pairs.missed, pairs.wrong, pairs.wrongInOneArticle, pairs.f1());
}

Pairs measured(const std::vector<annotated::Set>& sets, Counted counted, std::string_view which) {
  Pairs total;
  for (const annotated::Set& set : sets) {
    const Pairs pairs = pairsOf(set, counted);
    print(fmt::format("{}, {}", set.name, which), pairs);
    total += pairs;
  }
  print(fmt::format("together, {}", which), total);
  return total;
}

std::string sentence(const Mention& mention) {
  const model::Event& account = mention.account;
  std::string people;
  for (const model::Participant& one : account.participants)
    people += fmt::format("{}{} ({})", people.empty() ? "" : ", ", one.name, code(one.side));
  return fmt::format("{} {}{} {} {} {} [{}] {}", mention.article, mention.what,
                     mention.required ? "" : " (optional)", code(account.kind), code(account.status),
                     account.date.str(), people,
                     account.place ? account.place->name + ' ' + account.place->country : "");
}

void printDifferences(const annotated::Set& set, const std::string& name) {
  forEachPair(set, [&](const Mention& a, const Mention& b, Outcome outcome) {
    if (a.set != b.set) return;
    const bool missed = outcome == Outcome::missed && a.article != b.article;
    if (missed || outcome == Outcome::wrong)
      fmt::print("{}: {}\n  {}\n  {}\n", name, missed ? "missed" : "wrong", sentence(a), sentence(b));
  });
}

/// The sets, with a word where there are none.
std::vector<annotated::Set> setsOrWord() {
  std::vector<annotated::Set> sets = annotated::setsIn(folder);
  if (sets.empty())
    WARN("there are no annotated articles beside the project (../shared/eval); nothing is measured");
  return sets;
}

} // namespace

TEST_CASE("events that people found in several articles are joined as people join them", "[annotated]") {
  const std::vector<annotated::Set> sets = setsOrWord();
  if (sets.empty()) return;
  const Pairs required = measured(sets, Counted::required, "required");
  measured(sets, Counted::all, "all");
  const Pairs inOneLibrary = pairsOf(together(sets), Counted::required);
  print("in one library", inOneLibrary);
  CHECK(required.f1() >= leastF1);
  CHECK(required.shareWrong() <= mostWrong);
  CHECK(inOneLibrary.shareWrong() <= mostWrong);
}

TEST_CASE("events are joined although every third account is blurred", "[annotated]") {
  const std::vector<annotated::Set> sets = setsOrWord();
  if (sets.empty()) return;
  for (const annotated::Blur& blur : annotated::blurs()) {
    Pairs total;
    for (const annotated::Set& set : sets)
      total += pairsOf(annotated::blurred(set, blur), Counted::required);
    print(blur.name, total);
    CHECK(total.f1() >= leastF1Blurred);
    CHECK(total.shareWrong() <= mostWrongBlurred);
  }
}

TEST_CASE("what is joined otherwise than people do", "[.list]") {
  const std::vector<annotated::Set> sets = annotated::setsIn(folder);
  printDifferences(together(sets), "one library");
  for (const annotated::Set& set : sets) {
    printDifferences(set, set.name);
    for (const annotated::Blur& blur : annotated::blurs())
      printDifferences(annotated::blurred(set, blur), fmt::format("{}, {}", set.name, blur.name));
  }
}
