// SPDX-License-Identifier: Apache-2.0
#include "core/library/store/naming.h"

#include "core/text/unicode.h"

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <functional>
#include <unordered_set>
#include <utility>

namespace demarche::library {
namespace {

/// Stretches of so many units are compared: three or four words of English, a clause of Chinese. Common
/// phrases are shorter.
constexpr std::size_t stretch = 16;
/// Every article of a site shares its menus; a new version shares most of the story.
constexpr double goodPart = 0.3;

std::unordered_set<std::size_t> stretchesOf(std::u16string_view text) {
  std::unordered_set<std::size_t> hashes;
  for (std::size_t at = 0; at + stretch <= text.size(); ++at)
    hashes.insert(std::hash<std::u16string_view>()(text.substr(at, stretch)));
  return hashes;
}

/// An article from the origin, in the order in which they were added.
struct Named {
  std::int64_t row = 0;
  bool superseded = false;
  std::u16string text; ///< absent where there is but one
};
using Versions = std::vector<const Named*>; ///< of one article, the oldest first

std::vector<Named> articlesFrom(const Connection& connection, const std::string& origin) {
  std::vector<Named> articles;
  {
    const LentStatement row =
        connection.kept("SELECT id, superseded FROM article WHERE origin = ? ORDER BY added, digest");
    for (row->with(origin); row->step();)
      articles.push_back({row->integer(0), row->integer(1) != 0, {}});
  }
  if (articles.size() < 2) return articles;
  const LentStatement text = connection.kept("SELECT text FROM article WHERE id = ?");
  for (Named& article : articles)
    if (text->with(article.row).step()) article.text = text::toUtf16(text->text(0));
  return articles;
}

std::vector<Versions> byArticle(const std::vector<Named>& articles) {
  std::vector<Versions> families;
  for (const Named& article : articles) {
    const auto known = std::find_if(families.begin(), families.end(), [&](const Versions& family) {
      return areVersions(family.back()->text, article.text);
    });
    (known != families.end() ? *known : families.emplace_back()).push_back(&article);
  }
  return families;
}

void setName(Connection& connection, std::int64_t article, std::string name, bool superseded) {
  // Another origin may have such a name of its own.
  const LentStatement taken = connection.kept("SELECT 1 FROM article WHERE source = ? AND id <> ?");
  while (taken->with(name, article).step())
    name += '\'';
  connection.kept("UPDATE article SET source = ?, superseded = ? WHERE id = ?")
      ->run(name, superseded ? 1 : 0, article);
}

} // namespace

Renamed nameArticlesFrom(Connection& connection, const std::string& origin) {
  Renamed renamed;
  const std::vector<Named> articles = articlesFrom(connection, origin);
  if (articles.size() > 1) // so that no two get in each other's way
    connection.kept("UPDATE article SET source = digest WHERE origin = ?")->run(origin);
  int family = 0;
  for (const Versions& versions : byArticle(articles)) {
    ++family;
    const std::string name = family == 1 ? origin : fmt::format("{} ({})", origin, family);
    for (std::size_t i = 0; i < versions.size(); ++i) {
      const bool newest = i + 1 == versions.size();
      const Named& article = *versions[i];
      setName(connection, article.row, newest ? name : fmt::format("{} (version {})", name, i + 1), !newest);
      if (article.superseded == newest) (newest ? renamed.revived : renamed.silenced).push_back(article.row);
    }
  }
  return renamed;
}

bool areVersions(std::u16string_view a, std::u16string_view b) {
  const std::unordered_set<std::size_t> one = stretchesOf(a);
  const std::unordered_set<std::size_t> other = stretchesOf(b);
  const auto& fewer = one.size() < other.size() ? one : other;
  const auto& more = one.size() < other.size() ? other : one;
  std::size_t shared = 0;
  for (const std::size_t hash : fewer)
    shared += more.contains(hash) ? 1 : 0;
  return !fewer.empty() && static_cast<double>(shared) >= goodPart * static_cast<double>(fewer.size());
}

} // namespace demarche::library
