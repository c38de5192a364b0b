// SPDX-License-Identifier: Apache-2.0
#pragma once

// Pages for the tests of ingest, and short ways to ask what became of their lines. The prose is the tests'
// own.

#include "core/ingest/ingest.h"
#include "core/text/unicode.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace pages {

using demarche::model::Block;
using demarche::model::BlockRole;
using demarche::model::Document;

inline Document read(std::string_view text, std::string_view published = {}) {
  auto document = demarche::ingest::readText(text, "page.txt", published);
  REQUIRE(document.has_value());
  return std::move(*document);
}

inline Document readHtml(std::string_view html) {
  auto document = demarche::ingest::readHtml(html, "page.html");
  REQUIRE(document.has_value());
  return std::move(*document);
}

inline std::string words(const Document& document, const Block& block) {
  return demarche::text::toUtf8(demarche::text::slice(document.text, block.span));
}

/// The block whose words begin so.
inline const Block& block(const Document& document, std::string_view begins) {
  for (const Block& block : document.blocks)
    if (words(document, block).starts_with(begins)) return block;
  FAIL("no block begins with: " << begins);
  return document.blocks.front();
}

inline BlockRole role(const Document& document, std::string_view begins) {
  return block(document, begins).role;
}

inline std::string stated(const Document& document) {
  return document.stated ? document.stated->date.str() : "none";
}

/// The page's words for the stated day.
inline std::string statedWords(const Document& document) {
  REQUIRE(document.stated.has_value());
  return demarche::text::toUtf8(demarche::text::slice(document.text, document.stated->span));
}

/// Two paragraphs that make any page an article.
inline constexpr std::string_view prose =
    "The two envoys met on the river island for most of the day and agreed on a list of questions to be "
    "settled.\n"
    "Neither side would say whether the ministers themselves will travel before the end of the season.\n";
inline constexpr std::string_view chineseProse =
    "两国特使当天在江心岛上举行了长时间会谈，就下一阶段需要解决的问题列出了清单，并同意保持联系。\n"
    "双方都没有说明部长们是否会在本季度结束之前出访，会谈的气氛据说是坦率而友好的。\n";

} // namespace pages
