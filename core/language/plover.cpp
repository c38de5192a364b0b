// SPDX-License-Identifier: Apache-2.0
#include "core/language/plover.h"

#include "core/language/report.h"
#include "core/language/resource_files.h"
#include "core/language/toml_table.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <utility>

namespace demarche::language {
namespace {

using model::EventKind;
using model::EventStatus;

struct PloverType {
  std::string_view name;
  std::vector<std::string_view> modes;
};

/// Types and modes as in the PLOVER manual (Open Event Data Alliance, draft 2.0).
const std::array<PloverType, 16>& ploverTypes() {
  static const std::array<PloverType, 16> types{{
      {"AGREE", {}},
      {"CONSULT", {"visit", "third-party", "multilateral", "phone"}},
      {"SUPPORT", {}},
      {"CONCEDE", {}},
      {"COOPERATE", {}},
      {"AID", {}},
      {"RETREAT", {"withdraw", "release", "disarm", "ceasefire", "access", "resign"}},
      {"REQUEST", {"assist", "change", "yield", "meet"}},
      {"ACCUSE", {"disapprove", "investigate", "allege"}},
      {"REJECT", {"assist", "change", "yield", "meet"}},
      {"THREATEN", {"restrict", "arrest", "relations", "expel", "territory", "violence"}},
      {"PROTEST", {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}},
      {"SANCTION", {"convict", "expel", "withdraw", "discontinue"}},
      {"MOBILIZE", {"troops", "weapons", "police", "militia"}},
      {"COERCE",
       {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber"}},
      {"ASSAULT",
       {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"}},
  }};
  return types;
}

std::string told(const PloverRow& row) {
  return fmt::format("{}, {}", code(row.kind), code(row.status));
}

/// `042`, `0354`: the first two digits are one of CAMEO's twenty classes.
bool isCameo(std::string_view code) {
  const bool digits = std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || code.size() < 2 || code.size() > 4) return false;
  const int first = (code[0] - '0') * 10 + (code[1] - '0');
  return first >= 1 && first <= 20;
}

template <typename Value, typename Parse>
std::optional<Value> readWord(TomlTable& table, std::string_view key, Parse parse) {
  const std::string word = table.text(key);
  const std::optional<Value> value = parse(word);
  if (!value && !word.empty())
    table.complain(table.originOf(key), fmt::format("unknown {} \"{}\"", key, word));
  return value;
}

void readCode(TomlTable& table, PloverCode& code) {
  code.type = table.text("type");
  code.mode = table.textOr("mode", "");
  code.cameo = table.text("cameo");
  const auto& types = ploverTypes();
  const auto type =
      std::find_if(types.begin(), types.end(), [&](const PloverType& one) { return one.name == code.type; });
  if (!code.cameo.empty() && !isCameo(code.cameo))
    table.complain(table.originOf("cameo"),
                   fmt::format("\"{}\" is no CAMEO code: two to four digits, from 01 to 20", code.cameo));
  if (code.type.empty()) return;
  if (type == types.end()) {
    table.complain(table.originOf("type"), fmt::format("PLOVER has no event type \"{}\"", code.type));
    return;
  }
  const std::vector<std::string_view>& modes = type->modes;
  if (code.mode.empty() || std::find(modes.begin(), modes.end(), code.mode) != modes.end()) return;
  table.complain(table.originOf("mode"), modes.empty() ? fmt::format("{} has no modes", code.type)
                                                       : fmt::format("{} has no mode \"{}\": {}", code.type,
                                                                     code.mode, fmt::join(modes, ", ")));
}

std::optional<PloverRow> readRow(TomlTable& table) {
  PloverRow row;
  row.origin = table.origin();
  const auto kind = readWord<EventKind>(table, "kind", model::eventKindFromCode);
  const auto status = readWord<EventStatus>(table, "status", model::eventStatusFromCode);
  row.deed = table.textOr("deed", "");
  row.thirdPlace = table.flagOr("third_place", false);
  readCode(table, row.code);
  if (!table.finish()) return std::nullopt;
  row.kind = *kind;
  row.status = *status;
  return row;
}

/// An earlier row of the same kind and status that lets nothing through to this one.
bool hides(const PloverRow& earlier, const PloverRow& later) {
  return earlier.kind == later.kind && earlier.status == later.status &&
         (earlier.deed.empty() || earlier.deed == later.deed) && (!earlier.thirdPlace || later.thirdPlace);
}

void checkRows(const std::vector<PloverRow>& rows, const std::string& file, std::vector<Problem>& problems) {
  for (auto row = rows.begin(); row != rows.end(); ++row)
    for (auto earlier = rows.begin(); earlier != row; ++earlier) {
      if (hides(*earlier, *row)) {
        report(problems, row->origin,
               fmt::format("this row ({}) is never reached: {} takes all of it", told(*row),
                           earlier->origin.str()));
        break;
      }
      if (earlier->kind == row->kind && earlier->status == row->status &&
          earlier->code.str() == row->code.str() && earlier->code.cameo != row->code.cameo)
        report(problems, row->origin,
               fmt::format("{} of {} is CAMEO {} here and {} in {}", row->code.str(), told(*row),
                           row->code.cameo, earlier->code.cameo, earlier->origin.str()));
    }
  for (const EventKind kind : model::allEventKinds)
    for (const EventStatus status : model::allEventStatuses)
      if (std::none_of(rows.begin(), rows.end(), [&](const PloverRow& row) {
            return row.kind == kind && row.status == status && row.plain();
          }))
        report(problems, {file, 1}, fmt::format("no row for every {} that is {}", code(kind), code(status)));
}

const PloverCode& nothing() {
  static const PloverCode none;
  return none;
}

} // namespace

const PloverCode& PloverTable::of(EventKind kind, EventStatus status,
                                  const std::vector<std::string_view>& deeds, bool thirdPlace) const {
  for (const PloverRow& row : m_rows)
    if (row.kind == kind && row.status == status && (thirdPlace || !row.thirdPlace) &&
        (row.deed.empty() || std::find(deeds.begin(), deeds.end(), row.deed) != deeds.end()))
      return row.code;
  return nothing();
}

const PloverCode& PloverTable::of(const model::Event& event) const {
  const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const PloverRow& one) {
    return one.kind == event.kind && one.status == event.status && one.code.str() == event.plover;
  });
  return row != m_rows.end() ? row->code : of(event.kind, event.status);
}

PloverTable loadPlover(const std::vector<ResourceFile>& files, std::vector<Problem>& problems) {
  PloverTable table;
  const auto file = std::find_if(files.begin(), files.end(),
                                 [](const ResourceFile& one) { return one.name == "plover.toml"; });
  if (file == files.end()) return table;
  const std::optional<toml::table> parsed = parseToml(*file, problems);
  if (!parsed) return table;
  TomlTable root(*parsed, file->name, problems);
  for (const toml::table* one : root.tables("row")) {
    TomlTable rowTable(*one, file->name, problems);
    if (auto row = readRow(rowTable)) table.m_rows.push_back(std::move(*row));
  }
  root.finish();
  checkRows(table.m_rows, file->name, problems);
  return table;
}

} // namespace demarche::language
