// SPDX-License-Identifier: Apache-2.0
#include "app/demarche/filter_options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <optional>
#include <string_view>

namespace demarche::app {
namespace {

template <typename Values>
std::string listOf(const Values& values) {
  std::string list;
  for (const auto value : values)
    list += (list.empty() ? "" : ", ") + std::string(model::code(value));
  return list;
}

template <typename Value, typename Find, typename Values>
base::Result<std::vector<Value>> valuesOf(const char* option, const std::vector<std::string>& words,
                                          Find find, const Values& all) {
  std::vector<Value> values;
  for (const std::string& word : words) {
    const std::optional<Value> value = find(word);
    if (!value)
      return base::fail(base::ErrorKind::input,
                        std::string(option) + " " + word + ": it is one of " + listOf(all));
    values.push_back(*value);
  }
  return values;
}

base::Result<std::optional<time::Edtf>> dateOf(const char* option, const std::string& word) {
  if (word.empty()) return std::nullopt;
  const base::Result<time::Edtf> date = time::Edtf::parse(word);
  if (!date)
    return base::fail(base::ErrorKind::input, std::string(option) + " " + word + ": " + date.error().message);
  return *date;
}

/// As a POSIX shell takes it for one word (POSIX.1-2017, XCU 2.2.2).
std::string quoted(const std::string& word) {
  if (!word.empty() && word.find_first_of(" \t\n\"'\\$`*?[]{}()<>|&;!#~=%") == std::string::npos) return word;
  std::string inQuotes = "'";
  for (const char one : word)
    inQuotes += one == '\'' ? std::string("'\\''") : std::string(1, one);
  return inQuotes + "'";
}

constexpr std::array languages{model::Language::english, model::Language::chineseSimplified,
                               model::Language::chineseTraditional};

} // namespace

void FilterOptions::addTo(CLI::App& app) {
  const char* group = "Filter";
  app.add_option("--from", from, "events that may end on or after this date (EDTF)")->group(group);
  app.add_option("--to", to, "events that may begin on or before this date (EDTF)")->group(group);
  app.add_option("--kind", kinds, listOf(model::allEventKinds))->group(group)->allow_extra_args(false);
  app.add_option("--status", statuses, listOf(model::allEventStatuses))
      ->group(group)
      ->allow_extra_args(false);
  app.add_option("--scope", scope, "bilateral (the default), context or all")->group(group);
  app.add_option("--person", people, "who took part")->group(group)->allow_extra_args(false);
  app.add_option("--place", places, "where")->group(group)->allow_extra_args(false);
  app.add_option("--topic", topics, "what about")->group(group)->allow_extra_args(false);
  app.add_option("--language", languages, listOf(app::languages))->group(group)->allow_extra_args(false);
  app.add_option("--text", text, "words of a passage or title")->group(group);
  app.add_option("--min-confidence", minConfidence, "0 to 1")->group(group)->check(CLI::Range(0.0, 1.0));
}

base::Result<model::Filter> filterOf(const FilterOptions& options) {
  model::Filter filter;
  const auto from = dateOf("--from", options.from);
  const auto to = dateOf("--to", options.to);
  const auto kinds =
      valuesOf<model::EventKind>("--kind", options.kinds, model::eventKindFromCode, model::allEventKinds);
  const auto statuses = valuesOf<model::EventStatus>("--status", options.statuses, model::eventStatusFromCode,
                                                     model::allEventStatuses);
  const auto read =
      valuesOf<model::Language>("--language", options.languages, model::languageFromCode, languages);
  if (!from) return tl::make_unexpected(from.error());
  if (!to) return tl::make_unexpected(to.error());
  if (!kinds) return tl::make_unexpected(kinds.error());
  if (!statuses) return tl::make_unexpected(statuses.error());
  if (!read) return tl::make_unexpected(read.error());
  filter.scope = model::scopeFromCode(options.scope);
  if (!filter.scope && options.scope != "all")
    return base::fail(base::ErrorKind::input,
                      "--scope " + options.scope + ": it is bilateral, context or all");
  filter.from = *from;
  filter.to = *to;
  filter.kinds = *kinds;
  filter.statuses = *statuses;
  filter.languages = *read;
  filter.people = options.people;
  filter.places = options.places;
  filter.topics = options.topics;
  filter.text = options.text;
  filter.minConfidence = options.minConfidence;
  return filter;
}

std::string spelled(const model::Filter& filter) {
  std::string line;
  const auto add = [&](std::string_view option, const std::string& word) {
    line += fmt::format("{}{} {}", line.empty() ? "" : " ", option, quoted(word));
  };
  if (filter.from) add("--from", filter.from->str());
  if (filter.to) add("--to", filter.to->str());
  for (const model::EventKind kind : filter.kinds)
    add("--kind", std::string(code(kind)));
  for (const model::EventStatus status : filter.statuses)
    add("--status", std::string(code(status)));
  add("--scope", filter.scope ? std::string(code(*filter.scope)) : "all");
  for (const std::string& person : filter.people)
    add("--person", person);
  for (const std::string& place : filter.places)
    add("--place", place);
  for (const std::string& topic : filter.topics)
    add("--topic", topic);
  for (const model::Language language : filter.languages)
    add("--language", std::string(code(language)));
  if (!filter.text.empty()) add("--text", filter.text);
  if (filter.minConfidence > 0) add("--min-confidence", fmt::format("{}", filter.minConfidence));
  return line;
}

} // namespace demarche::app
