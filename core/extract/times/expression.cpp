// SPDX-License-Identifier: Apache-2.0
#include "core/extract/times/expression.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <fmt/format.h>
#include <string_view>
#include <utility>

namespace demarche::extract {

using language::Fields;
using language::Mark;
using language::Reading;

namespace {

template <typename T, std::size_t N>
using Codes = std::array<std::pair<std::string_view, T>, N>;

template <typename T, std::size_t N>
T decode(const Codes<T, N>& codes, std::string_view code, T otherwise) {
  if (code.empty()) return otherwise; // as in most
  for (const auto& [name, value] : codes)
    if (name == code) return value;
  return otherwise;
}

constexpr Codes<TimeForm, 7> forms{{{"date", TimeForm::date},
                                    {"offset", TimeForm::offset},
                                    {"stretch", TimeForm::stretch},
                                    {"nth", TimeForm::nth},
                                    {"within", TimeForm::within},
                                    {"range", TimeForm::range},
                                    {"vague", TimeForm::vague}}};
constexpr Codes<TimePart, 3> timeParts{
    {{"early", TimePart::early}, {"middle", TimePart::middle}, {"late", TimePart::late}}};
constexpr Codes<TimeRelation, 4> relations{{{"since", TimeRelation::since},
                                            {"until", TimeRelation::until},
                                            {"before", TimeRelation::before},
                                            {"after", TimeRelation::after}}};

constexpr Codes<TimeAnchor, 2> anchors{
    {{"written", TimeAnchor::written}, {"previous", TimeAnchor::previous}}};
constexpr Codes<DayOrder, 3> dayOrders{
    {{"month_first", DayOrder::monthFirst}, {"day_first", DayOrder::dayFirst}, {"either", DayOrder::either}}};

std::optional<int> number(const Fields& fields, std::string_view name) {
  const auto value = fields.number(name);
  return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

void take(std::optional<int>& into, const Fields& fields, std::string_view name) {
  if (const auto value = number(fields, name)) into = value;
}

/// "'82" is 1982, "'24" 2024: the last century until it is clearly this one.
int fullYear(int lastTwoDigits) {
  return lastTwoDigits <= 30 ? 2000 + lastTwoDigits : 1900 + lastTwoDigits;
}

void takeYear(TimeExpression& expression, const Fields& fields) {
  take(expression.year, fields, "year");
  if (const auto digits = number(fields, "year2")) {
    expression.year = fullYear(*digits);
    expression.shortYear = digits;
  }
  if (const auto digits = number(fields, "year_digits"))
    expression.year = 100 * number(fields, "century_digits").value_or(0) + *digits;
  if (const auto tens = number(fields, "year_tens"))
    expression.year = fullYear(10 * *tens + number(fields, "year_ones").value_or(0));
  if (const auto republic = number(fields, "roc")) {
    expression.year = republicYear(*republic);
    expression.republic = true;
  }
}

void takeCalendar(TimeExpression& expression, const Fields& fields) {
  takeYear(expression, fields);
  take(expression.half, fields, "half");
  take(expression.quarter, fields, "quarter");
  take(expression.season, fields, "season");
  take(expression.month, fields, "month");
  take(expression.week, fields, "week");
  take(expression.day, fields, "day");
  take(expression.weekday, fields, "weekday");
  if (const auto stamp = number(fields, "stamp")) {
    expression.year = *stamp / 10'000;
    expression.month = *stamp / 100 % 100;
    expression.day = *stamp % 100;
  }
}

void takeAmount(TimeExpression& expression, const Fields& fields) {
  TimeAmount& amount = expression.amount;
  const std::string_view unit = fields.text("unit");
  const int count = expression.count;
  const bool andHalf = number(fields, "half_unit").value_or(0) != 0;
  if (unit == "workday") amount.workdays += count;
  if (unit == "day") amount.days += count;
  if (unit == "fortnight") amount.days += 14 * count;
  if (unit == "week") amount.days += 7 * count + (andHalf ? 3 : 0);
  if (unit == "month") {
    amount.months += count;
    amount.days += andHalf ? 15 : 0;
  }
  if (unit == "quarter") amount.months += 3 * count;
  if (unit == "half") amount.months += 6 * count;
  if (unit == "year") {
    amount.years += count;
    amount.months += andHalf ? 6 : 0;
  }
  if (unit == "decade") amount.years += 10 * count + (andHalf ? 5 : 0);
  if (unit == "century") amount.years += 100 * count + (andHalf ? 50 : 0);
  amount.years += number(fields, "years").value_or(0);
  amount.months += number(fields, "months").value_or(0);
  amount.days += 7 * number(fields, "weeks").value_or(0) + number(fields, "days").value_or(0);
}

/// What the distance is told in: its smallest unit.
TimeUnit smallestUnit(const Fields& fields, TimeUnit otherwise) {
  if (fields.has("days")) return TimeUnit::day;
  if (fields.has("weeks")) return TimeUnit::week;
  if (fields.has("months")) return TimeUnit::month;
  return otherwise;
}

void takeRest(TimeExpression& expression, const Fields& fields) {
  take(expression.decade, fields, "decade");
  take(expression.century, fields, "century");
  if (const auto digits = number(fields, "decade2")) {
    const int century = *digits <= 20 ? 2000 : 1900;
    expression.decade = (expression.century ? (*expression.century - 1) * 100 : century) + *digits;
  }
  take(expression.easter, fields, "easter");
  take(expression.solarTerm, fields, "solar_term");
  expression.shift = number(fields, "shift").value_or(expression.shift);
  take(expression.which, fields, "which");
  take(expression.n, fields, "n");
  take(expression.toldDay, fields, "told_day");
  take(expression.toldWeek, fields, "told_week");
  expression.dayOrder = decode(dayOrders, fields.text("order"), expression.dayOrder);
  if (const auto own = timeUnitFromCode(fields.text("own"))) expression.own = own;
  expression.weekend = expression.weekend || number(fields, "weekend").value_or(0) != 0;
  expression.lunar = expression.lunar || number(fields, "lunar").value_or(0) != 0;
  expression.full = expression.full || number(fields, "full").value_or(0) != 0;
  expression.sameDay = expression.sameDay || number(fields, "same_day").value_or(0) != 0;
  expression.bridged = expression.bridged || number(fields, "bridged").value_or(0) != 0;
  expression.leap = expression.leap || number(fields, "leap").value_or(0) != 0;
  expression.approximate = expression.approximate || number(fields, "about").value_or(0) != 0;
  expression.onlyAhead = expression.onlyAhead || number(fields, "ahead").value_or(0) != 0;
  expression.rest = expression.rest || number(fields, "rest").value_or(0) != 0;
  if (const auto unit = timeUnitFromCode(fields.text("usual_unit"))) expression.usualUnit = unit;
  expression.usualFrom = number(fields, "usual_from").value_or(expression.usualFrom);
  expression.usualTo = number(fields, "usual_to").value_or(expression.usualTo);
  expression.step = number(fields, "step").value_or(expression.step);
  expression.count = number(fields, "count").value_or(expression.count);
  expression.direction = number(fields, "direction").value_or(expression.direction);
  expression.part = decode(timeParts, fields.text("part"), expression.part);
  expression.relation = decode(relations, fields.text("relation"), expression.relation);
  expression.anchor = decode(anchors, fields.text("anchor"), expression.anchor);
  if (const auto unit = timeUnitFromCode(fields.text("unit"))) expression.unit = unit;
}

std::optional<TimeExpression> slotExpression(const Mark& mark, const Reading& reading,
                                             std::string_view name) {
  const language::Slot* slot = mark.slot(name);
  if (slot == nullptr || slot->mark < 0) return std::nullopt;
  return timeExpression(reading.marks[std::size_t(slot->mark)], reading);
}

/// The fields of the end of a range: their names begin with `end_`.
Fields endFields(const Fields& fields) {
  constexpr std::string_view prefix = "end_";
  Fields end;
  for (const language::Field& field : fields.all())
    if (field.name.starts_with(prefix)) end.set(field.name.substr(prefix.size()), field.value);
  return end;
}

/// The other end of a range that one rule recognised as a whole: "10–22 August 2012" shares month and year.
TimeExpression rangeOf(const TimeExpression& begin, const Fields& fields) {
  TimeExpression range;
  range.form = TimeForm::range;
  range.relation = begin.relation;
  TimeExpression first = begin;
  first.form = TimeForm::date;
  TimeExpression last = first;
  const Fields ofEnd = endFields(fields);
  takeCalendar(last, ofEnd);
  last.step = number(ofEnd, "step").value_or(last.step);
  if (ofEnd.has("year") && !ofEnd.has("month")) last.month.reset(); // 2008.03-2009
  // "1914-18" ends in the century in which it began.
  if (ofEnd.has("year2") && first.year) last.year = *first.year / 100 * 100 + *last.shortYear;
  // "April 27th to the 3rd" ends in the month after.
  if (first.month && first.month == last.month && first.day && last.day && *last.day < *first.day) {
    last.month.reset();
    last.year.reset();
  }
  range.parts = {std::move(first), std::move(last)};
  return range;
}

void takeParts(TimeExpression& expression, const Mark& mark, const Reading& reading) {
  const auto add = [&](std::string_view name) {
    if (auto part = slotExpression(mark, reading, name)) expression.parts.push_back(*std::move(part));
  };
  switch (expression.form) {
  case TimeForm::nth:
    return add("of");
  case TimeForm::offset:
  case TimeForm::stretch:
    return add("from");
  case TimeForm::within:
    return add("inner"), add("outer");
  case TimeForm::range:
    return add("begin"), add("end");
  case TimeForm::date:
  case TimeForm::vague:
    return;
  }
}

} // namespace

std::vector<std::string> unheardOf(const Fields& fields) {
  constexpr std::array<std::string_view, 54> numbers{
      "year",      "year2",    "century_digits", "year_digits", "year_tens",  "year_ones", "roc",
      "stamp",     "decade",   "decade2",        "century",     "half",       "quarter",   "season",
      "month",     "week",     "weekend",        "weekday",     "day",        "step",      "which",
      "lunar",     "leap",     "same_day",       "easter",      "solar_term", "shift",     "usual_from",
      "usual_to",  "about",    "rest",           "count",       "n",          "bridged",   "full",
      "years",     "months",   "weeks",          "days",        "half_unit",  "direction", "ahead",
      "alone",     "told_day", "told_week",      "to_written",  "bare",       "end_year",  "end_year2",
      "end_month", "end_day",  "end_step",       "end_quarter", "end_weekday"};
  std::vector<std::string> unheard;
  const auto coded = [&](const language::Field& field, const auto& codes) {
    const std::string_view code = fields.text(field.name);
    const bool known =
        std::any_of(codes.begin(), codes.end(), [&](const auto& entry) { return entry.first == code; });
    if (!known) unheard.push_back(fmt::format("{} = \"{}\"", field.name, code));
  };
  const auto unit = [&](const language::Field& field) {
    const std::string_view code = fields.text(field.name);
    if (!timeUnitFromCode(code) && code != "fortnight" && code != "workday")
      unheard.push_back(fmt::format("{} = \"{}\"", field.name, code));
  };
  for (const language::Field& field : fields.all()) {
    if (field.name == "form") {
      if (fields.text("form") != "refine") coded(field, forms);
    } else if (field.name == "part") {
      coded(field, timeParts);
    } else if (field.name == "relation") {
      coded(field, relations);
    } else if (field.name == "order") {
      coded(field, dayOrders);
    } else if (field.name == "anchor") {
      coded(field, anchors);
    } else if (field.name == "unit" || field.name == "own" || field.name == "usual_unit") {
      unit(field);
    } else if (field.name == "grain" || field.name == "kind") {
      continue; // what later rules ask for
    } else if (std::find(numbers.begin(), numbers.end(), field.name) == numbers.end()) {
      unheard.emplace_back(field.name);
    } else if (!fields.number(field.name)) {
      unheard.push_back(fmt::format("{} = \"{}\"", field.name, fields.text(field.name)));
    }
  }
  return unheard;
}

TimeExpression timeExpression(const Mark& mark, const Reading& reading) {
  const Fields& fields = mark.fields;
  TimeExpression expression;
  const bool refines = fields.text("form") == "refine";
  if (refines) expression = slotExpression(mark, reading, "of").value_or(TimeExpression{});
  expression.form = decode(forms, fields.text("form"), expression.form);
  takeCalendar(expression, fields);
  takeRest(expression, fields);
  if (expression.form == TimeForm::offset || expression.form == TimeForm::stretch) {
    takeAmount(expression, fields);
    expression.unit = smallestUnit(fields, expression.unit.value_or(TimeUnit::day));
  }
  if (!refines) takeParts(expression, mark, reading);
  if (expression.form == TimeForm::range && expression.parts.empty())
    expression = rangeOf(expression, fields);
  if (number(fields, "to_written")) {
    expression.parts.resize(2);
    expression.parts.back() = {};
    expression.parts.back().form = TimeForm::vague;
  }
  return expression;
}

bool TimeExpression::absolute() const {
  switch (form) {
  case TimeForm::date:
    return year.has_value() || decade.has_value() || century.has_value();
  case TimeForm::nth:
    return !parts.empty() && parts.front().absolute();
  case TimeForm::within:
    return parts.size() == 2 && parts[1].absolute();
  case TimeForm::range:
    return parts.size() == 2 && (parts[0].absolute() || parts[1].absolute());
  case TimeForm::offset:
    return !parts.empty() && parts.front().absolute();
  case TimeForm::stretch:
  case TimeForm::vague:
    return false;
  }
  return false;
}

bool TimeExpression::yearless() const {
  return form == TimeForm::date && month && day && !year && !unit && !which && !lunar;
}

} // namespace demarche::extract
