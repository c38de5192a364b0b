// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/axis_text.h"

#include <QTime>

namespace demarche::ui {
namespace {

constexpr qint64 epochJulianDay = 2440588; // 1970-01-01

/// How the language writes a year and a month, made from how it writes a whole date: "yyyy年M月d日" gives
/// "yyyy年M月", "d MMMM yyyy" gives "MMMM yyyy".
QString monthFormat(const QLocale& locale) {
  const QString date = locale.dateFormat(QLocale::LongFormat);
  const qsizetype year = date.indexOf(u'y');
  const qsizetype month = date.indexOf(u'M');
  const qsizetype day = date.indexOf(u'd', month);
  if (year < 0 || month < year || day < month) return QStringLiteral("MMMM yyyy");
  return date.mid(year, day - year).trimmed();
}

/// "2023年" where the language marks a year, "2023" elsewhere.
QString yearText(const QDate& date, const QLocale& locale) {
  const QString format = monthFormat(locale);
  const qsizetype month = format.indexOf(u'M');
  const QString mark = format.startsWith(u"yyyy") ? format.mid(4, month - 4).trimmed() : QString();
  const bool letter = mark.size() == 1 && mark.front().isLetter();
  return QString::number(date.year()) + (letter ? mark : QString());
}

QString spanText(const timeline::Cell& cell) {
  return QString::number(dateOf(cell.first).year()) + QChar(0x2013) +
         QString::number(dateOf(cell.end - 1).year());
}

} // namespace

QDate dateOf(timeline::DayNumber day) {
  return QDate::fromJulianDay(epochJulianDay + day);
}

timeline::DayNumber dayNumberOf(QDate date) {
  return static_cast<timeline::DayNumber>(date.toJulianDay() - epochJulianDay);
}

QString majorText(const timeline::Cell& cell, timeline::CalendarUnit unit, const QLocale& locale) {
  const QDate date = dateOf(cell.first);
  switch (unit) {
  case timeline::CalendarUnit::day:
    return locale.toString(date, QLocale::LongFormat);
  case timeline::CalendarUnit::week:
  case timeline::CalendarUnit::tenDays:
    return locale.toString(date, QLocale::ShortFormat);
  case timeline::CalendarUnit::month:
  case timeline::CalendarUnit::quarter:
    return locale.toString(date, monthFormat(locale));
  case timeline::CalendarUnit::year:
    return yearText(date, locale);
  case timeline::CalendarUnit::fiveYears:
  case timeline::CalendarUnit::decade:
  case timeline::CalendarUnit::century:
    return spanText(cell);
  }
  return {};
}

QString hourText(int hour, const QLocale& locale) {
  QString format = locale.timeFormat(QLocale::ShortFormat);
  format.remove(QStringLiteral(":ss")); // which a few languages do not leave out
  return locale.toString(QTime(hour, 0), format);
}

QString minorText(const timeline::Cell& cell, timeline::CalendarUnit unit, const QLocale& locale,
                  bool roomy) {
  const QDate date = dateOf(cell.first);
  switch (unit) {
  case timeline::CalendarUnit::day:
    if (roomy)
      return locale.dayName(date.dayOfWeek(), QLocale::ShortFormat) + u' ' + QString::number(date.day());
    return QString::number(date.day());
  case timeline::CalendarUnit::week:
  case timeline::CalendarUnit::tenDays:
    return QString::number(date.day());
  case timeline::CalendarUnit::month:
  case timeline::CalendarUnit::quarter:
    return locale.standaloneMonthName(date.month(), roomy ? QLocale::LongFormat : QLocale::ShortFormat);
  case timeline::CalendarUnit::year:
  case timeline::CalendarUnit::fiveYears:
    return QString::number(date.year());
  case timeline::CalendarUnit::decade:
  case timeline::CalendarUnit::century:
    return spanText(cell);
  }
  return {};
}

} // namespace demarche::ui
