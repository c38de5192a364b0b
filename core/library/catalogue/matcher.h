// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"
#include "core/model/filter.h"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

/// Decides which events a filter lets through, with what it looks for folded once.
class Matcher {
 public:
  explicit Matcher(const model::Filter& filter);
  /// `languages` are those of the articles that tell the event.
  [[nodiscard]] bool operator()(const model::Event& event,
                                const std::vector<model::Language>& languages) const;

 private:
  [[nodiscard]] bool inTime(const model::Event& event) const;
  [[nodiscard]] bool namesAll(const model::Event& event) const;

  model::Filter m_filter;
  std::vector<std::u16string> m_people;
  std::vector<std::u16string> m_places;
  std::vector<std::u16string> m_topics;
  std::vector<std::u16string> m_words;
};

} // namespace demarche::library
