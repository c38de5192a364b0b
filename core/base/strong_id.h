// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace demarche::base {

/// A number that names one kind of thing, so that an article's id cannot be handed in for an event's.
/// `Tag` is any (possibly incomplete) type; zero means "none".
template <typename Tag, typename Number = std::int64_t>
class StrongId {
 public:
  constexpr StrongId() = default;
  constexpr explicit StrongId(Number number) : m_number(number) {}

  [[nodiscard]] constexpr Number number() const { return m_number; }
  [[nodiscard]] constexpr explicit operator bool() const { return m_number != 0; }
  constexpr auto operator<=>(const StrongId&) const = default;

 private:
  Number m_number = 0;
};

} // namespace demarche::base

template <typename Tag, typename Number>
struct std::hash<demarche::base::StrongId<Tag, Number>> {
  std::size_t operator()(demarche::base::StrongId<Tag, Number> id) const noexcept {
    return std::hash<Number>{}(id.number());
  }
};
