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
  std::uint16_t confidence = 0; ///< of a thousand
  std::uint16_t articles = 0;   ///< that tell it; 1023 stands for more

  [[nodiscard]] std::uint64_t packed() const;
  [[nodiscard]] static Traits unpacked(std::uint64_t bits);
  bool operator==(const Traits&) const = default;
};

template <typename Value>
[[nodiscard]] constexpr std::uint8_t bitOf(Value value) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(value));
}

/// Numbers of facets or articles as bytes, four each, the lowest first.
[[nodiscard]] std::string packed(const std::vector<std::uint32_t>& numbers);
/// Appends the numbers to `to`; what is left of a cut blob is dropped.
void unpack(std::string_view bytes, std::vector<std::uint32_t>& to);

} // namespace demarche::library
