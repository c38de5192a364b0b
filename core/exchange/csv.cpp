// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/csv.h"

#include "core/text/unicode.h"
#include "core/time/calendar.h"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::exchange {
namespace {

std::string cell(std::string_view text) {
  std::string plain(text);
  if (!plain.empty() && std::string_view("=+-@\t\r").find(plain.front()) != std::string_view::npos)
    plain.insert(plain.begin(), '\'');
  if (plain.find_first_of(",\"\r\n") == std::string::npos) return plain;
  std::string quoted = "\"";
  for (const char c : plain) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void writeRow(std::ostream& out, const std::vector<std::string>& cells) {
  const char* before = "";
  for (const std::string& one : cells) {
    out << before << cell(one);
    before = ",";
  }
  out << "\r\n";
}

void append(std::string& list, std::string_view name) {
  if (!list.empty()) list += "; ";
  list += name;
}

std::string participants(const model::Event& event, model::Side side) {
  std::string names;
  for (const model::Participant& one : event.participants)
    if (one.side == side) append(names, one.name);
  return names;
}

std::string list(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names)
    append(all, name);
  return all;
}

/// Each article once, in the order of its passages.
std::string articles(const model::Event& event) {
  std::string names;
  std::string_view last;
  for (const model::Passage& passage : event.passages) {
    if (passage.article != last) append(names, passage.article);
    last = passage.article;
  }
  return names;
}

} // namespace

void writeCsv(const Collection& collection, std::ostream& out) {
  writeRow(out, {"id",      "kind",     "status",     "scope",  "date",   "earliest", "latest", "title",
                 "level",   "topics",   "confidence", "plover", "us",     "cn",       "other",  "place",
                 "country", "articles", "quote",      "note",   "review", "corrected"});
  for (const model::Event& event : collection.events) {
    const auto days = event.date.bounds();
    writeRow(out, {event.id,
                   std::string(code(event.kind)),
                   std::string(code(event.status)),
                   std::string(code(event.scope)),
                   event.date.str(),
                   event.date.begin() ? time::isoDay(days->first) : "",
                   event.date.end() ? time::isoDay(days->last) : "",
                   event.title,
                   std::string(code(event.level)),
                   list(event.topics),
                   fmt::format("{:.3g}", event.confidence),
                   event.plover,
                   participants(event, model::Side::us),
                   participants(event, model::Side::cn),
                   participants(event, model::Side::other),
                   event.place ? event.place->name : "",
                   event.place ? event.place->country : "",
                   articles(event),
                   event.passages.empty() ? "" : text::toUtf8(event.passages.front().text),
                   event.note,
                   std::string(code(event.review)),
                   list(event.corrected)});
  }
}

} // namespace demarche::exchange
