// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the times of a few lines with the installed packs.

#include "core/extract/times/report.h"
#include "core/extract/times/times.h"
#include "tests/unit/extract/reading.h"

#include <string>
#include <string_view>

namespace demarche::extract {

/// The dates of a text, in order, parted by a space.
inline std::string dates(std::string_view text, std::string_view written = {}) {
  const time::Edtf day = written.empty() ? time::Edtf{} : *time::Edtf::parse(written);
  std::string dates;
  for (const ReportedTime& time : timesOfText(text, knowledge(), day))
    dates += (dates.empty() ? "" : " ") + time.edtf;
  return dates;
}

/// The same as TIMEX3 values.
inline std::string timexes(std::string_view text, std::string_view written) {
  std::string timexes;
  for (const ReportedTime& time : timesOfText(text, knowledge(), *time::Edtf::parse(written)))
    timexes += (timexes.empty() ? "" : " ") + time.timex;
  return timexes;
}

} // namespace demarche::extract
