// SPDX-License-Identifier: Apache-2.0
#include "core/library/catalogue/words.h"

#include "core/library/search/hits.h"
#include "core/library/search/index.h"

#include <algorithm>

namespace demarche::library {
namespace {

StorySet storiesWith(const Connection& connection, const Catalogue& catalogue, const Expression& phrase) {
  std::vector<bool> blocks(catalogue.articleOf.size());
  for (const std::int64_t row : matchingBlocks(connection, phrase))
    if (const auto number = catalogue.blockNumber(static_cast<BlockId>(row))) blocks[*number] = true;
  StorySet found(catalogue.size());
  for (std::size_t story = 0; story < catalogue.size(); ++story) {
    const auto told = catalogue.told[story];
    found[story] = std::any_of(told.begin(), told.end(), [&](std::uint32_t block) { return blocks[block]; });
  }
  auto at = catalogue.stories.begin();
  for (const std::int64_t story : matchingStories(connection, phrase)) {
    at = std::lower_bound(at, catalogue.stories.end(), story);
    if (at == catalogue.stories.end()) break;
    if (*at == story) found[static_cast<std::size_t>(at - catalogue.stories.begin())] = true;
  }
  return found;
}

} // namespace

StorySet storiesSaying(const Connection& connection, const Catalogue& catalogue,
                       const Expression& expression) {
  using Operation = Expression::Operation;
  if (expression.operation == Operation::phrase) return storiesWith(connection, catalogue, expression);
  const bool any = expression.operation == Operation::any;
  StorySet result(catalogue.size(), !any);
  for (const Expression& part : expression.parts) {
    const StorySet found = storiesSaying(connection, catalogue, part);
    for (std::size_t i = 0; i < result.size(); ++i)
      result[i] = any ? result[i] || found[i] : result[i] && found[i];
  }
  if (expression.operation == Operation::none) result.flip();
  return result;
}

} // namespace demarche::library
