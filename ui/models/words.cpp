// SPDX-License-Identifier: Apache-2.0
#include "ui/models/words.h"

#include "ui/bridge/text.h"

#include <QDate>
#include <QLocale>
#include <QStringList>

namespace demarche::ui {
namespace {

QDate firstDay(const time::EdtfDate& date) {
  return QDate(date.year, date.part == 0 ? 1 : static_cast<int>(date.part),
               date.dayOfMonth == 0 ? 1 : static_cast<int>(date.dayOfMonth));
}

bool isPlainDay(const time::EdtfDate& date) {
  return date.precision == time::Precision::day && !date.uncertain && !date.approximate;
}

} // namespace

QString Words::kind(model::EventKind kind) {
  switch (kind) {
  case model::EventKind::meeting:
    return tr("Meeting");
  case model::EventKind::call:
    return tr("Call");
  case model::EventKind::visit:
    return tr("Visit");
  case model::EventKind::workingGroup:
    return tr("Working group");
  case model::EventKind::letter:
    return tr("Letter");
  case model::EventKind::agreement:
    return tr("Agreement");
  case model::EventKind::measure:
    return tr("Measure");
  case model::EventKind::incident:
    return tr("Incident");
  case model::EventKind::posting:
    return tr("Posting");
  }
  return {};
}

QString Words::counted(model::EventKind kind, int count) {
  switch (kind) {
  case model::EventKind::meeting:
    return tr("%Ln meeting(s)", "", count);
  case model::EventKind::call:
    return tr("%Ln call(s)", "", count);
  case model::EventKind::visit:
    return tr("%Ln visit(s)", "", count);
  case model::EventKind::workingGroup:
    return tr("%Ln working group(s)", "", count);
  case model::EventKind::letter:
    return tr("%Ln letter(s)", "", count);
  case model::EventKind::agreement:
    return tr("%Ln agreement(s)", "", count);
  case model::EventKind::measure:
    return tr("%Ln measure(s)", "", count);
  case model::EventKind::incident:
    return tr("%Ln incident(s)", "", count);
  case model::EventKind::posting:
    return tr("%Ln posting(s)", "", count);
  }
  return {};
}

QString Words::side(model::Side side) {
  switch (side) {
  case model::Side::us:
    return tr("United States");
  case model::Side::cn:
    return tr("China");
  case model::Side::other:
    return tr("Others", "people of neither country");
  }
  return {};
}

QString Words::status(model::EventStatus status) {
  switch (status) {
  case model::EventStatus::occurred:
    return tr("Occurred");
  case model::EventStatus::planned:
    return tr("Planned");
  case model::EventStatus::cancelled:
    return tr("Cancelled");
  }
  return {};
}

QString Words::level(model::Level level) {
  switch (level) {
  case model::Level::unknown:
    return {};
  case model::Level::working:
    return tr("Working level");
  case model::Level::senior:
    return tr("Senior officials");
  case model::Level::minister:
    return tr("Ministers");
  case model::Level::leader:
    return tr("Leaders");
  }
  return {};
}

QString Words::basis(model::WrittenBasis basis) {
  switch (basis) {
  case model::WrittenBasis::unknown:
    return tr("not known");
  case model::WrittenBasis::stated:
    return tr("as the page states");
  case model::WrittenBasis::dateline:
    return tr("from its dateline");
  case model::WrittenBasis::inferred:
    return tr("worked out from the text");
  case model::WrittenBasis::given:
    return tr("as you gave it");
  }
  return {};
}

QString Words::language(model::Language language) {
  switch (language) {
  case model::Language::unknown:
    return {};
  case model::Language::english:
    return tr("English");
  case model::Language::chineseSimplified:
    return tr("Simplified Chinese");
  case model::Language::chineseTraditional:
    return tr("Traditional Chinese");
  }
  return {};
}

QString Words::plainDate(const time::EdtfDate& date) {
  const QString year = QString::number(date.year);
  switch (date.precision) {
  case time::Precision::century:
  case time::Precision::decade:
    return tr("%1s", "a decade: 1990s").arg(year);
  case time::Precision::year:
    return tr("%1", "a year").arg(year);
  case time::Precision::season:
    switch (date.part) {
    case 21:
      return tr("spring %1").arg(year);
    case 22:
      return tr("summer %1").arg(year);
    case 23:
      return tr("autumn %1").arg(year);
    default:
      return tr("winter %1").arg(year);
    }
  case time::Precision::quarter:
    return tr("quarter %1 of %2").arg(date.part - 32).arg(year);
  case time::Precision::month:
    return QLocale().toString(firstDay(date), tr("MMMM yyyy", "date format"));
  case time::Precision::day:
    return QLocale().toString(firstDay(date), tr("d MMMM yyyy", "date format"));
  }
  return {};
}

QString Words::date(const time::EdtfDate& date) {
  QString plain = plainDate(date);
  if (date.uncertain && date.approximate) return tr("perhaps about %1", "a date").arg(plain);
  if (date.uncertain) return tr("perhaps %1", "a date").arg(plain);
  if (date.approximate) return tr("about %1", "a date").arg(plain);
  return plain;
}

QString Words::interval(const time::EdtfDate& begin, const time::EdtfDate& end) {
  const QString range = tr("%1 – %2", "first and last date of a range");
  if (!isPlainDay(begin) || !isPlainDay(end) || begin.year != end.year)
    return range.arg(date(begin), date(end));
  const QLocale locale;
  if (begin.part != end.part)
    return range.arg(locale.toString(firstDay(begin), tr("d MMMM", "first date of a range within a year")),
                     locale.toString(firstDay(end), tr("d MMMM yyyy", "last date of a range within a year")));
  return tr("%1–%2", "first and last day of a range within a month")
      .arg(locale.toString(firstDay(begin), tr("d", "first date of a range within a month")),
           locale.toString(firstDay(end), tr("d MMMM yyyy", "last date of a range within a month")));
}

QString Words::date(const time::Edtf& date) {
  const std::optional<time::EdtfDate> begin = date.begin();
  const std::optional<time::EdtfDate> end = date.end();
  if (date.unknown() || (!begin && !end)) return tr("date unknown");
  if (!begin) return tr("until %1", "a date").arg(Words::date(*end));
  if (!end) return tr("from %1", "a date").arg(Words::date(*begin));
  return date.isInterval() ? interval(*begin, *end) : Words::date(*begin);
}

QString Words::people(const std::vector<model::Participant>& participants) {
  QStringList names;
  for (const model::Participant& participant : participants)
    names += toQString(participant.name);
  return names.join(tr(", ", "between names"));
}

QString Words::place(const model::Event& event) {
  if (!event.place) return {};
  QString name = toQString(event.place->name);
  const QString country = toQString(event.place->country);
  if (country.isEmpty() || country == name) return name;
  return tr("%1 (%2)", "place and country").arg(name, country);
}

} // namespace demarche::ui
