// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/crash/small_articles.h"

#include "core/ingest/ingest.h"
#include "core/text/unicode.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace demarche::crash {
namespace {

constexpr std::array<std::string_view, 5> places{"Vienna", "Geneva", "Lima", "Bali", "Anchorage"};
constexpr std::array<std::string_view, 4> guests{"Jake Sullivan", "Antony Blinken", "Janet Yellen",
                                                 "Gina Raimondo"};
constexpr std::string_view padding = "The rest of the page is a list of names that nobody will miss.\n";
constexpr int repetitions = 12'000; // 800 kB

/// So many articles tell the same meetings.
constexpr int articlesPerMeeting = 3;

time::Day dayOf(int meeting) {
  using namespace std::chrono;
  return sys_days{year{1990} / 1 / 1} + days{meeting * 11 % 12'000};
}

void addBlock(model::Document& document, std::u16string_view words, model::BlockRole role) {
  if (!document.text.empty()) document.text += u"\n";
  const auto begin = static_cast<std::int32_t>(document.text.size());
  document.text += words;
  document.blocks.push_back(
      {{begin, static_cast<std::int32_t>(document.text.size())}, role, model::Language::english, 0});
}

model::Event meetingOf(int meeting, const model::Document& document) {
  model::Event event;
  event.date = time::Edtf::day(dayOf(meeting));
  event.title = "Wang Yi meets a guest";
  event.level = model::Level::minister;
  event.topics = {"trade"};
  event.confidence = 0.75;
  event.plover = "CONSULT/visit";
  const auto guest = static_cast<std::size_t>(meeting) % guests.size();
  const auto place = static_cast<std::size_t>(meeting) % places.size();
  event.participants = {{"Wang Yi", model::ParticipantType::person, model::Side::cn, "Foreign Minister"},
                        {std::string(guests[guest]), model::ParticipantType::person, model::Side::us, ""}};
  event.place = model::Place{std::string(places[place]), ""};
  const text::Span span = document.blocks.back().span;
  event.passages = {{document.source, span, std::u16string(text::slice(document.text, span)), event.kind,
                     event.status, event.date, event.place, u"", "It says so.", "made:1"}};
  return event;
}

/// Some readings have other keys, some lack an event.
void readOtherwise(std::vector<model::Event>& events, int reading) {
  if (reading % 2 == 1)
    for (model::Event& event : events)
      event.id += fmt::format("-{}", reading);
  if (reading >= 2) events.erase(events.begin() + static_cast<std::ptrdiff_t>(events.size() / 2));
}

} // namespace

std::string nameOf(int number) {
  return fmt::format("small/{}.txt", number);
}

std::optional<int> numberOf(const std::string& name) {
  if (!name.starts_with("small/")) return std::nullopt;
  return std::atoi(name.c_str() + std::string_view("small/").size());
}

SmallArticle smallArticle(int number, int reading) {
  SmallArticle article;
  model::Document& document = article.document;
  document.source = nameOf(number);
  document.title = fmt::format("Article {}", number);
  addBlock(document, text::toUtf16(document.title), model::BlockRole::title);
  const int sentences = 1 + number * 5 % 8;
  for (int i = 0; i < sentences; ++i) {
    const int meeting = number / articlesPerMeeting * 8 + i;
    addBlock(document, text::toUtf16(fmt::format("王毅 met guest {} on the day {}.", meeting, i)),
             model::BlockRole::body);
    article.extraction.events.push_back(meetingOf(meeting, document));
  }
  if (number % 16 == 15) {
    std::string rest;
    for (int i = 0; i < repetitions; ++i)
      rest += padding;
    addBlock(document, text::toUtf16(rest), model::BlockRole::furniture);
  }
  document.digest = ingest::digestOf(document.text);
  for (std::size_t i = 0; i < article.extraction.events.size(); ++i)
    article.extraction.events[i].id = fmt::format("{}-{}", document.digest, i);
  readOtherwise(article.extraction.events, reading);
  article.extraction.written = {time::Edtf::day(dayOf(number)), model::WrittenBasis::dateline, "It says so.",
                                0.9};
  article.extraction.sections = {article.extraction.written};
  return article;
}

} // namespace demarche::crash
