// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/span.h"
#include "core/time/edtf.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::model {

/// The language of a paragraph. Chinese is told by its script, since the two are read by one pack.
enum class Language : std::uint8_t { unknown, english, chineseSimplified, chineseTraditional };

/// BCP 47: `en`, `zh-Hans`, `zh-Hant`, `und`.
[[nodiscard]] std::string_view code(Language language);
[[nodiscard]] std::optional<Language> languageFromCode(std::string_view code);
[[nodiscard]] constexpr bool isChinese(Language language) {
  return language == Language::chineseSimplified || language == Language::chineseTraditional;
}

/// What a paragraph is to its page. Only `title`, `body` and `caption` are read for events.
enum class BlockRole : std::uint8_t {
  title,    ///< the article's own headline (also where the page repeats it)
  byline,   ///< who wrote or translated it
  dateline, ///< a line that only says when (and where) it was written or published
  body,
  caption,   ///< under a picture
  furniture, ///< menus, share bars, adverts, credits, comments, legal lines
  foreign    ///< another article glued on, or a teaser of one
};

[[nodiscard]] std::string_view code(BlockRole role);
[[nodiscard]] std::optional<BlockRole> blockRoleFromCode(std::string_view code);

/// A paragraph (a line that is not empty) of the clean text.
struct Block {
  text::Span span;
  BlockRole role = BlockRole::body;
  Language language = Language::unknown;
  /// Several texts on one page (a wire story, its translation): blocks of one text share a number,
  /// counted from 0 in reading order; reference times do not cross it.
  std::int32_t section = 0;
};

/// Something a reader could not make sense of; shown to the user, never fatal.
struct Diagnostic {
  std::string source;      ///< the article
  std::int32_t offset = 0; ///< UTF-16, in the clean text; 0 when it is about the whole
  std::string message;
};

/// A date that the page itself gives, and where it stands.
struct StatedDate {
  time::Edtf date;
  text::Span span;
};

/// An article's clean text with what its page says of it. Nothing is dropped from the text: furniture
/// and foreign blocks are marked, not cut.
struct Document {
  std::string source;        ///< file name or address it was read from
  std::u16string text;       ///< clean text: blocks parted by line feeds
  std::vector<Block> blocks; ///< in order, covering every non-empty line
  std::string title;         ///< UTF-8; empty when none was found
  std::string byline;
  std::optional<StatedDate> stated; ///< what the page claims as its day; a claim, not the truth
  std::string digest;               ///< 16 hexadecimal digits of the clean text (XXH3, 64 bits)
  std::vector<Diagnostic> diagnostics;
};

/// True for blocks whose sentences are read for events.
[[nodiscard]] constexpr bool isRead(BlockRole role) {
  return role == BlockRole::title || role == BlockRole::body || role == BlockRole::caption;
}

} // namespace demarche::model
