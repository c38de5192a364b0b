// SPDX-License-Identifier: Apache-2.0
#include "core/library/store/versions.h"

#include <cstddef>
#include <functional>
#include <unordered_set>

namespace demarche::library {
namespace {

/// Stretches of so many units are compared: three or four words of English, a clause of Chinese. Common
/// phrases are shorter.
constexpr std::size_t stretch = 16;
/// Every article of a site shares its menus; a new version shares most of the story.
constexpr double goodPart = 0.3;

std::unordered_set<std::size_t> stretchesOf(std::u16string_view text) {
  std::unordered_set<std::size_t> hashes;
  for (std::size_t at = 0; at + stretch <= text.size(); ++at)
    hashes.insert(std::hash<std::u16string_view>()(text.substr(at, stretch)));
  return hashes;
}

} // namespace

bool areVersions(std::u16string_view a, std::u16string_view b) {
  const std::unordered_set<std::size_t> one = stretchesOf(a);
  const std::unordered_set<std::size_t> other = stretchesOf(b);
  const auto& fewer = one.size() < other.size() ? one : other;
  const auto& more = one.size() < other.size() ? other : one;
  std::size_t shared = 0;
  for (const std::size_t hash : fewer)
    shared += more.contains(hash) ? 1 : 0;
  return !fewer.empty() && static_cast<double>(shared) >= goodPart * static_cast<double>(fewer.size());
}

} // namespace demarche::library
