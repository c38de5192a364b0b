// SPDX-License-Identifier: Apache-2.0
// Each story is tested once against every condition; which ones it fails tells whether it passes, and in
// which facets it is counted all the same.

#include "core/library/catalogue/selection.h"

#include "core/library/catalogue/words.h"
#include "core/library/search/query.h"
#include "core/library/search/search_form.h"
#include "core/library/store/sqlite.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace demarche::library {
namespace {

/// A condition that a facet puts; what belongs to no facet is `other`.
enum Condition : std::uint16_t {
  none = 0,
  byKind = 1,
  byStatus = 2,
  bySide = 4,
  byLanguage = 8,
  byPerson = 16,
  byPlace = 32,
  byTopic = 64,
  bySource = 128,
  byTime = 256,
  other = 512
};
using Failed = std::uint16_t; ///< conditions

template <typename Values>
std::uint16_t bitsOf(const Values& values) {
  std::uint16_t bits = 0;
  for (const auto value : values)
    bits |= static_cast<std::uint16_t>(1U << static_cast<unsigned>(value));
  return bits;
}

/// Which names are chosen, by number; empty when any will do.
using Chosen = std::vector<bool>;

std::int32_t firstDayOf(const time::Edtf& date) {
  const auto days = date.bounds();
  return days ? static_cast<std::int32_t>(days->first.time_since_epoch().count()) : Catalogue::noDay;
}
std::int32_t lastDayOf(const time::Edtf& date) {
  const auto days = date.bounds();
  return days ? static_cast<std::int32_t>(days->last.time_since_epoch().count()) : Catalogue::noDay;
}

bool holds(const std::u16string& text, const std::u16string& part) {
  return text.find(part) != std::u16string::npos;
}
bool isNamedPerson(const Facet& facet, const std::u16string& name) {
  return (facet.kind == Facet::Kind::person || facet.kind == Facet::Kind::body) && holds(facet.folded, name);
}
bool isNamedTopic(const Facet& facet, const std::u16string& name) {
  return facet.kind == Facet::Kind::topic && holds(facet.folded, name);
}
bool isNamedPlace(const Facet& facet, const std::u16string& name) {
  return facet.kind == Facet::Kind::place &&
         (holds(facet.folded, name) || searchForm(text::toUtf16(facet.detail)) == name);
}
using IsNamed = bool (*)(const Facet&, const std::u16string&);

Chosen chosen(const Catalogue& catalogue, const std::vector<std::string>& names, IsNamed isNamed) {
  Chosen result;
  if (names.empty()) return result;
  result.resize(catalogue.facetOf.size());
  for (const std::string& name : names) {
    const std::u16string form = searchForm(text::toUtf16(name));
    for (std::size_t i = 0; i < catalogue.facetOf.size(); ++i)
      if (isNamed(catalogue.facetOf[i], form)) result[i] = true;
  }
  return result;
}

bool anyOf(std::span<const std::uint32_t> numbers, const Chosen& chosen) {
  return std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t one) { return chosen[one]; });
}

/// The fields of a text, asked of stories in columns.
class Fields {
 public:
  Fields(const Catalogue& catalogue, const EventConditions& conditions)
      : m_catalogue(catalogue), m_conditions(conditions), m_empty(conditions.empty()) {
    m_people = names(conditions.people, isNamedPerson);
    m_topics = names(conditions.topics, isNamedTopic);
    m_places = names(conditions.places, isNamedPlace);
    m_before = days(conditions.before, lastDayOf);
    m_after = days(conditions.after, firstDayOf);
  }

  [[nodiscard]] bool areMetBy(std::size_t story) const {
    if (m_empty) return true;
    const Traits& traits = m_catalogue.traits[story];
    const auto has = [&](const Chosen& names) { return anyOf(m_catalogue.facets[story], names); };
    const auto isAt = [&](const Chosen& names) { return names[m_catalogue.place[story]]; };
    return met(m_conditions.kinds, [&](model::EventKind kind) { return traits.kind == kind; }) &&
           met(m_conditions.statuses, [&](model::EventStatus status) { return traits.status == status; }) &&
           areInTime(story, traits) && met(m_people, has) && met(m_topics, has) && met(m_places, isAt);
  }

 private:
  /// A list of alternatives is one set of names.
  [[nodiscard]] Wanted<Chosen> names(const Wanted<std::string>& wanted, IsNamed isNamed) const {
    Wanted<Chosen> result;
    for (const std::vector<std::string>& alternatives : wanted.all)
      result.all.push_back({chosen(m_catalogue, alternatives, isNamed)});
    if (!wanted.none.empty()) result.none.push_back(chosen(m_catalogue, wanted.none, isNamed));
    return result;
  }

  static Wanted<std::int32_t> days(const Wanted<time::Edtf>& wanted,
                                   std::int32_t (*dayOf)(const time::Edtf&)) {
    Wanted<std::int32_t> result;
    for (const std::vector<time::Edtf>& alternatives : wanted.all)
      std::transform(alternatives.begin(), alternatives.end(), std::back_inserter(result.all.emplace_back()),
                     dayOf);
    std::transform(wanted.none.begin(), wanted.none.end(), std::back_inserter(result.none), dayOf);
    return result;
  }

  template <typename Value, typename Fits>
  static bool met(const Wanted<Value>& wanted, const Fits& fits) {
    return std::all_of(wanted.all.begin(), wanted.all.end(),
                       [&](const auto& values) { return std::any_of(values.begin(), values.end(), fits); }) &&
           std::none_of(wanted.none.begin(), wanted.none.end(), fits);
  }

  [[nodiscard]] bool areInTime(std::size_t story, const Traits& traits) const {
    const bool dated = m_catalogue.first[story] != Catalogue::noDay;
    return met(m_before,
               [&](std::int32_t day) {
                 return dated && (traits.openFirst || m_catalogue.first[story] <= day);
               }) &&
           met(m_after, [&](std::int32_t day) {
             return dated && (traits.openLast || m_catalogue.last[story] >= day);
           });
  }

  const Catalogue& m_catalogue;
  const EventConditions& m_conditions;
  bool m_empty;
  Wanted<Chosen> m_people;
  Wanted<Chosen> m_topics;
  Wanted<Chosen> m_places;
  Wanted<std::int32_t> m_before;
  Wanted<std::int32_t> m_after;
};

class Conditions {
 public:
  Conditions(const Catalogue& catalogue, const Asked& asked)
      : m_catalogue(catalogue),
        m_filter(asked.filter),
        m_words(asked.words),
        m_fields(catalogue, asked.conditions) {
    const model::Filter& filter = asked.filter;
    m_kinds = bitsOf(filter.kinds);
    m_statuses = bitsOf(filter.statuses);
    m_sides = bitsOf(filter.sides);
    m_languages = bitsOf(filter.languages);
    m_confidence = static_cast<std::uint16_t>(std::lround(filter.minConfidence * 1000));
    m_people = chosen(catalogue, filter.people, isNamedPerson);
    m_topics = chosen(catalogue, filter.topics, isNamedTopic);
    m_places = chosen(catalogue, filter.places, isNamedPlace);
    if (!filter.sources.empty()) {
      m_sources.resize(catalogue.sourceOf.size());
      for (std::size_t i = 0; i < catalogue.sourceOf.size(); ++i)
        m_sources[i] = std::find(filter.sources.begin(), filter.sources.end(), catalogue.sourceOf[i]) !=
                       filter.sources.end();
    }
    if (filter.from && filter.from->bounds()) m_from = firstDayOf(*filter.from);
    if (filter.to && filter.to->bounds()) m_to = lastDayOf(*filter.to);
  }

  [[nodiscard]] Failed failedBy(std::size_t story) const {
    const Traits& traits = m_catalogue.traits[story];
    Failed failed = none;
    if (m_kinds != 0 && (m_kinds & 1U << static_cast<unsigned>(traits.kind)) == 0) failed |= byKind;
    if (m_statuses != 0 && (m_statuses & 1U << static_cast<unsigned>(traits.status)) == 0) failed |= byStatus;
    if (m_sides != 0 && (m_sides & traits.sides) == 0) failed |= bySide;
    if (m_languages != 0 && (m_languages & traits.languages) == 0) failed |= byLanguage;
    if (!m_people.empty() && !anyOf(m_catalogue.facets[story], m_people)) failed |= byPerson;
    if (!m_topics.empty() && !anyOf(m_catalogue.facets[story], m_topics)) failed |= byTopic;
    if (!m_places.empty() && !m_places[m_catalogue.place[story]]) failed |= byPlace;
    if (!m_sources.empty() && !isToldByChosen(story)) failed |= bySource;
    if (!inTime(story, traits)) failed |= byTime;
    if (!passesOther(story, traits)) failed |= other;
    return failed;
  }

 private:
  [[nodiscard]] bool isToldByChosen(std::size_t story) const {
    const auto blocks = m_catalogue.told[story];
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](std::uint32_t block) { return m_sources[m_catalogue.articleOf[block]]; });
  }

  /// What is open at an end reaches as far as is asked.
  [[nodiscard]] bool inTime(std::size_t story, const Traits& traits) const {
    if (!m_filter.from && !m_filter.to) return true;
    if (m_catalogue.first[story] == Catalogue::noDay) return false;
    return (!m_from || traits.openLast || m_catalogue.last[story] >= *m_from) &&
           (!m_to || traits.openFirst || m_catalogue.first[story] <= *m_to);
  }

  [[nodiscard]] bool passesOther(std::size_t story, const Traits& traits) const {
    return (!m_filter.scope || traits.scope == *m_filter.scope) && traits.confidence >= m_confidence &&
           (m_filter.rejectedToo || traits.review != model::Review::rejected) &&
           (!m_words || (*m_words)[story]) && m_fields.areMetBy(story);
  }

  const Catalogue& m_catalogue;
  const model::Filter& m_filter;
  const std::optional<StorySet>& m_words;
  Fields m_fields;
  std::uint16_t m_kinds = 0;
  std::uint16_t m_statuses = 0;
  std::uint16_t m_sides = 0;
  std::uint16_t m_languages = 0;
  std::uint16_t m_confidence = 0;
  Chosen m_people;
  Chosen m_topics;
  Chosen m_places;
  Chosen m_sources; ///< by row of the article
  std::optional<std::int32_t> m_from;
  std::optional<std::int32_t> m_to;
};

int yearOf(std::int32_t day) {
  return static_cast<int>(std::chrono::year_month_day(time::Day(std::chrono::days(day))).year());
}

void inOrder(std::vector<ValueCount>& counts) {
  std::sort(counts.begin(), counts.end(), [](const ValueCount& a, const ValueCount& b) {
    return std::tie(b.count, a.name, a.detail) < std::tie(a.count, b.name, b.detail);
  });
}

class Counting {
 public:
  explicit Counting(const Catalogue& catalogue)
      : m_catalogue(catalogue), m_facets(catalogue.facetOf.size()), m_sources(catalogue.sourceOf.size()) {}

  void count(std::size_t story, Failed failed) {
    const auto onlyBy = [&](Condition condition) { return (failed & ~condition) == 0; };
    const Traits& traits = m_catalogue.traits[story];
    if (onlyBy(byKind)) ++m_counts.kinds[static_cast<std::size_t>(traits.kind)];
    if (onlyBy(byStatus)) ++m_counts.statuses[static_cast<std::size_t>(traits.status)];
    if (onlyBy(bySide)) countBits(traits.sides, m_counts.sides);
    if (onlyBy(byLanguage)) countBits(traits.languages, m_counts.languages);
    if (onlyBy(byPlace)) ++m_facets[m_catalogue.place[story]];
    if (const bool people = onlyBy(byPerson), topics = onlyBy(byTopic); people || topics)
      for (const std::uint32_t facet : m_catalogue.facets[story])
        if (m_catalogue.facetOf[facet].kind == Facet::Kind::topic ? topics : people) ++m_facets[facet];
    if (onlyBy(bySource)) countSources(story);
    if (onlyBy(byTime)) countYears(story);
  }

  FacetCounts counts() {
    for (std::size_t i = 0; i < m_facets.size(); ++i) {
      const Facet& facet = m_catalogue.facetOf[i];
      if (m_facets[i] == 0 || facet.kind == Facet::Kind::none) continue;
      std::vector<ValueCount>& list = facet.kind == Facet::Kind::place   ? m_counts.places
                                      : facet.kind == Facet::Kind::topic ? m_counts.topics
                                                                         : m_counts.people;
      list.push_back({facet.name, facet.detail, m_facets[i]});
    }
    for (std::size_t i = 0; i < m_sources.size(); ++i)
      if (m_sources[i] > 0) m_counts.sources.push_back({m_catalogue.sourceOf[i], {}, m_sources[i]});
    for (const auto& [year, count] : m_years)
      m_counts.years.push_back({year, count});
    for (std::vector<ValueCount>* list :
         {&m_counts.people, &m_counts.places, &m_counts.topics, &m_counts.sources})
      inOrder(*list);
    return std::move(m_counts);
  }

 private:
  template <typename Counts>
  static void countBits(std::uint8_t bits, Counts& counts) {
    for (std::size_t i = 0; i < counts.size(); ++i)
      counts[i] += bits >> i & 1U;
  }

  void countSources(std::size_t story) {
    std::uint32_t last = 0; // blocks are in the order of their articles
    for (const std::uint32_t block : m_catalogue.told[story]) {
      const std::uint32_t article = m_catalogue.articleOf[block];
      if (article != last) ++m_sources[article];
      last = article;
    }
  }

  void countYears(std::size_t story) {
    constexpr int most = 50;
    if (m_catalogue.first[story] == Catalogue::noDay) return;
    const int from = yearOf(m_catalogue.first[story]);
    const int to = std::min(yearOf(m_catalogue.last[story]), from + most - 1);
    for (int year = from; year <= to; ++year)
      ++m_years[year];
  }

  const Catalogue& m_catalogue;
  FacetCounts m_counts;
  std::vector<std::uint32_t> m_facets;  ///< by number
  std::vector<std::uint32_t> m_sources; ///< by row of the article
  std::map<int, std::uint32_t> m_years;
};

} // namespace

Asked asked(const Connection& connection, const Catalogue& catalogue, const model::Filter& filter) {
  Asked result{filter, {}, {}};
  const auto query = parseQuery(filter.text);
  if (!query) throw DatabaseError(base::ErrorKind::input, query.error().message);
  result.conditions = query->conditions;
  if (query->words) result.words = storiesSaying(connection, catalogue, *query->words);
  return result;
}

std::vector<std::uint32_t> select(const Catalogue& catalogue, const Asked& asked) {
  const Conditions conditions(catalogue, asked);
  std::vector<std::uint32_t> selected;
  for (std::size_t story = 0; story < catalogue.size(); ++story)
    if (conditions.failedBy(story) == none) selected.push_back(static_cast<std::uint32_t>(story));
  return selected;
}

FacetCounts countFacets(const Catalogue& catalogue, const Asked& asked) {
  const Conditions conditions(catalogue, asked);
  Counting counting(catalogue);
  for (std::size_t story = 0; story < catalogue.size(); ++story)
    counting.count(story, conditions.failedBy(story));
  return counting.counts();
}

BlockRows blocksTelling(const Catalogue& catalogue, const EventConditions& conditions) {
  BlockRows rows;
  if (conditions.empty()) return rows;
  const Fields fields(catalogue, conditions);
  std::vector<bool> telling(catalogue.articleOf.size());
  for (std::size_t story = 0; story < catalogue.size(); ++story)
    if (catalogue.traits[story].review != model::Review::rejected && fields.areMetBy(story))
      for (const std::uint32_t block : catalogue.told[story])
        telling[block] = true;
  for (std::uint32_t block = 0; block < telling.size(); ++block)
    if (telling[block]) rows.push_back(static_cast<std::int64_t>(catalogue.blockAt(block)));
  return rows;
}

} // namespace demarche::library
