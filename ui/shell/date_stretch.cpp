// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/date_stretch.h"

#include "core/time/edtf.h"
#include "ui/bridge/text.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace demarche::ui {
namespace {

double numberOf(time::Day day) {
  return static_cast<double>(day.time_since_epoch().count());
}

} // namespace

/// The core says it to programmers and in English.
QString DateStretch::whatIsWrong(const QString& text) {
  static const QRegularExpression day(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d$"));
  const QStringList parts = text.split(u'/');
  const auto isDate = [](const QString& part) { return time::Edtf::parse(toUtf8(part)).has_value(); };
  if (std::ranges::any_of(parts,
                          [&](const QString& part) { return day.match(part).hasMatch() && !isDate(part); }))
    return tr("The calendar has no such day.");
  if (parts.size() == 2 && isDate(parts[0]) && isDate(parts[1])) return tr("It ends before it begins.");
  return tr("Write it like 2023, 2023-05, 2023-05-10, 197X or 2018/2019.");
}

DateStretch DateStretch::read(const QString& text, const timeline::Extent& events) {
  DateStretch stretch;
  const auto date = time::Edtf::parse(toUtf8(text));
  const auto bounds = date ? date->bounds() : std::nullopt;
  if (!date)
    stretch.m_whyNot = whatIsWrong(text);
  else if (!bounds)
    stretch.m_whyNot = tr("An unknown date stands nowhere.");
  if (!bounds) return stretch;
  constexpr double year = 366; // where no event says how far
  double first = numberOf(bounds->first);
  double end = numberOf(bounds->last) + 1;
  if (date->isInterval() && !date->begin())
    first = events.empty() ? end - year : std::min<double>(events.first, end - 1);
  if (date->isInterval() && !date->end())
    end = events.empty() ? first + year : std::max<double>(events.last + 1, first + 1);
  stretch.m_first = first;
  stretch.m_end = end;
  return stretch;
}

} // namespace demarche::ui
