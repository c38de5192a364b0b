// SPDX-License-Identifier: Apache-2.0
#include "ui/models/event_threads.h"

#include "ui/models/words.h"

#include <QStringList>

namespace demarche::ui {
namespace {

constexpr std::size_t mostTold = 4;

std::optional<timeline::DayNumber> writtenOn(const EventSet& events, std::string_view source) {
  const service::ArticleSummary* const article = events.article(source);
  if (article == nullptr || !article->written.date.isDay()) return std::nullopt;
  const time::Day day = article->written.date.bounds()->first;
  return static_cast<timeline::DayNumber>(day.time_since_epoch().count());
}

QString dayText(timeline::DayNumber day) {
  return Words::date(time::Edtf::day(time::Day(std::chrono::days(day))));
}

} // namespace

std::vector<timeline::Thread> threadsOf(const EventSet& events, const model::Event& event) {
  return timeline::threadsOf(event, [&](std::string_view source) { return writtenOn(events, source); });
}

QString ThreadWords::of(const EventSet& events, const model::Event& event) {
  const std::vector<timeline::Thread> threads = threadsOf(events, event);
  if (threads.empty()) return {};
  QStringList parts;
  for (std::size_t index = 0; index < std::min(threads.size(), mostTold); ++index)
    parts += thread(threads[index]);
  if (threads.size() > mostTold) parts += QStringLiteral("…");
  parts += outcome(event);
  QString text = parts.join(tr("; ", "between what was told of an event"));
  text.front() = text.front().toUpper();
  return text;
}

QString ThreadWords::thread(const timeline::Thread& thread) {
  const QString date = Words::date(thread.date);
  const QString told = thread.told ? dayText(*thread.told) : QString();
  switch (thread.status) {
  case model::EventStatus::occurred:
    return tr("also dated %1").arg(date);
  case model::EventStatus::planned:
    return planned(date, told, thread.elsewhere);
  case model::EventStatus::cancelled:
    return cancelled(date, told, thread.elsewhere);
  }
  return {};
}

QString ThreadWords::planned(const QString& date, const QString& told, bool elsewhere) {
  if (told.isEmpty()) return tr("planned for %1").arg(date);
  return elsewhere ? tr("announced %1 for %2", "two dates").arg(told, date)
                   : tr("announced %1", "a date").arg(told);
}

QString ThreadWords::cancelled(const QString& date, const QString& told, bool elsewhere) {
  if (told.isEmpty()) return tr("told as called off for %1").arg(date);
  return elsewhere ? tr("called off %1, planned for %2", "two dates").arg(told, date)
                   : tr("called off %1", "a date").arg(told);
}

QString ThreadWords::outcome(const model::Event& event) {
  const QString date = Words::date(event.date);
  switch (event.status) {
  case model::EventStatus::occurred:
    return tr("took place %1", "a date").arg(date);
  case model::EventStatus::planned:
    return tr("now planned for %1").arg(date);
  case model::EventStatus::cancelled:
    return tr("called off for %1").arg(date);
  }
  return {};
}

} // namespace demarche::ui
