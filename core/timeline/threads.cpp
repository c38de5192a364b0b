// SPDX-License-Identifier: Apache-2.0
#include "core/timeline/threads.h"

#include "core/time/extent.h"

#include <algorithm>
#include <tuple>

namespace demarche::timeline {
namespace {

DayNumber numberOf(time::Day day) {
  return static_cast<DayNumber>(day.time_since_epoch().count());
}

/// What a passage tells, seen from where the event stands; nothing when it names no day.
std::optional<Thread> threadFrom(const model::Passage& passage, const time::Extent& event,
                                 const WrittenOn& writtenOn) {
  const std::optional<time::Extent> told = time::extentOf(passage.date);
  if (!told) return std::nullopt;
  Thread thread;
  thread.status = passage.status;
  thread.date = passage.date;
  thread.first = numberOf(told->first);
  thread.last = numberOf(told->last);
  thread.elsewhere = told->last < event.first || event.last < told->first;
  if (thread.status == model::EventStatus::occurred) return thread;
  const std::optional<DayNumber> written = writtenOn(passage.article);
  if (written && *written < std::min(thread.first, numberOf(event.first))) thread.told = written;
  return thread;
}

bool tellTheSame(const Thread& a, const Thread& b) {
  if (a.status != b.status || a.elsewhere != b.elsewhere) return false;
  // What is told for the event's own days differs in how exactly it was told, which is no thread of its own.
  return !a.elsewhere || (a.first == b.first && a.last == b.last);
}

/// The first telling counts.
void join(Thread& known, const Thread& thread) {
  if (thread.told && (!known.told || *thread.told < *known.told)) known = thread;
}

} // namespace

std::vector<Thread> threadsOf(const model::Event& event, const WrittenOn& writtenOn) {
  const std::optional<time::Extent> stands = time::extentOf(event.date);
  std::vector<Thread> threads;
  if (!stands) return threads;
  for (const model::Passage& passage : event.passages) {
    const std::optional<Thread> thread = threadFrom(passage, *stands, writtenOn);
    if (!thread || !(thread->elsewhere || thread->told)) continue;
    const auto known =
        std::ranges::find_if(threads, [&](const Thread& other) { return tellTheSame(other, *thread); });
    if (known == threads.end())
      threads.push_back(*thread);
    else
      join(*known, *thread);
  }
  const auto earliest = [](const Thread& thread) { return thread.told.value_or(thread.begin()); };
  std::ranges::sort(threads, [&](const Thread& a, const Thread& b) {
    return std::tuple(earliest(a), a.first, a.last, a.status) <
           std::tuple(earliest(b), b.first, b.last, b.status);
  });
  return threads;
}

} // namespace demarche::timeline
