// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/span.h"
#include "core/time/edtf.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::model {

/// The row of a story: what an event goes by as long as nothing in its library changes. Ids stay the same.
using StoryRow = std::int64_t;
inline constexpr StoryRow noStory = -1;

// The kinds, statuses and scopes of the annotation guide; the order is the order of legends and lanes.

enum class EventKind : std::uint8_t {
  meeting,
  call,
  visit,
  workingGroup,
  letter,
  agreement,
  measure,
  incident,
  posting
};
inline constexpr std::array allEventKinds{EventKind::meeting,      EventKind::call,     EventKind::visit,
                                          EventKind::workingGroup, EventKind::letter,   EventKind::agreement,
                                          EventKind::measure,      EventKind::incident, EventKind::posting};

enum class EventStatus : std::uint8_t { occurred, planned, cancelled };
inline constexpr std::array allEventStatuses{EventStatus::occurred, EventStatus::planned,
                                             EventStatus::cancelled};

/// Between the United States and China, or something else that is dated and diplomatic.
enum class Scope : std::uint8_t { bilateral, context };

enum class Side : std::uint8_t { us, cn, other };
enum class ParticipantType : std::uint8_t { person, body };
enum class Level : std::uint8_t { unknown, working, senior, minister, leader };
/// What a person said of it as a whole.
enum class Review : std::uint8_t { none, confirmed, rejected };

// Spellings of the contract (`working_group`, `US` …), used in JSON, in the library file and on the command
// line.
[[nodiscard]] std::string_view code(EventKind kind);
[[nodiscard]] std::string_view code(EventStatus status);
[[nodiscard]] std::string_view code(Scope scope);
[[nodiscard]] std::string_view code(Side side);
[[nodiscard]] std::string_view code(ParticipantType type);
[[nodiscard]] std::string_view code(Level level);   ///< `leader minister senior working`, empty when unknown
[[nodiscard]] std::string_view code(Review review); ///< `confirmed rejected`, empty when none
[[nodiscard]] std::optional<EventKind> eventKindFromCode(std::string_view code);
[[nodiscard]] std::optional<EventStatus> eventStatusFromCode(std::string_view code);
[[nodiscard]] std::optional<Scope> scopeFromCode(std::string_view code);
[[nodiscard]] std::optional<Side> sideFromCode(std::string_view code);
[[nodiscard]] std::optional<ParticipantType> participantTypeFromCode(std::string_view code);
[[nodiscard]] std::optional<Level> levelFromCode(std::string_view code);
[[nodiscard]] std::optional<Review> reviewFromCode(std::string_view code);
/// Meetings, calls, visits and working groups are what people do together; the rest surrounds them.
[[nodiscard]] constexpr bool isCore(EventKind kind) {
  return kind == EventKind::meeting || kind == EventKind::call || kind == EventKind::visit ||
         kind == EventKind::workingGroup;
}

struct Participant {
  std::string name; ///< canonical English name, UTF-8
  ParticipantType type = ParticipantType::person;
  Side side = Side::other;
  std::string role; ///< office held on the day, in English; empty when not known
  bool operator==(const Participant&) const = default;
};

struct Place {
  std::string name;    ///< canonical English name of city, building or country
  std::string country; ///< ISO 3166-1 alpha-2; empty when not known
  bool operator==(const Place&) const = default;
};

/// The sentence (or the few) of one article that tells an event, as that sentence tells it: where articles
/// contradict each other, each keeps its own words, day and place.
/// Anchored like a W3C Web Annotation: position and quote.
struct Passage {
  std::string article; ///< source of the article
  text::Span span;     ///< UTF-16 units of the article's clean text
  std::u16string text; ///< exactly that span; at most `longestPassage` units
  EventKind kind = EventKind::meeting;
  EventStatus status = EventStatus::occurred;
  time::Edtf date;
  std::optional<Place> place; ///< as the account tells it that the passage belongs to
  std::u16string dateText;    ///< the words that gave the date; empty when none did
  std::string dateWhy;        ///< in plain words: how the date was worked out
  std::string rule;           ///< `en/rules/meeting.toml:42`; several are parted by a space
};

inline constexpr std::int32_t longestPassage = 600;

/// Something that spoke for an event, or (below zero) against it, when it was weighed whether it is one.
struct Sign {
  std::string name;  ///< `form=verb`, `rule=en/met` …
  double weight = 0; ///< in units of log odds
  bool operator==(const Sign&) const = default;
};

/// What one article tells, or (after joining) what several tell of the same thing.
struct Event {
  std::string id; ///< stable key: from the article's digest and the place in its text, never from a field one
                  ///< may correct
  EventKind kind = EventKind::meeting;
  EventStatus status = EventStatus::occurred;
  Scope scope = Scope::bilateral;
  time::Edtf date;
  std::string title; ///< in English, generated: "Wang Yi meets Jake Sullivan, Vienna"
  Level level = Level::unknown;
  std::vector<std::string> topics;
  double confidence = 0; ///< 0 … 1
  std::string plover;    ///< PLOVER event type and mode: `CONSULT/visit`
  std::vector<Participant> participants;
  std::optional<Place> place;
  std::vector<Passage> passages; ///< never empty
  Review review = Review::none;
  std::string note;                   ///< a person's; UTF-8
  std::vector<std::string> corrected; ///< fields that a person corrected (codes of model::Change)
  std::vector<Sign> signs;            ///< why it is believed, strongest first; only where asked for

  /// Somebody of that side takes part.
  [[nodiscard]] bool has(Side side) const {
    return std::any_of(participants.begin(), participants.end(),
                       [&](const Participant& participant) { return participant.side == side; });
  }
};

} // namespace demarche::model
