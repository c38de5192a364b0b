// SPDX-License-Identifier: Apache-2.0
#include "core/library/catalogue/catalogue_of_events.h"

#include "core/library/search/search_form.h"
#include "core/text/unicode.h"
#include "core/time/extent.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <tuple>

namespace demarche::library {
namespace {

std::int32_t dayNumber(time::Day day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

class Maker {
 public:
  explicit Maker(const ArticleLanguages& languages) : m_languages(languages) {}

  CataloguePtr make(const std::vector<model::Event>& events) {
    m_catalogue->facetOf.resize(1); // none
    numberArticles(events);
    for (const model::Event& event : events)
      add(event);
    return m_catalogue;
  }

 private:
  /// From 1 on, as the rows of a library are. Each is one block here.
  void numberArticles(const std::vector<model::Event>& events) {
    for (const model::Event& event : events)
      for (const model::Passage& passage : event.passages)
        m_articles.emplace(passage.article, 0);
    m_catalogue->sourceOf.resize(1);
    m_catalogue->firstBlock = {0, 0};
    for (auto& [source, number] : m_articles) {
      number = static_cast<std::uint32_t>(m_catalogue->sourceOf.size());
      m_catalogue->sourceOf.push_back(source);
      m_catalogue->articleOf.push_back(number);
      m_catalogue->firstBlock.push_back(number);
    }
  }

  std::uint8_t languagesOf(const std::string& source) const {
    std::uint8_t bits = 0;
    if (const auto known = m_languages.find(source); known != m_languages.end())
      for (const model::Language language : known->second)
        bits |= bitOf(language);
    return bits;
  }

  std::uint32_t facet(Facet::Kind kind, const std::string& name, const std::string& detail) {
    const auto next = static_cast<std::uint32_t>(m_catalogue->facetOf.size());
    const auto [known, isNew] = m_facets.try_emplace({kind, name, detail}, next);
    if (isNew) m_catalogue->facetOf.push_back({kind, name, detail, searchForm(text::toUtf16(name))});
    return known->second;
  }

  void addDays(const model::Event& event) {
    const auto extent = time::extentOf(event.date);
    m_catalogue->first.push_back(extent ? dayNumber(extent->first) : Catalogue::noDay);
    m_catalogue->last.push_back(extent ? dayNumber(extent->last) : Catalogue::noDay);
    m_catalogue->sureFirst.push_back(extent ? dayNumber(extent->sureFirst) : Catalogue::noDay);
    m_catalogue->sureLast.push_back(extent ? dayNumber(extent->sureLast) : Catalogue::noDay);
  }

  void add(const model::Event& event) {
    m_catalogue->stories.push_back(static_cast<std::int64_t>(m_catalogue->stories.size()));
    addDays(event);
    std::vector<std::uint32_t> told;
    for (const model::Passage& passage : event.passages)
      told.push_back(m_articles.at(passage.article) - 1);
    std::sort(told.begin(), told.end());
    told.erase(std::unique(told.begin(), told.end()), told.end());
    Traits traits = traitsOf(event);
    traits.articles = static_cast<std::uint16_t>(std::min<std::size_t>(told.size(), Traits::mostArticles));
    for (const std::uint32_t article : told)
      traits.languages |= languagesOf(m_catalogue->sourceOf[article + 1]);
    m_catalogue->traits.push_back(traits);
    m_catalogue->told.add(told);

    std::vector<std::uint32_t> facets;
    for (const model::Participant& one : event.participants)
      facets.push_back(
          facet(one.type == model::ParticipantType::person ? Facet::Kind::person : Facet::Kind::body,
                one.name, std::string(code(one.side))));
    for (const std::string& topic : event.topics)
      facets.push_back(facet(Facet::Kind::topic, topic, {}));
    m_catalogue->facets.add(facets);
    m_catalogue->place.push_back(
        event.place ? facet(Facet::Kind::place, event.place->name, event.place->country) : 0);
  }

  const ArticleLanguages& m_languages;
  std::shared_ptr<Catalogue> m_catalogue = std::make_shared<Catalogue>();
  std::map<std::string, std::uint32_t> m_articles;
  std::map<std::tuple<Facet::Kind, std::string, std::string>, std::uint32_t> m_facets;
};

} // namespace

CataloguePtr catalogueOf(const std::vector<model::Event>& events, const ArticleLanguages& languages) {
  return Maker(languages).make(events);
}

} // namespace demarche::library
