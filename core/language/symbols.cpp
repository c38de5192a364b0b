// SPDX-License-Identifier: Apache-2.0
#include "core/language/symbols.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <utility>

namespace demarche::language {
namespace {

/// FNV-1a over the small letters.
std::uint32_t hashOf(std::u16string_view token) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char16_t unit : token)
    hash = (hash ^ toSmall(unit)) * 1099511628211U;
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

bool equalsSmall(const std::u16string& small, std::u16string_view token) {
  return std::equal(small.begin(), small.end(), token.begin(), token.end(),
                    [](char16_t a, char16_t b) { return a == toSmall(b); });
}

bool hasValue(const FeatureTest& test, const Fields& fields) {
  const auto isIn = [](const auto& values, const auto& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  };
  const Value* value = fields.find(test.field);
  if (value == nullptr) return false;
  if (const auto* number = std::get_if<std::int64_t>(value)) return isIn(test.numbers, *number);
  const auto& text = std::get<std::string_view>(*value);
  return !text.empty() && isIn(test.values, text);
}

} // namespace

char16_t toSmall(char16_t unit) {
  if (unit < 0x80) return unit >= u'A' && unit <= u'Z' ? static_cast<char16_t>(unit + 32) : unit;
  if (unit >= 0x2E80) return unit; // nothing there that our languages write has case
  const UChar32 small = u_tolower(unit);
  return small <= 0xFFFF ? static_cast<char16_t>(small) : unit;
}

Vocabulary::Vocabulary() : m_texts(2), m_single(65536, unknown), m_buckets(1024) {}

TokenId Vocabulary::add(std::u16string_view token) {
  if (const TokenId known = find(token); known != unknown) return known;
  const auto id = static_cast<TokenId>(m_texts.size());
  std::u16string small(token);
  std::transform(small.begin(), small.end(), small.begin(), toSmall);
  if (token.size() == 1) {
    m_single[small[0]] = id;
  } else {
    if (m_texts.size() * 2 > m_buckets.size()) grow();
    const std::uint32_t hash = hashOf(small);
    m_buckets[bucketOf(small, hash)] = {hash, id};
  }
  m_texts.push_back(std::move(small));
  return id;
}

TokenId Vocabulary::find(std::u16string_view token) const {
  return token.size() == 1 ? m_single[toSmall(token[0])] : m_buckets[bucketOf(token, hashOf(token))].id;
}

/// The bucket that holds the token, or the empty one where it belongs.
std::size_t Vocabulary::bucketOf(std::u16string_view token, std::uint32_t hash) const {
  const std::size_t mask = m_buckets.size() - 1;
  std::size_t at = hash & mask;
  while (m_buckets[at].id != unknown &&
         (m_buckets[at].hash != hash || !equalsSmall(m_texts[m_buckets[at].id], token)))
    at = (at + 1) & mask;
  return at;
}

void Vocabulary::grow() {
  const std::vector<Bucket> before = std::exchange(m_buckets, std::vector<Bucket>(m_buckets.size() * 2));
  for (const Bucket& bucket : before)
    if (bucket.id != unknown) m_buckets[bucketOf(m_texts[bucket.id], bucket.hash)] = bucket;
}

Symbols::Symbols() : m_conditions(1) {
  m_conditionIds.emplace(Condition{}, 0);
  addClass("number"); // in the order of the constants
  addClass("ordinal");
  for (const std::string_view name : nameClasses)
    addClass(name);
}

ClassId Symbols::addClass(std::string_view name) {
  const auto next = static_cast<ClassId>(m_classNames.size() + 1);
  return m_classNames.try_emplace(std::string(name), next).first->second;
}

ClassId Symbols::findClass(std::string_view name) const {
  const auto known = m_classNames.find(name);
  return known == m_classNames.end() ? ClassId{0} : known->second;
}

std::uint32_t Symbols::addCondition(const Condition& condition) {
  const auto [known, added] =
      m_conditionIds.try_emplace(condition, static_cast<std::uint32_t>(m_conditions.size()));
  if (added) m_conditions.push_back(condition);
  return known->second;
}

bool holds(const Condition& condition, const Fields& fields) {
  return std::all_of(condition.features.begin(), condition.features.end(),
                     [&](const FeatureTest& test) { return hasValue(test, fields); });
}

} // namespace demarche::language
