// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/timeline/axis.h"

#include <QDate>
#include <QLocale>
#include <QString>

namespace demarche::ui {

[[nodiscard]] QDate dateOf(timeline::DayNumber day);
[[nodiscard]] timeline::DayNumber dayNumberOf(QDate date);

/// What stands in a cell of the upper row of the axis, which is read on its own: "May 2023", "2023年5月",
/// "2020–2029".
[[nodiscard]] QString majorText(const timeline::Cell& cell, timeline::CalendarUnit unit,
                                const QLocale& locale);
/// An hour of the lower row where days are the upper one: "06:00", "6 AM".
[[nodiscard]] QString hourText(int hour, const QLocale& locale);
/// What stands in the lower row, below a cell that already tells the larger unit: "10", "May". A `roomy`
/// cell tells more: "Wed 10", "January".
[[nodiscard]] QString minorText(const timeline::Cell& cell, timeline::CalendarUnit unit,
                                const QLocale& locale, bool roomy);

} // namespace demarche::ui
