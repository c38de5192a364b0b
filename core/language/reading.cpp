// SPDX-License-Identifier: Apache-2.0
#include "core/language/reading.h"

#include <algorithm>

namespace demarche::language {

void Fields::set(std::string_view name, Value value) {
  for (Field& field : m_fields)
    if (field.name == name) {
      field.value = value;
      return;
    }
  m_fields.push_back({name, value});
}

const Value* Fields::find(std::string_view name) const {
  if (name.empty()) return nullptr;
  for (const Field& field : m_fields) // most names differ in their first letter or length
    if (field.name.size() == name.size() && field.name.front() == name.front() && field.name == name)
      return &field.value;
  return nullptr;
}

bool Fields::has(std::string_view name) const {
  return find(name) != nullptr;
}

std::optional<std::int64_t> Fields::number(std::string_view name) const {
  const Value* value = find(name);
  const auto* number = value != nullptr ? std::get_if<std::int64_t>(value) : nullptr;
  return number != nullptr ? std::optional(*number) : std::nullopt;
}

std::string_view Fields::text(std::string_view name) const {
  const Value* value = find(name);
  const auto* text = value != nullptr ? std::get_if<std::string_view>(value) : nullptr;
  return text != nullptr ? *text : std::string_view{};
}

const Slot* Mark::slot(std::string_view name) const {
  const auto found = std::find_if(slots.begin(), slots.end(), [&](const Slot& s) { return s.name == name; });
  return found == slots.end() ? nullptr : &*found;
}

} // namespace demarche::language
