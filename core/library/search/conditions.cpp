// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/conditions.h"

#include "core/library/search/search_form.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <utility>

namespace demarche::library {
namespace {

/// Of names that were met so many are remembered in their folded form.
constexpr std::size_t mostNames = 200'000;

std::vector<std::u16string> searchForms(const std::vector<std::string>& names) {
  std::vector<std::u16string> forms;
  forms.reserve(names.size());
  for (const std::string& name : names)
    forms.push_back(searchForm(text::toUtf16(name)));
  return forms;
}

Wanted<std::u16string> searchForms(const Wanted<std::string>& wanted) {
  Wanted<std::u16string> forms;
  for (const std::vector<std::string>& names : wanted.all)
    forms.all.push_back(searchForms(names));
  forms.none = searchForms(wanted.none);
  return forms;
}

template <typename Value, typename Fits>
bool isMet(const Wanted<Value>& wanted, const Fits& fits) {
  const auto oneFits = [&](const std::vector<Value>& values) {
    return std::any_of(values.begin(), values.end(), fits);
  };
  return std::all_of(wanted.all.begin(), wanted.all.end(), oneFits) &&
         std::none_of(wanted.none.begin(), wanted.none.end(), fits);
}

} // namespace

bool EventConditions::empty() const {
  return people.empty() && places.empty() && topics.empty() && kinds.empty() && statuses.empty() &&
         before.empty() && after.empty();
}

ConditionMatcher::ConditionMatcher(EventConditions conditions)
    : m_conditions(std::move(conditions)),
      m_people(searchForms(m_conditions.people)),
      m_places(searchForms(m_conditions.places)),
      m_topics(searchForms(m_conditions.topics)) {}

bool ConditionMatcher::operator()(const model::Event& event) {
  const auto takesPart = [&](const std::u16string& wanted) {
    return std::any_of(event.participants.begin(), event.participants.end(),
                       [&](const model::Participant& one) { return isPart(wanted, one.name); });
  };
  const auto isAbout = [&](const std::u16string& wanted) {
    return std::any_of(event.topics.begin(), event.topics.end(),
                       [&](const std::string& topic) { return isPart(wanted, topic); });
  };
  return isMet(m_conditions.kinds, [&](model::EventKind kind) { return event.kind == kind; }) &&
         isMet(m_conditions.statuses, [&](model::EventStatus status) { return event.status == status; }) &&
         isInTime(event) && isAtPlace(event) && isMet(m_people, takesPart) && isMet(m_topics, isAbout);
}

/// An event without a date is neither before nor after anything.
bool ConditionMatcher::isInTime(const model::Event& event) const {
  if (m_conditions.before.empty() && m_conditions.after.empty()) return true;
  const auto days = event.date.bounds();
  const auto isBefore = [&](const time::Edtf& date) {
    const auto bounds = date.bounds();
    return days && bounds && days->first <= bounds->last;
  };
  const auto isAfter = [&](const time::Edtf& date) {
    const auto bounds = date.bounds();
    return days && bounds && days->last >= bounds->first;
  };
  return isMet(m_conditions.before, isBefore) && isMet(m_conditions.after, isAfter);
}

bool ConditionMatcher::isAtPlace(const model::Event& event) {
  return isMet(m_places, [&](const std::u16string& wanted) {
    return event.place && (isPart(wanted, event.place->name) || folded(event.place->country) == wanted);
  });
}

const std::u16string& ConditionMatcher::folded(const std::string& name) {
  const auto known = m_folded.find(name);
  if (known != m_folded.end()) return known->second;
  if (m_folded.size() >= mostNames) m_folded.clear();
  return m_folded.emplace(name, searchForm(text::toUtf16(name))).first->second;
}

bool ConditionMatcher::isPart(const std::u16string& wanted, const std::string& name) {
  return folded(name).find(wanted) != std::u16string::npos;
}

} // namespace demarche::library
