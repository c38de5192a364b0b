// SPDX-License-Identifier: Apache-2.0
// The events of whole articles, held against what a careful reader finds (gold.json): how many of those that
// a timeline needs are told, and how many are told that are none. Coarser than a scorer, which would also
// look at days and people; its floors keep what was reached.

#include "core/service/session.h"
#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace demarche;

namespace {

const fs::path room = fs::path(DEMARCHE_SOURCE_DIR) / "tests/accounts";

/// Percent of the required events that must be told, and of those told that may be none, by language.
struct Bounds {
  double told;
  double wrong;
};
const std::map<std::string, Bounds> bounds{
    {"en", {85, 2.5}}, {"zh-Hans", {88.5, 2.5}}, {"zh-Hant", {89, 2.5}}};

struct Wanted {
  std::set<model::EventKind> kinds;
  std::vector<std::u16string> quotes; ///< squashed
  bool required = false;
};

struct Article {
  std::string file;
  std::string language;
  std::vector<Wanted> mentions;
};

/// Quotes are compared without white space, in the form that the packs read.
std::u16string squashed(std::u16string_view text) {
  std::u16string folded = text::fold(std::u16string(text));
  std::erase_if(folded, [](char16_t c) {
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\u00a0' || c == u'\u3000';
  });
  return folded;
}

Wanted wantedOf(const nlohmann::json& mention) {
  Wanted wanted;
  for (const std::string kind : mention.at("kind")) {
    const auto known = model::eventKindFromCode(kind);
    REQUIRE(known);
    wanted.kinds.insert(*known);
  }
  for (const std::string quote : mention.at("evidence"))
    wanted.quotes.push_back(squashed(text::toUtf16(quote)));
  wanted.required = mention.at("scope") == "bilateral" && mention.at("weight") == "required";
  return wanted;
}

std::vector<Article> articles() {
  std::ifstream file(room / "gold.json");
  std::vector<Article> all;
  const nlohmann::json gold = nlohmann::json::parse(file);
  for (const nlohmann::json& entry : gold.at("articles")) {
    Article& article = all.emplace_back();
    article.file = entry.at("file");
    article.language = entry.at("languages").at(0);
    for (const nlohmann::json& mention : entry.at("mentions"))
      article.mentions.push_back(wantedOf(mention));
  }
  return all;
}

/// Every third article is held back: nothing is learnt from it.
bool heldBack(const std::string& file) {
  return std::stoi(file) % 3 == 0;
}

bool touches(const model::Event& event, const Wanted& wanted) {
  return std::any_of(event.passages.begin(), event.passages.end(), [&](const model::Passage& passage) {
    const std::u16string text = squashed(passage.text);
    return std::any_of(wanted.quotes.begin(), wanted.quotes.end(), [&](const std::u16string& quote) {
      constexpr std::size_t shortest = 6; // of a passage inside a quote
      return text.find(quote) != std::u16string::npos ||
             (text.size() >= shortest && quote.find(text) != std::u16string::npos);
    });
  });
}

/// The same kind, or two kinds of encounter.
bool sameSort(const model::Event& event, const Wanted& wanted) {
  return wanted.kinds.contains(event.kind) ||
         (model::isCore(event.kind) && std::any_of(wanted.kinds.begin(), wanted.kinds.end(),
                                                   [](auto kind) { return model::isCore(kind); }));
}

struct Figures {
  int required = 0; ///< events that a timeline needs
  int told = 0;     ///< of these
  int events = 0;   ///< bilateral ones that were read
  int wrong = 0;    ///< of these, that touch nothing a careful reader found

  [[nodiscard]] double toldPercent() const { return required == 0 ? 100 : 100.0 * told / required; }
  [[nodiscard]] double wrongPercent() const { return events == 0 ? 0 : 100.0 * wrong / events; }

  void add(const std::vector<model::Event>& read, const std::vector<Wanted>& mentions) {
    for (const Wanted& wanted : mentions) {
      if (!wanted.required) continue;
      ++required;
      told += std::any_of(read.begin(), read.end(), [&](const model::Event& event) {
        return sameSort(event, wanted) && touches(event, wanted);
      });
    }
    for (const model::Event& event : read) {
      if (event.scope != model::Scope::bilateral) continue;
      ++events;
      wrong += std::none_of(mentions.begin(), mentions.end(),
                            [&](const Wanted& wanted) { return touches(event, wanted); });
    }
  }
};

void print(const std::string& name, const Figures& figures) {
  fmt::print("{:10} told {:3} of {:3} ({:.1f} %), of {:3} events read {:3} are none ({:.1f} %)\n", name,
             figures.told, figures.required, figures.toldPercent(), figures.events, figures.wrong,
             figures.wrongPercent());
}

} // namespace

TEST_CASE("the accounts are whole: every article is annotated, and every quote stands in its article") {
  const auto knowledge = service::installedKnowledge();
  REQUIRE(knowledge);
  std::set<std::string> listed;
  for (const Article& article : articles()) {
    INFO(article.file);
    CHECK(listed.insert(article.file).second);
    CHECK(bounds.contains(article.language));
    const auto read = service::readArticle(room / "articles" / article.file, **knowledge);
    REQUIRE(read);
    const std::u16string text = squashed(read->document.text);
    for (const Wanted& wanted : article.mentions)
      for (const std::u16string& quote : wanted.quotes) {
        INFO(text::toUtf8(quote));
        CHECK(text.find(quote) != std::u16string::npos);
      }
  }
  std::set<std::string> present;
  for (const fs::directory_entry& entry : fs::directory_iterator(room / "articles"))
    present.insert(entry.path().filename().string());
  CHECK(listed == present);
}

TEST_CASE("most of what a careful reader finds in an article is told, and little else") {
  const auto knowledge = service::installedKnowledge();
  REQUIRE(knowledge);
  std::map<std::string, Figures> languages;
  Figures all, blind;
  for (const Article& article : articles()) {
    INFO(article.file);
    const auto read = service::readArticle(room / "articles" / article.file, **knowledge);
    REQUIRE(read);
    for (Figures* figures : {&languages[article.language], &all})
      figures->add(read->extraction.events, article.mentions);
    if (heldBack(article.file)) blind.add(read->extraction.events, article.mentions);
  }
  for (const auto& [language, figures] : languages) {
    print(language, figures);
    INFO(language);
    CHECK(figures.toldPercent() >= bounds.at(language).told);
    CHECK(figures.wrongPercent() <= bounds.at(language).wrong);
  }
  print("all", all);
  print("held back", blind);
}
