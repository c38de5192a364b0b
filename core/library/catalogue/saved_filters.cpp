// SPDX-License-Identifier: Apache-2.0
#include "core/library/catalogue/saved_filters.h"

#include "core/base/utc.h"
#include "core/library/store/json_values.h"

#include <fmt/format.h>
#include <optional>

namespace demarche::library {
namespace {

/// Instead of a filter, for one that was removed: where libraries are merged it stays so.
constexpr std::string_view removed;

template <typename Values>
Json codes(const Values& values) {
  Json array = Json::array();
  for (const auto value : values)
    array.push_back(code(value));
  return array;
}

Json dateOrNull(const std::optional<time::Edtf>& date) {
  return date ? Json(date->str()) : Json(nullptr);
}

/// Every condition is named, so that one that a program does not know can be told from one that is not set.
std::string toJson(const model::Filter& filter) {
  return spelled({{"from", dateOrNull(filter.from)},
                  {"to", dateOrNull(filter.to)},
                  {"kinds", codes(filter.kinds)},
                  {"statuses", codes(filter.statuses)},
                  {"scope", filter.scope ? Json(code(*filter.scope)) : Json(nullptr)},
                  {"people", filter.people},
                  {"places", filter.places},
                  {"topics", filter.topics},
                  {"sides", codes(filter.sides)},
                  {"languages", codes(filter.languages)},
                  {"sources", filter.sources},
                  {"text", filter.text},
                  {"min_confidence", filter.minConfidence},
                  {"rejected_too", filter.rejectedToo}});
}

template <typename Parse>
auto codesOf(const Json& from, Parse parse, std::string_view what) {
  std::vector<typename decltype(parse(""))::value_type> values;
  for (const std::string& spelling : textsOf(from))
    values.push_back(codeOf(spelling, parse, what));
  return values;
}

std::optional<time::Edtf> dateOrNothing(const Json& from) {
  return from.is_null() ? std::nullopt : std::optional(dateOf(textOf(from, "date")));
}

model::Filter filterFromJson(const std::string& spelling) {
  const Json from = parsed(spelling);
  model::Filter filter;
  filter.from = dateOrNothing(member(from, "from"));
  filter.to = dateOrNothing(member(from, "to"));
  filter.kinds = codesOf(member(from, "kinds"), model::eventKindFromCode, "kind");
  filter.statuses = codesOf(member(from, "statuses"), model::eventStatusFromCode, "status");
  if (const Json& scope = member(from, "scope"); !scope.is_null())
    filter.scope = codeOf(textOf(scope, "scope"), model::scopeFromCode, "scope");
  filter.people = textsOf(member(from, "people"));
  filter.places = textsOf(member(from, "places"));
  filter.topics = textsOf(member(from, "topics"));
  filter.sides = codesOf(member(from, "sides"), model::sideFromCode, "side");
  filter.languages = codesOf(member(from, "languages"), model::languageFromCode, "language");
  filter.sources = textsOf(member(from, "sources"));
  filter.text = textOf(from, "text", "text");
  const Json& confidence = member(from, "min_confidence");
  const Json& rejected = member(from, "rejected_too");
  if (!confidence.is_number() || !rejected.is_boolean()) unreadable("filter");
  filter.minConfidence = confidence.get<double>();
  filter.rejectedToo = rejected.get<bool>();
  return filter;
}

void write(Connection& connection, std::string_view name, std::string_view filter) {
  connection.kept("INSERT OR REPLACE INTO saved_filter VALUES (?,?,?)")->run(name, filter, base::utcNow());
}

} // namespace

std::vector<model::SavedFilter> readSavedFilters(const Connection& connection) {
  std::vector<model::SavedFilter> filters;
  const LentStatement row =
      connection.kept("SELECT name, filter FROM saved_filter WHERE filter <> ? ORDER BY name");
  for (row->with(removed); row->step();)
    filters.push_back({row->text(0), filterFromJson(row->text(1))});
  return filters;
}

void writeSavedFilter(Connection& connection, const model::SavedFilter& saved) {
  if (saved.name.find_first_not_of(" \t\r\n") == std::string::npos)
    throw DatabaseError(base::ErrorKind::input, "a filter needs a name to be saved");
  write(connection, saved.name, toJson(saved.filter));
}

void removeSavedFilter(Connection& connection, std::string_view name) {
  const LentStatement row = connection.kept("SELECT 1 FROM saved_filter WHERE name = ? AND filter <> ?");
  if (!row->with(name, removed).step())
    throw DatabaseError(base::ErrorKind::notFound,
                        fmt::format("there is no filter \"{}\" in this library", name));
  row->reset();
  write(connection, name, removed);
}

void mergeSavedFilters(Connection& into, const Connection& from) {
  const LentStatement row = from.kept("SELECT name, filter, changed FROM saved_filter");
  while (row->step())
    into.kept("INSERT INTO saved_filter VALUES (?1,?2,?3) ON CONFLICT (name) DO UPDATE SET filter = ?2, "
              "changed = ?3 WHERE (?3, ?2) > (changed, filter)")
        ->run(row->text(0), row->text(1), row->text(2));
}

} // namespace demarche::library
