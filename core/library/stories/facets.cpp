// SPDX-License-Identifier: Apache-2.0
#include "core/library/stories/facets.h"

#include "core/time/extent.h"

#include <algorithm>
#include <cmath>

namespace demarche::library {
namespace {

/// Puts values into the bits of a number, and takes them out, from the lowest bit on.
class Packer {
 public:
  void put(std::uint64_t value, unsigned bits) {
    m_bits |= value << m_at;
    m_at += bits;
  }
  [[nodiscard]] std::uint64_t bits() const { return m_bits; }

 private:
  std::uint64_t m_bits = 0;
  unsigned m_at = 0;
};

class Unpacker {
 public:
  explicit Unpacker(std::uint64_t bits) : m_bits(bits) {}
  template <typename Value>
  void take(Value& value, unsigned bits) {
    value = static_cast<Value>(m_bits & ((std::uint64_t{1} << bits) - 1));
    m_bits >>= bits;
  }

 private:
  std::uint64_t m_bits;
};

constexpr std::uint16_t tenBits = 1023;

} // namespace

std::uint64_t Traits::packed() const {
  Packer bits;
  bits.put(static_cast<std::uint64_t>(kind), 4);
  bits.put(static_cast<std::uint64_t>(status), 2);
  bits.put(static_cast<std::uint64_t>(scope), 1);
  bits.put(static_cast<std::uint64_t>(level), 3);
  bits.put(static_cast<std::uint64_t>(review), 2);
  bits.put(languages, 4);
  bits.put(sides, 3);
  for (const bool one : {corrected, softFirst, softLast, openFirst, openLast})
    bits.put(one ? 1 : 0, 1);
  bits.put(std::min(confidence, tenBits), 10);
  bits.put(std::min(articles, tenBits), 10);
  return bits.bits();
}

Traits Traits::unpacked(std::uint64_t number) {
  Traits traits;
  Unpacker bits(number);
  bits.take(traits.kind, 4);
  bits.take(traits.status, 2);
  bits.take(traits.scope, 1);
  bits.take(traits.level, 3);
  bits.take(traits.review, 2);
  bits.take(traits.languages, 4);
  bits.take(traits.sides, 3);
  for (bool* one :
       {&traits.corrected, &traits.softFirst, &traits.softLast, &traits.openFirst, &traits.openLast})
    bits.take(*one, 1);
  bits.take(traits.confidence, 10);
  bits.take(traits.articles, 10);
  return traits;
}

Traits traitsOf(const model::Event& story) {
  Traits traits;
  traits.kind = story.kind;
  traits.status = story.status;
  traits.scope = story.scope;
  traits.level = story.level;
  traits.review = story.review;
  traits.corrected = !story.corrected.empty();
  traits.confidence = static_cast<std::uint16_t>(std::lround(std::clamp(story.confidence, 0.0, 1.0) * 1000));
  for (const model::Participant& one : story.participants)
    traits.sides |= bitOf(one.side);
  if (const auto extent = time::extentOf(story.date)) {
    traits.softFirst = extent->softFirst;
    traits.softLast = extent->softLast;
    traits.openFirst = extent->openFirst;
    traits.openLast = extent->openLast;
  }
  return traits;
}

} // namespace demarche::library
