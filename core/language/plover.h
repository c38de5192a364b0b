// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/reading.h"
#include "core/model/event.h"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::language {

struct Problem;
struct ResourceFile;

/// How other people's data sets call an event.
struct PloverCode {
  std::string type;  ///< one of the sixteen event types of PLOVER: `CONSULT`
  std::string mode;  ///< `visit`; empty where the type has none that fits
  std::string cameo; ///< the older code of two to four digits that means the same: `042`
  [[nodiscard]] bool empty() const { return type.empty(); }
  /// `CONSULT/visit`.
  [[nodiscard]] std::string str() const { return mode.empty() ? type : type + "/" + mode; }
};

/// One line of the table: what an event must be for its code to hold.
struct PloverRow {
  model::EventKind kind = model::EventKind::meeting;
  model::EventStatus status = model::EventStatus::occurred;
  std::string deed;        ///< value of the lexicon class `deed`, which the words must tell; empty for any
  bool thirdPlace = false; ///< only where neither side is at home
  PloverCode code;
  Origin origin;
  [[nodiscard]] bool plain() const { return deed.empty() && !thirdPlace; }
};

/// Event types, modes and CAMEO codes of `resources/language/plover.toml`, by kind, status and what the words
/// tell beyond them.
class PloverTable {
 public:
  /// The code of the first row that fits; empty when no table is loaded. `deeds` are what the words tell.
  [[nodiscard]] const PloverCode& of(model::EventKind kind, model::EventStatus status,
                                     const std::vector<std::string_view>& deeds = {},
                                     bool thirdPlace = false) const;
  /// The code of an event that was given one: an event keeps only its type and mode.
  [[nodiscard]] const PloverCode& of(const model::Event& event) const;
  [[nodiscard]] const std::vector<PloverRow>& rows() const { return m_rows; }

 private:
  friend PloverTable loadPlover(const std::vector<ResourceFile>& files, std::vector<Problem>& problems);
  std::vector<PloverRow> m_rows; ///< in the order in which they decide
};

/// From the first `plover.toml` of the folders. Misspelt rows are left out and told in `problems`, as are
/// rows that are missing or can never be reached.
[[nodiscard]] PloverTable loadPlover(const std::vector<ResourceFile>& files, std::vector<Problem>& problems);

} // namespace demarche::language
