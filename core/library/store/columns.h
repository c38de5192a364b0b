// SPDX-License-Identifier: Apache-2.0
#pragma once

// Columns that hold what the model has words for. Private to this room; throws DatabaseError.

#include "core/library/store/sqlite.h"
#include "core/text/span.h"
#include "core/time/calendar.h"
#include "core/time/edtf.h"

#include <cstdint>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

[[noreturn]] inline void damaged(std::string_view what, std::string_view value) {
  throw DatabaseError(base::ErrorKind::input,
                      fmt::format("the library file is damaged: \"{}\" is no {}", value, what));
}

/// A column that holds a spelling of the contract.
template <typename Parse>
auto readCode(const Statement& row, int column, Parse parse, std::string_view what) {
  const std::string spelling = row.text(column);
  const auto value = parse(spelling);
  if (!value) damaged(what, spelling);
  return *value;
}

[[nodiscard]] inline time::Edtf readDate(const Statement& row, int column) {
  const std::string spelling = row.text(column);
  const auto date = time::Edtf::parse(spelling);
  if (!date) damaged("date", spelling);
  return *date;
}

/// From this column and the next.
[[nodiscard]] inline text::Span readSpan(const Statement& row, int column) {
  return {row.number(column), row.number(column + 1)};
}

[[nodiscard]] inline std::optional<std::string> isoOrNull(const std::optional<time::DayRange>& days,
                                                          time::Day time::DayRange::*end) {
  return days ? std::optional(time::isoDay((*days).*end)) : std::nullopt;
}

/// The first column of every row. The statement is free again at once, so that what is done with the rows may
/// ask the same.
template <typename... Values>
[[nodiscard]] std::vector<std::string> textColumn(const Connection& connection, std::string_view sql,
                                                  const Values&... values) {
  std::vector<std::string> texts;
  const LentStatement row = connection.kept(sql);
  for (row->with(values...); row->step();)
    texts.push_back(row->text(0));
  return texts;
}

template <typename... Values>
[[nodiscard]] std::vector<std::int64_t> integerColumn(const Connection& connection, std::string_view sql,
                                                      const Values&... values) {
  std::vector<std::int64_t> integers;
  const LentStatement row = connection.kept(sql);
  for (row->with(values...); row->step();)
    integers.push_back(row->integer(0));
  return integers;
}

} // namespace demarche::library
