// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

namespace demarche::base {

/// ISO 8601 to the millisecond, in UTC: `2026-11-22T14:46:55.120Z`. Later ones are greater.
[[nodiscard]] std::string utc(std::chrono::system_clock::time_point when);
[[nodiscard]] std::string utcNow();

} // namespace demarche::base
