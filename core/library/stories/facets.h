// SPDX-License-Identifier: Apache-2.0
#pragma once

// What filters, facets and the timeline ask of a story, packed so that a million of them are read in half a
// second: the row of `story_facets`. Private to this room.

#include "core/model/document.h"
#include "core/model/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

/// Small properties, as the bits of one number. The order is part of the library's format.
struct Traits {
  model::EventKind kind = model::EventKind::meeting;
  model::EventStatus status = model::EventStatus::occurred;
  model::Scope scope = model::Scope::bilateral;
  model::Level level = model::Level::unknown;
  model::Review review = model::Review::none;
  std::uint8_t languages = 0; ///< a bit for each model::Language that tells it
  std::uint8_t sides = 0;     ///< a bit for each model::Side that takes part
  bool corrected = false;
  bool softFirst = false;
  bool softLast = false;
  bool openFirst = false;
  bool openLast = false;
  std::uint16_t confidence = 0;             ///< of a thousand
  std::uint16_t articles = 0;               ///< that tell it
  static constexpr int mostArticles = 1023; ///< stands for more, too

  [[nodiscard]] std::uint64_t packed() const;
  [[nodiscard]] static Traits unpacked(std::uint64_t bits);
  bool operator==(const Traits&) const = default;
};

/// What the story itself tells of them: all but languages and articles.
[[nodiscard]] Traits traitsOf(const model::Event& story);

template <typename Value>
[[nodiscard]] constexpr std::uint8_t bitOf(Value value) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(value));
}

/// A block of an article, as one number: where the search index files it, too.
using BlockId = std::uint64_t;
inline constexpr unsigned ordinalBits = 16;
[[nodiscard]] constexpr BlockId blockId(std::int64_t article, std::int32_t ordinal) {
  return static_cast<BlockId>(article) << ordinalBits | static_cast<std::uint16_t>(ordinal);
}

/// Numbers as bytes, four or eight each, the lowest first.
template <typename Number>
[[nodiscard]] std::string packed(const std::vector<Number>& numbers) {
  std::string bytes;
  bytes.reserve(numbers.size() * sizeof(Number));
  for (const Number number : numbers)
    for (unsigned shift = 0; shift < 8 * sizeof(Number); shift += 8)
      bytes += static_cast<char>(number >> shift & 0xff);
  return bytes;
}
/// Appends the numbers to `to`; what is left of a cut blob is dropped.
template <typename Number>
void unpack(std::string_view bytes, std::vector<Number>& to) {
  for (std::size_t at = 0; at + sizeof(Number) <= bytes.size(); at += sizeof(Number)) {
    Number number = 0;
    for (unsigned i = 0; i < sizeof(Number); ++i)
      number |= Number{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    to.push_back(number);
  }
}

} // namespace demarche::library
