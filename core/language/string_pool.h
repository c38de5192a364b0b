// SPDX-License-Identifier: Apache-2.0
#pragma once

// Readings point at names and values of a pack instead of copying them; the pool is what they point into.

#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>

namespace demarche::language {

/// Keeps one copy of each text; what it gives out is valid as long as the pool.
class StringPool {
 public:
  std::string_view keep(std::string_view text) {
    if (const auto known = m_known.find(text); known != m_known.end()) return *known;
    return *m_known.insert(m_texts.emplace_back(text)).first;
  }

 private:
  std::deque<std::string> m_texts; ///< a deque never moves what it holds
  std::unordered_set<std::string_view> m_known;
};

} // namespace demarche::language
