// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/extract/times/period.h"

#include <optional>

namespace demarche::extract {

// Dates that need more than the civil calendar's fields: movable feasts, the Chinese calendar, weeks of a
// month.

[[nodiscard]] time::Day easterSunday(int year);

/// The day, in China, on which the sun reaches that longitude: 0 is the equinox of March, 15 清明, 270 the
/// winter solstice. Good to some minutes between 1800 and 2200.
[[nodiscard]] time::Day solarTermDay(int year, int longitude);

/// The weekend together with the day off that makes it long, and the day between when there is one.
[[nodiscard]] time::DayRange bridgedWeekend(time::Day dayOff);

/// A day of the Chinese calendar, or the whole month when no day is told (a day below zero counts from the
/// end), in the Chinese year that begins in the civil year `year`. Nothing when there is no such day or no
/// such leap month.
[[nodiscard]] std::optional<Period> lunarPeriod(int year, int month, bool leap, std::optional<int> day);

/// The first (last) `unit` of a stretch. A week that lies across its edge belongs to where its Thursday is,
/// or, with `full`, only weeks that begin in the stretch are counted, as Chinese does.
[[nodiscard]] Period firstInside(TimeUnit unit, time::DayRange whole, bool full);
[[nodiscard]] Period lastInside(TimeUnit unit, time::DayRange whole, bool full);

} // namespace demarche::extract
