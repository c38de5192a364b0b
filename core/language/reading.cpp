// SPDX-License-Identifier: Apache-2.0
#include "core/language/reading.h"

#include <algorithm>
#include <iterator>

namespace demarche::language {

void Fields::set(std::string_view name, Value value) {
  for (Field& field : m_fields)
    if (field.name == name) {
      field.value = value;
      return;
    }
  m_fields.push_back({name, value});
  m_names |= groupOf(name);
}

const Value* Fields::search(std::string_view name) const {
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

void Reading::clear() {
  tokens.clear();
  hits.clear();
  marks.clear();
  longestHit = 0;
}

std::span<const Hit> Reading::hitsIn(text::Span stretch) const {
  const auto first = std::partition_point(hits.begin(), hits.end(),
                                          [&](const Hit& hit) { return hit.span.begin < stretch.begin; });
  return {first, std::partition_point(first, hits.end(),
                                      [&](const Hit& hit) { return hit.span.begin < stretch.end; })};
}

std::span<const Hit> Reading::hitsAt(std::int32_t token) const {
  const auto first = std::partition_point(hits.begin(), hits.end(),
                                          [&](const Hit& hit) { return hit.tokens.begin < token; });
  auto last = first;
  while (last != hits.end() && last->tokens.begin == token)
    ++last;
  return {first, last};
}

std::span<const Hit> Reading::hitsBefore(std::int32_t token) const {
  const auto last = std::partition_point(hits.begin(), hits.end(),
                                         [&](const Hit& hit) { return hit.tokens.begin < token; });
  auto first = last;
  while (first != hits.begin() && std::prev(first)->tokens.begin >= token - longestHit)
    --first;
  return {first, last};
}

bool Reading::hasHit(text::Span stretch, ClassName cls) const {
  const auto found = hitsIn(stretch);
  return std::any_of(found.begin(), found.end(),
                     [&](const Hit& hit) { return hit.entry->cls == cls && hit.span.end <= stretch.end; });
}

} // namespace demarche::language
