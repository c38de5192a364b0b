// SPDX-License-Identifier: Apache-2.0
#include "core/library/catalogue/matcher.h"

#include "core/library/search/search_form.h"
#include "core/text/unicode.h"

#include <algorithm>

namespace demarche::library {
namespace {

using Words = std::vector<std::u16string>;

Words searchForms(const std::vector<std::string>& names) {
  Words result;
  for (const std::string& name : names)
    result.push_back(searchForm(text::toUtf16(name)));
  return result;
}

Words wordsOf(std::string_view utf8) {
  const std::u16string folded = searchForm(text::toUtf16(utf8));
  Words words;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && !text::isSpace(folded[end]))
      ++end;
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool contains(const std::u16string& haystack, const std::u16string& needle) {
  return haystack.find(needle) != std::u16string::npos;
}

/// Nothing is asked for, or some of it is part of `name`.
bool anyIsPartOf(const Words& wanted, std::string_view name) {
  const std::u16string folded = searchForm(text::toUtf16(name));
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](const std::u16string& one) { return contains(folded, one); });
}

template <typename Value>
bool asked(const std::vector<Value>& wanted, Value value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

} // namespace

Matcher::Matcher(const model::Filter& filter)
    : m_filter(filter),
      m_people(searchForms(filter.people)),
      m_places(searchForms(filter.places)),
      m_topics(searchForms(filter.topics)),
      m_words(wordsOf(filter.text)) {}

bool Matcher::operator()(const model::Event& event, const std::vector<model::Language>& languages) const {
  const auto isTold = [&](model::Language language) {
    return std::find(languages.begin(), languages.end(), language) != languages.end();
  };
  return asked(m_filter.kinds, event.kind) && asked(m_filter.statuses, event.status) &&
         (!m_filter.scope || event.scope == *m_filter.scope) && event.confidence >= m_filter.minConfidence &&
         (m_filter.languages.empty() ||
          std::any_of(m_filter.languages.begin(), m_filter.languages.end(), isTold)) &&
         inTime(event) && namesAll(event);
}

bool Matcher::inTime(const model::Event& event) const {
  if (!m_filter.from && !m_filter.to) return true;
  const auto days = event.date.bounds();
  if (!days) return false;
  const auto from = m_filter.from ? m_filter.from->bounds() : std::nullopt;
  const auto to = m_filter.to ? m_filter.to->bounds() : std::nullopt;
  return (!from || days->last >= from->first) && (!to || days->first <= to->last);
}

bool Matcher::namesAll(const model::Event& event) const {
  const auto isWanted = [&](const model::Participant& one) { return anyIsPartOf(m_people, one.name); };
  if (!m_people.empty() && std::none_of(event.participants.begin(), event.participants.end(), isWanted))
    return false;
  if (!m_places.empty()) {
    if (!event.place) return false;
    const std::u16string country = searchForm(text::toUtf16(event.place->country));
    if (!anyIsPartOf(m_places, event.place->name) &&
        std::find(m_places.begin(), m_places.end(), country) == m_places.end())
      return false;
  }
  const auto isAbout = [&](const std::string& topic) { return anyIsPartOf(m_topics, topic); };
  if (!m_topics.empty() && std::none_of(event.topics.begin(), event.topics.end(), isAbout)) return false;
  if (m_words.empty()) return true;

  std::u16string told = searchForm(text::toUtf16(event.title));
  for (const model::Passage& passage : event.passages)
    told += u'\n' + searchForm(passage.text);
  return std::all_of(m_words.begin(), m_words.end(),
                     [&](const std::u16string& word) { return contains(told, word); });
}

} // namespace demarche::library
