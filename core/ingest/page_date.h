// SPDX-License-Identifier: Apache-2.0
#pragma once

// Dates as pages state them: whole, with their year, in any of the shapes that sites print. Dates of the
// running text, which may leave out the year or speak of "yesterday", belong to extraction.

#include "core/text/span.h"
#include "core/time/edtf.h"

#include <optional>
#include <string_view>
#include <vector>

namespace demarche::ingest {

struct PageDate {
  time::Day day;
  text::Span span; ///< in the line
};

/// The dates of one line, in order. Knows 2023-07-12, 2017.07.20, 2025/6/10 (also in an address), 17/11/2024
/// when it is clear which is the month, Nov. 12, 2018, 12 November 2018, 2023年7月12日, 二〇二三年七月十二日,
/// 民國105年3月8日, 25 4 月, 2024 and 11 月 15, 2022. O(n).
[[nodiscard]] std::vector<PageDate> pageDates(std::u16string_view line);

/// How much the line says beside dates, times of day, weekdays and numbers; in `weight`s (page_line.h).
[[nodiscard]] double weightBesideDates(std::u16string_view line, const std::vector<PageDate>& dates);

/// The line begins with a weekday and the first of its dates, and there the sentence ends.
[[nodiscard]] bool beginsWithWeekdayAndDate(std::u16string_view line, const std::vector<PageDate>& dates);

/// The line begins as a date does, with or without a year: an entry of a chronology.
[[nodiscard]] bool beginsWithDate(std::u16string_view line);

} // namespace demarche::ingest
