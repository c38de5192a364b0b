// SPDX-License-Identifier: Apache-2.0
// Made articles are only worth measuring with when they are what they say: spans that fit, keys that are
// unique, people who were in office, and sentences that the program reads as the events that were put in.

#include "tests/bench/made_articles.h"

#include "core/base/resources.h"
#include "core/extract/extract.h"
#include "core/ingest/ingest.h"
#include "core/text/unicode.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <map>
#include <set>

using namespace demarche;
using namespace demarche::bench;

namespace {

const language::Knowledge& knowledge() {
  static const auto loaded = language::Knowledge::load({base::installedResources()}).value();
  return *loaded;
}

bool sameArticle(const MadeArticle& a, const MadeArticle& b) {
  if (a.document.text != b.document.text || a.document.source != b.document.source) return false;
  const auto& left = a.extraction.events;
  const auto& right = b.extraction.events;
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const model::Event& one, const model::Event& other) {
                      return one.id == other.id && one.title == other.title && one.date == other.date &&
                             one.participants == other.participants;
                    });
}

/// What was put in and what of it the extractor tells: the same kind, in the same words.
struct Found {
  int put = 0, kinds = 0, dates = 0;
};

bool tells(const model::Event& read, const model::Event& made) {
  const text::Span words = made.passages.front().span;
  return read.kind == made.kind &&
         std::any_of(read.passages.begin(), read.passages.end(),
                     [&](const model::Passage& p) { return p.span.overlaps(words); });
}

void look(const model::Extraction& read, const model::Event& made, Found& found) {
  ++found.put;
  bool kind = false, date = false;
  for (const model::Event& event : read.events) {
    if (!tells(event, made)) continue;
    kind = true;
    date = date || event.date == made.date;
  }
  found.kinds += kind ? 1 : 0;
  found.dates += date ? 1 : 0;
}

} // namespace

TEST_CASE("the same seed makes the same articles, and another one others") {
  const MadeArticles once(knowledge(), {300}), again(knowledge(), {300}), other(knowledge(), {300}, 7);
  int different = 0;
  for (std::size_t i = 0; i < once.size(); i += 10) {
    CHECK(sameArticle(once.article(i), again.article(i)));
    different += once.article(i).document.text != other.article(i).document.text ? 1 : 0;
  }
  CHECK(different == 30);
}

TEST_CASE("passages of made articles stand where they say, and keys and texts are unique") {
  const MadeArticles made(knowledge(), {600});
  std::set<std::string> digests, keys, sources;
  std::size_t events = 0;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < made.size(); ++i) {
    const auto [document, extraction] = made.article(i);
    CHECK(digests.insert(document.digest).second);
    CHECK(sources.insert(document.source).second);
    CHECK(document.digest == ingest::digestOf(document.text));
    for (const model::Event& event : extraction.events) {
      ++events;
      CHECK(keys.insert(event.id).second);
      CHECK_FALSE(event.participants.empty());
      REQUIRE(event.passages.size() == 1);
      const model::Passage& passage = event.passages.front();
      CHECK(passage.article == document.source);
      CHECK(std::u16string(text::slice(document.text, passage.span)) == passage.text);
      CHECK(passage.span.length() <= model::longestPassage);
      CHECK(passage.text.find(passage.dateText) != std::u16string::npos);
      CHECK_FALSE(passage.dateText.empty());
    }
    bytes += text::toUtf8(document.text).size();
  }
  CHECK(events > 8 * made.size());
  CHECK(events < 13 * made.size());
  CHECK(bytes > 2000 * made.size());
  CHECK(bytes < 4000 * made.size());
}

TEST_CASE("a made document is the one that its text is read as") {
  const MadeArticles made(knowledge(), {200});
  for (std::size_t i = 0; i < made.size(); ++i) {
    const model::Document document = made.article(i).document;
    const auto read = ingest::readText(text::toUtf8(document.text), document.source);
    REQUIRE(read);
    CHECK(read->digest == document.digest);
    REQUIRE(read->stated);
    CHECK(read->stated->date.str() == document.stated->date.str());
    REQUIRE(read->blocks.size() == document.blocks.size());
    for (std::size_t b = 0; b < document.blocks.size(); ++b) {
      CHECK(read->blocks[b].span == document.blocks[b].span);
      CHECK(read->blocks[b].language == document.blocks[b].language);
    }
  }
}

TEST_CASE("people of made articles hold the office that they are given") {
  const MadeWorld world(knowledge().gazetteer(), madeSeed, 5000);
  const language::Gazetteer& gazetteer = knowledge().gazetteer();
  for (std::size_t i = 0; i < world.size(); i += 7) {
    const MadeFact fact = world.fact(i);
    for (const MadePart& part : {fact.first, fact.second}) {
      if (!part.person) continue;
      const auto& terms = gazetteer[part.person].terms;
      CHECK(std::any_of(terms.begin(), terms.end(), [&](const language::Term& term) {
        return term.office == part.office && term.holds({fact.days.first, fact.days.first});
      }));
    }
  }
}

TEST_CASE("recent years, some months and some people are told of more than others") {
  const MadeWorld world(knowledge().gazetteer(), madeSeed, 20000);
  std::map<int, int> years;
  std::map<std::string, int> people;
  for (std::size_t i = 0; i < world.size(); ++i) {
    const MadeFact fact = world.fact(i);
    ++years[static_cast<int>(std::chrono::year_month_day(fact.days.first).year())];
    if (fact.first.person) ++people[knowledge().gazetteer()[fact.first.person].name];
  }
  CHECK(years.begin()->first == 1972);
  CHECK(years.rbegin()->first == 2026);
  CHECK(years[2020] + years[2021] + years[2022] > 3 * (years[1980] + years[1981] + years[1982]));
  std::vector<int> counts;
  counts.reserve(people.size());
  for (const auto& [name, count] : people)
    counts.push_back(count);
  std::sort(counts.rbegin(), counts.rend());
  REQUIRE(counts.size() > 100);
  CHECK(counts[0] > 20 * counts[counts.size() / 2]);
}

TEST_CASE("the extractor finds in made texts most of what was put in") {
  const MadeArticles made(knowledge(), {240});
  std::map<model::EventKind, Found> found;
  Found all;
  for (std::size_t i = 0; i < made.size(); ++i) {
    const MadeArticle article = made.article(i);
    const auto read = ingest::readText(text::toUtf8(article.document.text), article.document.source);
    REQUIRE(read);
    const model::Extraction extraction = extract::extract(*read, knowledge());
    for (const model::Event& event : article.extraction.events) {
      look(extraction, event, found[event.kind]);
      look(extraction, event, all);
    }
  }
  for (const auto& [kind, of] : found)
    INFO(fmt::format("{}: {} put in, {} found, {} with its date", code(kind), of.put, of.kinds, of.dates));
  CAPTURE(all.put, all.kinds, all.dates);
  CHECK(10 * all.kinds >= 7 * all.put);
  CHECK(10 * all.dates >= 6 * all.put);
}
