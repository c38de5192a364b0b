// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/edtf.h"

#include <optional>

namespace demarche::time {

/// What a date can mean, as it is drawn: `first … last` is every day of it, both counted in. An open end has
/// no extent: there it ends where it is last known.
struct Extent {
  Day first{};
  Day last{};
  // From `sureFirst` to `sureLast` it lasts whatever the date means; no day is sure when the first of them is
  // the later one, as in "May 2023".
  Day sureFirst{};
  Day sureLast{};
  bool softFirst = false; ///< the begin is vague
  bool softLast = false;
  bool openFirst = false; ///< no begin is told (`../2023-05`)
  bool openLast = false;
};

/// Nothing for a date that names no day at all.
[[nodiscard]] std::optional<Extent> extentOf(const Edtf& date);

} // namespace demarche::time
