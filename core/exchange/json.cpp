// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/json.h"

#include "core/exchange/json_fields.h"
#include "core/text/unicode.h"
#include "core/time/calendar.h"

#include <cmath>
#include <utility>

namespace demarche::exchange {
namespace {

/// An end that a date leaves open has no day.
Json firstDay(const time::Edtf& date) {
  return date.begin() ? Json(time::isoDay(date.bounds()->first)) : Json();
}
Json lastDay(const time::Edtf& date) {
  return date.end() ? Json(time::isoDay(date.bounds()->last)) : Json();
}

Json toJson(const library::ArticleSummary& article) {
  Json languages = Json::array();
  for (const model::Language language : article.languages)
    languages.push_back(code(language));
  return object({{"source", article.source},
                 {"title", article.title},
                 {"languages", std::move(languages)},
                 {"stated_date", article.stated ? Json(article.stated->str()) : Json()},
                 {"written", article.written.date.str()},
                 {"written_basis", code(article.written.basis)},
                 {"written_why", article.written.why},
                 {"digest", article.digest}});
}

Json toJson(const model::Participant& participant) {
  return object({{"name", participant.name},
                 {"type", code(participant.type)},
                 {"side", code(participant.side)},
                 {"role", participant.role}});
}

Json toJson(const std::optional<model::Place>& place) {
  if (!place) return nullptr;
  return object({{"name", place->name}, {"country", place->country}});
}

Json toJson(const model::Passage& passage, const text::CodePointIndex* positions) {
  const auto at = [&](std::int32_t utf16) {
    return positions != nullptr ? positions->toCodePoints(utf16) : utf16;
  };
  return object({{"article", passage.article},
                 {"begin", at(passage.span.begin)},
                 {"end", at(passage.span.end)},
                 {"text", text::toUtf8(passage.text)},
                 {"kind", code(passage.kind)},
                 {"status", code(passage.status)},
                 {"date", passage.date.str()},
                 {"place", toJson(passage.place)},
                 {"date_text", text::toUtf8(passage.dateText)},
                 {"date_why", passage.dateWhy},
                 {"rule", passage.rule}});
}

/// `indexOf` gives the positions of an article by its source.
template <typename IndexOf>
Json toJson(const model::Event& event, IndexOf indexOf) {
  Json participants = Json::array(), passages = Json::array();
  for (const model::Participant& participant : event.participants)
    participants.push_back(toJson(participant));
  for (const model::Passage& passage : event.passages)
    passages.push_back(toJson(passage, indexOf(passage.article)));
  Json json = object({{"id", event.id},
                      {"kind", code(event.kind)},
                      {"status", code(event.status)},
                      {"scope", code(event.scope)},
                      {"date", event.date.str()},
                      {"earliest", firstDay(event.date)},
                      {"latest", lastDay(event.date)},
                      {"title", event.title},
                      {"level", code(event.level)},
                      {"topics", event.topics},
                      {"confidence", std::round(event.confidence * 1000) / 1000},
                      {"plover", event.plover},
                      {"participants", std::move(participants)},
                      {"place", toJson(event.place)},
                      {"passages", std::move(passages)}});
  if (!event.note.empty()) json["note"] = event.note;
  if (event.review != model::Review::none) json["review"] = code(event.review);
  if (!event.corrected.empty()) json["corrected"] = event.corrected;
  for (const model::Sign& sign : event.signs)
    json["signs"].push_back(object({{"name", sign.name}, {"weight", sign.weight}}));
  return json;
}

template <typename Items, typename Write>
void writeArray(std::ostream& out, const Items& items, Write write) {
  out << '[';
  const char* before = "\n";
  for (const auto& item : items) {
    out << before << write(item);
    before = ",\n";
  }
  out << "\n]";
}

} // namespace

std::string jsonLine(const library::ArticleSummary& article, const std::vector<model::Event>& events,
                     const text::CodePointIndex& positions, const std::vector<model::Event>& doubted) {
  const auto write = [&](const model::Event& event) {
    return toJson(event, [&](const std::string&) { return &positions; });
  };
  Json told = Json::array();
  for (const model::Event& event : events)
    told.push_back(write(event));
  Json json = object({{"article", toJson(article)}, {"events", std::move(told)}});
  for (const model::Event& event : doubted)
    json["doubted"].push_back(write(event));
  return oneLine(json);
}

void writeJson(const Collection& collection, std::ostream& out) {
  const auto indexOf = [&](const std::string& source) {
    const auto found = collection.positions.find(source);
    return found != collection.positions.end() ? &found->second : nullptr;
  };
  out << R"({"format":"demarche/1","articles":)";
  writeArray(out, collection.articles,
             [](const library::ArticleSummary& article) { return oneLine(toJson(article)); });
  out << R"(,"events":)";
  writeArray(out, collection.events,
             [&](const model::Event& event) { return oneLine(toJson(event, indexOf)); });
  out << "}\n";
}

} // namespace demarche::exchange
