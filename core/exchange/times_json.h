// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/extract/times/report.h"
#include "core/time/edtf.h"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::exchange {

/// A case of a suite of time expressions: `{"id", "text"[, "reference_date"]}`; more names do no harm.
struct TimeCase {
  std::string id;
  std::string text;
  time::Edtf written; ///< unknown when the case has no reference date
};
[[nodiscard]] base::Result<TimeCase> parseTimeCase(std::string_view jsonLine);

/// `{"id", "times": [{"begin", "end", "text", "timex", "edtf", "why"}]}`, without the line's end.
[[nodiscard]] std::string timesLine(std::string_view id, const std::vector<extract::ReportedTime>& times);

} // namespace demarche::exchange
