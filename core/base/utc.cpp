// SPDX-License-Identifier: Apache-2.0
#include "core/base/utc.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace demarche::base {

std::string utc(std::chrono::system_clock::time_point when) {
  using namespace std::chrono;
  const auto since = duration_cast<milliseconds>(when.time_since_epoch());
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                     fmt::gmtime(system_clock::to_time_t(floor<seconds>(when))), since.count() % 1000);
}

std::string utcNow() {
  return utc(std::chrono::system_clock::now());
}

} // namespace demarche::base
