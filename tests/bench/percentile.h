// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace demarche::bench {

/// How long `work` takes, by the clock.
template <typename Work>
[[nodiscard]] double milliseconds(Work work) {
  const auto begun = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

/// The least of the values that at least this share of them does not exceed; zero of none.
[[nodiscard]] inline double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const double wanted = share * static_cast<double>(values.size());
  auto rank = static_cast<std::size_t>(wanted);
  if (static_cast<double>(rank) < wanted) ++rank;
  return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

} // namespace demarche::bench
