// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"
#include "core/text/span.h"
#include "core/time/edtf.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace demarche::model {

/// What a correction does.
enum class Change : std::uint8_t {
  // Another value for a field of an event. The value is of the type of that field.
  kind,
  status,
  scope,
  date,
  title,
  people,
  place,
  topics,
  note,
  // The event as a whole.
  reject,  ///< it is none; it stays in the library and is not shown
  confirm, ///< it is one; undoes a rejection
  add,     ///< what no machine saw, on a passage that a person chose
  merge,   ///< the stories of these accounts are one
  split,   ///< these accounts are a story of their own
  // An article: dates that count from it move with it.
  stated,
  written,
  // Another correction: as if it had never been made. To revoke that is to make it again.
  revoke
};
inline constexpr std::array allChanges{
    Change::kind,  Change::status, Change::scope,  Change::date,    Change::title,   Change::people,
    Change::place, Change::topics, Change::note,   Change::reject,  Change::confirm, Change::add,
    Change::merge, Change::split,  Change::stated, Change::written, Change::revoke};

[[nodiscard]] std::string_view code(Change change);
[[nodiscard]] std::optional<Change> changeFromCode(std::string_view code);

/// True for those that give a field of an event another value.
[[nodiscard]] constexpr bool isOfField(Change change) {
  return change <= Change::note;
}
[[nodiscard]] constexpr bool isOfArticle(Change change) {
  return change == Change::stated || change == Change::written;
}

/// Where in a text something stands, so that it is found again when the text was read anew or has changed: a
/// position and a quote with what stands around it (W3C Web Annotation, TextPositionSelector and
/// TextQuoteSelector).
struct Anchor {
  std::string digest; ///< of the article's text; empty when it is about no article
  std::string source; ///< where the article came from: all its versions share it
  text::Span span;    ///< UTF-16 units of that text
  std::u16string prefix;
  std::u16string exact;
  std::u16string suffix;
  bool operator==(const Anchor&) const = default;
};
inline constexpr std::int32_t anchorContext = 32; ///< units of prefix and suffix

/// An account of an event, named so that it can be found again.
struct AccountRef {
  std::string key; ///< Event::id of the account
  Anchor anchor;
  bool operator==(const AccountRef&) const = default;
};

/// What a person adds by hand. Its passage is the anchor of the correction.
struct AddedEvent {
  EventKind kind = EventKind::meeting;
  EventStatus status = EventStatus::occurred;
  Scope scope = Scope::bilateral;
  time::Edtf date;
  std::string title;
  std::vector<Participant> participants;
  std::optional<Place> place;
  std::vector<std::string> topics;
  bool operator==(const AddedEvent&) const = default;
};

/// The value of a field; nothing where the change needs none.
using CorrectionValue = std::variant<std::monostate, EventKind, EventStatus, Scope, time::Edtf, std::string,
                                     std::vector<Participant>, std::optional<Place>, std::vector<std::string>,
                                     std::vector<AccountRef>, AddedEvent>;

/// What a person changed, as one entry of a log that only grows.
struct Correction {
  std::string id; ///< UUID, version 7: later ones are greater
  std::string at; ///< ISO 8601 to the millisecond, in UTC
  std::string by; ///< who
  Change change = Change::note;
  std::string target; ///< key of an account, digest of an article, or id of a correction
  Anchor anchor;      ///< of the account's passage; for `add` the chosen one
  CorrectionValue value;
  CorrectionValue was; ///< what stood there when it was corrected
};

/// What became of a correction when its article was read again, or is gone.
enum class CorrectionState : std::uint8_t {
  applied, ///< its account is there
  moved,   ///< the account went; another one tells what stands at the quote
  agreed,  ///< the machine now says the same
  aside,   ///< nothing stands there any more: kept for a person to look at
  revoked
};
[[nodiscard]] std::string_view code(CorrectionState state);
[[nodiscard]] std::optional<CorrectionState> correctionStateFromCode(std::string_view code);

} // namespace demarche::model
