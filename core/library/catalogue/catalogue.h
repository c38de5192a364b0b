// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/stories/facets.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

class Connection;

/// Lists of numbers, one for each story, in one piece of memory.
template <typename Number>
class Lists {
 public:
  void add(const std::vector<Number>& list) {
    m_numbers.insert(m_numbers.end(), list.begin(), list.end());
    m_ends.push_back(static_cast<std::uint32_t>(m_numbers.size()));
  }
  [[nodiscard]] std::span<const Number> operator[](std::size_t i) const {
    const std::uint32_t begin = i > 0 ? m_ends[i - 1] : 0;
    return {m_numbers.data() + begin, m_ends[i] - begin};
  }
  /// All lists, one behind the other.
  [[nodiscard]] std::vector<Number>& numbers() { return m_numbers; }

 private:
  std::vector<Number> m_numbers;
  std::vector<std::uint32_t> m_ends;
};

/// A person, body, topic or place that stories have.
struct Facet {
  enum class Kind : std::uint8_t { none, person, body, topic, place };
  Kind kind = Kind::none;
  std::string name;
  std::string detail;    ///< side of a person or body, country of a place
  std::u16string folded; ///< the name and how else it is written, as people compare names, a line each
};

/// What filters, counts and the timeline ask of all stories of a library, as of one moment: immutable columns
/// in memory, by ascending row of the stories. Some 60 bytes a story.
struct Catalogue {
  static constexpr std::int32_t noDay = std::numeric_limits<std::int32_t>::min();

  std::vector<std::int64_t> stories; ///< rows
  // Days since 1970-01-01, as time::Extent has them; `noDay` where the date is unknown.
  std::vector<std::int32_t> first;
  std::vector<std::int32_t> last;
  std::vector<std::int32_t> sureFirst;
  std::vector<std::int32_t> sureLast;
  std::vector<Traits> traits;
  std::vector<std::uint32_t> place; ///< a facet; 0 where none is told
  Lists<std::uint32_t> facets;      ///< people, bodies and topics
  Lists<std::uint32_t> told;        ///< blocks that tell it, by their number within the library

  std::vector<Facet> facetOf;        ///< by number
  std::vector<std::string> sourceOf; ///< by row of the article
  std::vector<std::uint32_t>
      firstBlock; ///< number of the first block, by row of the article; ascending, with an end
  std::vector<std::uint32_t> articleOf; ///< row of the article, by number of the block

  [[nodiscard]] std::size_t size() const { return stories.size(); }
  /// The number of a block; nothing when it tells no story.
  [[nodiscard]] std::optional<std::uint32_t> blockNumber(BlockId block) const;
  /// The block of that number.
  [[nodiscard]] BlockId blockAt(std::uint32_t number) const {
    const std::uint32_t article = articleOf[number];
    return blockId(article, static_cast<std::int32_t>(number - firstBlock[article]));
  }
};
/// Places of the stories that this article tells, ascending. O(stories).
[[nodiscard]] std::vector<std::uint32_t> placesToldIn(const Catalogue& catalogue, std::string_view source);

/// A flag for each story of a catalogue.
using StorySet = std::vector<bool>;
using CataloguePtr = std::shared_ptr<const Catalogue>;

/// Reads it whole: half a second for a million stories. Private to this room.
[[nodiscard]] CataloguePtr readCatalogue(const Connection& connection);

} // namespace demarche::library
