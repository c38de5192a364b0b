// SPDX-License-Identifier: Apache-2.0
// What may stand behind the colon of a field.

#include "core/library/search/query_tokens.h"
#include "core/library/search/search_form.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <utility>

namespace demarche::library {
namespace {

using base::ErrorKind;

/// The words of the Chinese windows, simplified; a traditional word is folded to them.
constexpr std::pair<std::u16string_view, model::EventKind> chineseKinds[] = {
    {u"会晤", model::EventKind::meeting},
    {u"通话", model::EventKind::call},
    {u"访问", model::EventKind::visit},
    {u"工作组", model::EventKind::workingGroup},
    {u"工作小组", model::EventKind::workingGroup},
    {u"信函", model::EventKind::letter},
    {u"协议", model::EventKind::agreement},
    {u"措施", model::EventKind::measure},
    {u"事端", model::EventKind::incident},
    {u"使节任免", model::EventKind::posting}};
constexpr std::pair<std::u16string_view, model::EventStatus> chineseStatuses[] = {
    {u"已发生", model::EventStatus::occurred},
    {u"计划中", model::EventStatus::planned},
    {u"已取消", model::EventStatus::cancelled}};

/// "Working group" and "working-group" are `working_group`.
std::u16string asCode(std::u16string_view value) {
  std::u16string form = searchForm(value);
  std::replace_if(
      form.begin(), form.end(), [](char16_t unit) { return unit == u' ' || unit == u'-'; }, u'_');
  return form;
}

template <typename Value, std::size_t count, std::size_t chineseCount>
std::optional<Value> valueNamed(const std::array<Value, count>& all,
                                const std::pair<std::u16string_view, Value> (&chinese)[chineseCount],
                                std::u16string_view name) {
  const std::u16string wanted = asCode(name);
  for (const Value value : all)
    if (text::toUtf16(code(value)) == wanted) return value;
  for (const auto& [known, value] : chinese)
    if (known == wanted) return value;
  return std::nullopt;
}

template <typename Value, std::size_t count>
std::string listOf(const std::array<Value, count>& all) {
  std::vector<std::string_view> codes;
  codes.reserve(count);
  for (const Value value : all)
    codes.push_back(code(value));
  return fmt::format("{}", fmt::join(codes, ", "));
}

template <typename Value>
void addValue(Wanted<Value>& wanted, Value value) {
  if (wanted.all.empty()) wanted.all.emplace_back();
  wanted.all.front().push_back(std::move(value));
}

base::Result<void> missing(const QueryToken& field, const std::string& help) {
  return base::fail(ErrorKind::input, fmt::format("\"{}\" at character {} lacks what is to be found; {}",
                                                  field.written, field.position, help));
}

base::Result<void> addName(Wanted<std::string>& wanted, const QueryToken& field, std::string_view example) {
  const std::u16string_view name = text::trimmed(field.text);
  if (searchForm(name).empty()) return missing(field, fmt::format("write, for example, {}", example));
  addValue(wanted, text::toUtf8(name));
  return {};
}

template <typename Value, std::size_t count, std::size_t chineseCount>
base::Result<void> addNamed(Wanted<Value>& wanted, const QueryToken& field, std::string_view what,
                            const std::array<Value, count>& all,
                            const std::pair<std::u16string_view, Value> (&chinese)[chineseCount]) {
  const std::u16string_view name = text::trimmed(field.text);
  if (name.empty()) return missing(field, fmt::format("there are {}", listOf(all)));
  const auto value = valueNamed(all, chinese, name);
  if (!value)
    return base::fail(ErrorKind::input, fmt::format("\"{}\" at character {}: no such {}; there are {}",
                                                    field.written, field.position, what, listOf(all)));
  addValue(wanted, *value);
  return {};
}

base::Result<void> addDate(Wanted<time::Edtf>& wanted, const QueryToken& field, std::string_view name) {
  const std::string help =
      fmt::format("write a day, a month or a year: {0}:2023-05-10, {0}:2023-05, {0}:2023", name);
  const std::u16string_view value = text::trimmed(field.text);
  if (value.empty()) return missing(field, help);
  const auto date = time::Edtf::parse(text::toUtf8(value));
  if (!date || date->unknown())
    return base::fail(ErrorKind::input, fmt::format("\"{}\" at character {}: no such date; {}", field.written,
                                                    field.position, help));
  addValue(wanted, *date);
  return {};
}

} // namespace

base::Result<void> addField(EventConditions& alternatives, const QueryToken& field) {
  switch (field.field) {
  case QueryField::person:
    return addName(alternatives.people, field, "person:Blinken or person:\"Wang Yi\"");
  case QueryField::place:
    return addName(alternatives.places, field, "place:Vienna or place:AT");
  case QueryField::topic:
    return addName(alternatives.topics, field, "topic:security");
  case QueryField::kind:
    return addNamed(alternatives.kinds, field, "kind", model::allEventKinds, chineseKinds);
  case QueryField::status:
    return addNamed(alternatives.statuses, field, "status", model::allEventStatuses, chineseStatuses);
  case QueryField::before:
    return addDate(alternatives.before, field, "before");
  case QueryField::after:
    break;
  }
  return addDate(alternatives.after, field, "after");
}

} // namespace demarche::library
