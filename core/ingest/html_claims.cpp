// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/html_claims.h"

#include "core/ingest/page_date.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

namespace demarche::ingest {
namespace {

std::string lowered(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

template <std::size_t count>
bool among(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<time::Day> dayOf(std::string_view text) {
  constexpr std::size_t longest = 100;
  const auto dates = pageDates(text::toUtf16(text.substr(0, longest)));
  return dates.empty() ? std::nullopt : std::optional(dates.front().day);
}

std::u16string contentOf(const xmlNode* node) {
  std::u16string content;
  for (const xmlNode* at = node->children; at != nullptr; at = nextNode(at, node))
    if (at->content != nullptr) content += text::toUtf16(reinterpret_cast<const char*>(at->content));
  return std::u16string(text::trimmed(content));
}

/// "Headline - Newspaper" without the newspaper.
std::u16string withoutSite(std::u16string title) {
  for (const std::u16string_view separator : {u" | ", u" - ", u" – ", u" — ", u"_", u"｜", u"|"}) {
    const auto at = title.rfind(separator);
    if (at != std::u16string::npos && at * 2 > title.size()) return title.substr(0, at);
  }
  return title;
}

/// What JSON-LD says, wherever in its graph it stands.
void readGraph(const nlohmann::json& value, PageClaims& claims, int depth) {
  constexpr int deepest = 8;
  if (depth > deepest) return;
  if (value.is_object()) {
    const auto text = [&](const char* key) {
      const auto found = value.find(key);
      return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    if (!claims.published) claims.published = dayOf(text("datePublished"));
    if (claims.title.empty()) claims.title = text::toUtf16(text("headline"));
    if (const auto author = value.find("author"); author != value.end() && claims.author.empty()) {
      const auto& first = author->is_array() && !author->empty() ? author->front() : *author;
      if (first.is_string()) claims.author = text::toUtf16(first.get<std::string>());
      if (first.is_object())
        claims.author =
            text::toUtf16(first.value("name", nlohmann::json()).is_string() ? first["name"].get<std::string>()
                                                                            : std::string());
    }
  }
  if (value.is_structured())
    for (const auto& inner : value)
      readGraph(inner, claims, depth + 1);
}

void readMeta(const xmlNode* node, PageClaims& claims) {
  constexpr std::array<std::string_view, 16> dateNames{"article:published_time",
                                                       "datepublished",
                                                       "og:published_time",
                                                       "pubdate",
                                                       "publishdate",
                                                       "publish_date",
                                                       "publication_date",
                                                       "dc.date",
                                                       "dc.date.issued",
                                                       "date",
                                                       "parsely-pub-date",
                                                       "sailthru.date",
                                                       "publish_time",
                                                       "dcterms.created",
                                                       "weibo:article:create_at",
                                                       "article.published"};
  constexpr std::array<std::string_view, 6> authorNames{"author",     "article:author", "byl",
                                                        "dc.creator", "parsely-author", "sailthru.author"};
  std::string name = lowered(attribute(node, "property"));
  if (name.empty()) name = lowered(attribute(node, "name"));
  if (name.empty()) name = lowered(attribute(node, "itemprop"));
  const std::string content = attribute(node, "content");
  if (!claims.published && among(dateNames, name)) claims.published = dayOf(content);
  if (claims.author.empty() && among(authorNames, name) && content.find("://") == std::string::npos)
    claims.author = text::toUtf16(content);
  if (name == "og:title" && !content.empty()) claims.title = text::toUtf16(content);
}

} // namespace

const xmlNode* nextNode(const xmlNode* node, const xmlNode* root, bool skip) {
  if (!skip && node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != root && node->next == nullptr)
    node = node->parent;
  return node == root ? nullptr : node->next;
}

std::string_view elementName(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE || node->name == nullptr) return {};
  return reinterpret_cast<const char*>(node->name);
}

std::string attribute(const xmlNode* node, const char* name) {
  for (const xmlAttr* at = node->properties; at != nullptr; at = at->next) {
    if (lowered(reinterpret_cast<const char*>(at->name)) != name) continue;
    std::string value;
    for (const xmlNode* part = at->children; part != nullptr; part = part->next)
      if (part->content != nullptr) value += reinterpret_cast<const char*>(part->content);
    return value;
  }
  return {};
}

PageClaims readClaims(const xmlNode* root) {
  PageClaims claims;
  PageClaims graph;
  std::u16string title;
  std::optional<time::Day> shown; ///< by the page's first <time>
  for (const xmlNode* at = root; at != nullptr; at = nextNode(at, root)) {
    const auto name = elementName(at);
    if (name == "meta") readMeta(at, claims);
    if (name == "title" && title.empty()) title = withoutSite(contentOf(at));
    if (name == "time" && !shown) shown = dayOf(attribute(at, "datetime"));
    if (name == "script" && lowered(attribute(at, "type")) == "application/ld+json") {
      const auto json = nlohmann::json::parse(text::toUtf8(contentOf(at)), nullptr, false);
      if (!json.is_discarded()) readGraph(json, graph, 0);
    }
  }
  if (graph.published) claims.published = graph.published;
  if (!claims.published) claims.published = shown;
  if (claims.title.empty()) claims.title = graph.title.empty() ? title : graph.title;
  if (claims.author.empty()) claims.author = graph.author;
  return claims;
}

} // namespace demarche::ingest
