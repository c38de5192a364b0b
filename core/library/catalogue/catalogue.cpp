// SPDX-License-Identifier: Apache-2.0
#include "core/library/catalogue/catalogue.h"

#include "core/library/search/search_form.h"
#include "core/library/store/columns.h"
#include "core/library/store/sqlite.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace demarche::library {
namespace {

constexpr std::array<std::pair<std::string_view, Facet::Kind>, 4> facetKinds{{{"person", Facet::Kind::person},
                                                                              {"body", Facet::Kind::body},
                                                                              {"topic", Facet::Kind::topic},
                                                                              {"place", Facet::Kind::place}}};

Facet::Kind facetKind(const std::string& code) {
  const auto found =
      std::find_if(facetKinds.begin(), facetKinds.end(), [&](const auto& one) { return one.first == code; });
  if (found == facetKinds.end()) damaged("kind of facet", code);
  return found->second;
}

std::int64_t highest(const Connection& connection, std::string_view table) {
  Statement row = connection.prepare(fmt::format("SELECT coalesce(max(id), 0) FROM {}", table));
  return row.step() ? row.integer(0) : 0;
}

void readFacets(const Connection& connection, Catalogue& catalogue) {
  catalogue.facetOf.resize(static_cast<std::size_t>(highest(connection, "facet")) + 1);
  Statement row = connection.prepare("SELECT id, what, name, detail, CASE what WHEN 'topic' THEN name ELSE "
                                     "name || char(10) || coalesce((SELECT "
                                     "group_concat(other, char(10)) FROM other_name WHERE other_name.name = "
                                     "facet.name), '') END FROM facet");
  while (row.step()) {
    Facet& facet = catalogue.facetOf[static_cast<std::size_t>(row.integer(0))];
    facet.kind = facetKind(row.text(1));
    facet.name = row.text(2);
    facet.detail = row.text(3);
    facet.folded = searchForm(text::toUtf16(row.text(4)));
  }
}

void readSources(const Connection& connection, Catalogue& catalogue) {
  catalogue.sourceOf.resize(static_cast<std::size_t>(highest(connection, "article")) + 1);
  Statement row = connection.prepare("SELECT id, source FROM article");
  while (row.step())
    catalogue.sourceOf[static_cast<std::size_t>(row.integer(0))] = row.text(1);
}

/// Numbers the blocks that tell something, article by article, without holes between articles.
void numberBlocks(const std::vector<BlockId>& told, Catalogue& catalogue) {
  std::vector<std::uint32_t> counts(catalogue.sourceOf.size() + 1);
  for (const BlockId block : told) {
    const auto article = static_cast<std::size_t>(block >> ordinalBits);
    if (article >= catalogue.sourceOf.size()) damaged("article", std::to_string(article));
    const auto ordinal = static_cast<std::uint16_t>(block);
    counts[article + 1] = std::max(counts[article + 1], ordinal + 1U);
  }
  for (std::size_t i = 1; i < counts.size(); ++i)
    counts[i] += counts[i - 1];
  catalogue.firstBlock = std::move(counts);
  catalogue.articleOf.resize(catalogue.firstBlock.back());
  for (std::size_t article = 0; article + 1 < catalogue.firstBlock.size(); ++article)
    std::fill(catalogue.articleOf.begin() + catalogue.firstBlock[article],
              catalogue.articleOf.begin() + catalogue.firstBlock[article + 1],
              static_cast<std::uint32_t>(article));
}

std::int32_t dayOf(const Statement& row, int column) {
  return row.isNull(column) ? Catalogue::noDay : row.number(column);
}

} // namespace

std::optional<std::uint32_t> Catalogue::blockNumber(BlockId block) const {
  const auto article = static_cast<std::size_t>(block >> ordinalBits);
  if (article + 1 >= firstBlock.size()) return std::nullopt;
  const std::uint32_t number = firstBlock[article] + static_cast<std::uint16_t>(block);
  return number < firstBlock[article + 1] ? std::optional(number) : std::nullopt;
}

std::vector<std::uint32_t> placesToldIn(const Catalogue& catalogue, std::string_view source) {
  std::vector<std::uint32_t> places;
  const auto named = std::find(catalogue.sourceOf.begin(), catalogue.sourceOf.end(), source);
  if (named == catalogue.sourceOf.end()) return places;
  const auto article = static_cast<std::size_t>(named - catalogue.sourceOf.begin());
  const auto isIn = [&](std::uint32_t block) { return catalogue.articleOf[block] == article; };
  for (std::uint32_t place = 0; place < catalogue.size(); ++place) {
    const auto told = catalogue.told[place];
    if (std::any_of(told.begin(), told.end(), isIn)) places.push_back(place);
  }
  return places;
}

CataloguePtr readCatalogue(const Connection& connection) {
  auto catalogue = std::make_shared<Catalogue>();
  readFacets(connection, *catalogue);
  readSources(connection, *catalogue);

  Lists<BlockId> told;
  std::vector<std::uint32_t> facets;
  std::vector<BlockId> blocks;
  Statement row = connection.prepare("SELECT story, first, last, sure_first, sure_last, traits, "
                                     "coalesce(place, 0), facets, told FROM story_facets "
                                     "ORDER BY story");
  while (row.step()) {
    catalogue->stories.push_back(row.integer(0));
    catalogue->first.push_back(dayOf(row, 1));
    catalogue->last.push_back(dayOf(row, 2));
    catalogue->sureFirst.push_back(dayOf(row, 3));
    catalogue->sureLast.push_back(dayOf(row, 4));
    catalogue->traits.push_back(Traits::unpacked(static_cast<std::uint64_t>(row.integer(5))));
    catalogue->place.push_back(static_cast<std::uint32_t>(row.integer(6)));
    facets.clear();
    unpack(row.blob(7), facets);
    catalogue->facets.add(facets);
    blocks.clear();
    unpack(row.blob(8), blocks);
    told.add(blocks);
  }
  numberBlocks(told.numbers(), *catalogue);
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = 0; i < catalogue->size(); ++i) {
    numbers.clear();
    for (const BlockId block : told[i])
      numbers.push_back(*catalogue->blockNumber(block));
    catalogue->told.add(numbers);
  }
  return catalogue;
}

} // namespace demarche::library
