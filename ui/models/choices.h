// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace demarche::ui {

/// Whether a list of a model::Filter, which asks for nothing when it is empty, lets this value through.
template <typename Value>
[[nodiscard]] bool letsThrough(const std::vector<Value>& chosen, Value value) {
  return chosen.empty() || std::ranges::find(chosen, value) != chosen.end();
}

/// The list that lets this value through no more, or again, and all others as before, in the order of `all`.
/// It asks for nothing where it would let all values through, or none.
template <typename Value, std::size_t Count>
[[nodiscard]] std::vector<Value> toggled(const std::vector<Value>& chosen, Value value,
                                         const std::array<Value, Count>& all) {
  std::vector<Value> result;
  for (const Value one : all)
    if (letsThrough(chosen, one) != (one == value)) result.push_back(one);
  if (result.size() == all.size()) result.clear();
  return result;
}

} // namespace demarche::ui
