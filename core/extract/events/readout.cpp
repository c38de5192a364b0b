// SPDX-License-Identifier: Apache-2.0
#include "core/extract/events/readout.h"

#include <algorithm>

namespace demarche::extract {
namespace {

using model::Event;
using model::EventKind;
using model::Participant;
using model::ParticipantType;
using model::Side;

bool isTalk(const Event& event) {
  return event.kind == EventKind::meeting || event.kind == EventKind::call;
}

/// Everybody who takes part is known and in office.
bool allInOffice(const Event& event) {
  return event.has(Side::us) && event.has(Side::cn) &&
         std::all_of(event.participants.begin(), event.participants.end(), [](const Participant& p) {
           return p.type == ParticipantType::person && !p.role.empty();
         });
}

bool takesPart(const Event& event, const Participant& person) {
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [&](const Participant& p) { return p.name == person.name; });
}

/// The headline tells of everybody who takes part, and the text directly under it as well.
bool isHeadlined(const Event& event, const std::vector<Event>& headlined, std::int32_t titleEnd) {
  constexpr std::int32_t ledeReach = 600; // UTF-16 units behind the headline
  const auto lede =
      std::find_if(event.passages.begin(), event.passages.end(),
                   [&](const model::Passage& passage) { return passage.span.begin >= titleEnd; });
  if (lede == event.passages.end() || lede->span.begin >= titleEnd + ledeReach) return false;
  return std::any_of(headlined.begin(), headlined.end(), [&](const Event& headline) {
    return headline.kind == event.kind &&
           std::all_of(event.participants.begin(), event.participants.end(),
                       [&](const Participant& person) { return takesPart(headline, person); });
  });
}

} // namespace

void dateReadouts(std::vector<Event>& events, const std::vector<Event>& headlined, std::int32_t titleEnd,
                  const time::Edtf& written) {
  if (!written.isDay() || headlined.empty()) return;
  for (Event& event : events) {
    if (!isTalk(event) || !event.date.unknown() || event.status != model::EventStatus::occurred ||
        !allInOffice(event) || !isHeadlined(event, headlined, titleEnd))
      continue;
    event.date = written;
    for (model::Passage& passage : event.passages) {
      passage.date = written;
      passage.dateWhy = "Neither headline nor lede names a day: told on the day of writing.";
    }
  }
}

} // namespace demarche::extract
