// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/text_ranks.h"

#include "core/library/catalogue/catalogue.h"
#include "ui/bridge/text.h"

#include <QCollator>
#include <QStringList>
#include <algorithm>
#include <numeric>

namespace demarche::ui {
namespace {

QString peopleAt(const library::Catalogue& catalogue, std::size_t place) {
  using Kind = library::Facet::Kind;
  QStringList names;
  for (const std::uint32_t number : catalogue.facets[place]) {
    const library::Facet& facet = catalogue.facetOf[number];
    if (facet.kind == Kind::person || facet.kind == Kind::body) names += toQString(facet.name);
  }
  return names.join(u' ');
}

std::vector<QCollatorSortKey> keysOf(const EventSet& events, TextColumn column,
                                     const std::vector<std::string>& titles) {
  const QCollator collator;
  std::vector<QCollatorSortKey> keys;
  keys.reserve(events.count());
  if (column == TextColumn::title) {
    for (const std::string& title : titles)
      keys.push_back(collator.sortKey(toQString(title)));
    return keys;
  }
  const library::Catalogue& catalogue = *events.snapshot()->catalogue;
  for (const std::size_t place : events.placesInCatalogue())
    keys.push_back(collator.sortKey(column == TextColumn::people
                                        ? peopleAt(catalogue, place)
                                        : toQString(catalogue.facetOf[catalogue.place[place]].name)));
  return keys;
}

} // namespace

base::Result<std::vector<std::string>> titlesOf(const service::Session& session, const EventSet& events) {
  std::vector<StoryRow> rows;
  rows.reserve(events.count());
  for (std::size_t place = 0; place < events.count(); ++place)
    rows.push_back(events.rowAt(place));
  return session.titlesAt(rows);
}

TextRanks rankedBy(const EventSet& events, TextColumn column, const std::vector<std::string>& titles) {
  const std::vector<QCollatorSortKey> keys = keysOf(events, column, titles);
  std::vector<std::uint32_t> order(keys.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  TextRanks ranks(keys.size());
  for (std::size_t i = 0, rank = 0; i < order.size(); ++i) {
    if (i > 0 && keys[order[i - 1]] < keys[order[i]]) rank = i;
    ranks[order[i]] = static_cast<std::uint32_t>(rank);
  }
  return ranks;
}

} // namespace demarche::ui
