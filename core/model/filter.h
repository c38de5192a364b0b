// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/document.h"
#include "core/model/event.h"
#include "core/time/edtf.h"

#include <optional>
#include <string>
#include <vector>

namespace demarche::model {

/// Which events to show. Several values of one kind are joined by *or*, different kinds by *and*; an
/// empty list asks for nothing. Names are compared as people write them: case and accents folded, a part of
/// the name is enough.
struct Filter {
  std::optional<time::Edtf> from; ///< events that may end on or after its first day
  std::optional<time::Edtf> to;   ///< events that may begin on or before its last day
  std::vector<EventKind> kinds;
  std::vector<EventStatus> statuses;
  std::optional<Scope> scope; ///< absent: all. Callers for people start with `bilateral`.
  std::vector<std::string> people;
  std::vector<std::string> places;
  std::vector<std::string> topics;
  std::vector<Side> sides; ///< somebody of it takes part
  std::vector<Language> languages;
  std::vector<std::string> sources; ///< articles that tell it, by their whole name
  std::string text;                 ///< words that must stand in a passage or the title
  double minConfidence = 0;
  bool rejectedToo = false; ///< also what a person said is no event

  [[nodiscard]] bool operator==(const Filter&) const = default;
};

/// A filter that a person keeps in the library under a name.
struct SavedFilter {
  std::string name;
  Filter filter;

  [[nodiscard]] bool operator==(const SavedFilter&) const = default;
};

} // namespace demarche::model
