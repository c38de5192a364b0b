// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace demarche::language {

/// The name of a class of the lexicon or of marks. It is compared by a number that the compiler works out for
/// names in the program: every form that is found is asked for its class many times.
class ClassName {
 public:
  constexpr ClassName() = default;
  template <std::size_t size>
  consteval ClassName(const char (&name)[size]) // NOLINT(google-explicit-constructor): `cls == "event"`
      : ClassName(std::string_view(name, size - 1)) {}
  /// The name must outlive this.
  constexpr explicit ClassName(std::string_view name) : m_name(name), m_key(keyOf(name)) {}

  constexpr operator std::string_view() const { return m_name; } // NOLINT(google-explicit-constructor)
  friend constexpr bool operator==(const ClassName& a, const ClassName& b) {
    return a.m_key == b.m_key && a.m_name == b.m_name;
  }
  /// A number below 64, the same for equal names.
  [[nodiscard]] constexpr unsigned group() const { return static_cast<unsigned>(m_key & 63U); }

 private:
  /// FNV-1a.
  static constexpr std::uint64_t keyOf(std::string_view name) {
    std::uint64_t key = 14695981039346656037U;
    for (const char letter : name)
      key = (key ^ static_cast<unsigned char>(letter)) * 1099511628211U;
    return key;
  }

  std::string_view m_name;
  std::uint64_t m_key = keyOf({});
};

/// What a few classes mean to who reads. Most forms of a text are of none of them; that is seen at once.
template <typename Value, std::size_t size>
class ClassTable {
 public:
  struct Row {
    ClassName cls;
    Value value;
  };

  constexpr explicit ClassTable(const std::array<Row, size>& rows) : m_rows(rows) {
    for (const Row& row : rows)
      m_groups |= std::uint64_t{1} << row.cls.group();
  }
  /// Null when the class is not in the table.
  [[nodiscard]] constexpr const Value* find(const ClassName& cls) const {
    if ((m_groups >> cls.group() & 1U) == 0) return nullptr;
    for (const Row& row : m_rows)
      if (row.cls == cls) return &row.value;
    return nullptr;
  }

 private:
  std::array<Row, size> m_rows;
  std::uint64_t m_groups = 0;
};

} // namespace demarche::language
