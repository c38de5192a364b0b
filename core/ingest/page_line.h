// SPDX-License-Identifier: Apache-2.0
#pragma once

// A line of a page and what it looks like on its own, before its neighbours are asked (page.h does that).

#include "core/ingest/labels.h"
#include "core/ingest/page_date.h"
#include "core/ingest/script.h"
#include "core/text/span.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::ingest {

/// What the markup of an HTML page says of a line; plain text says nothing.
enum class Hint : std::uint8_t {
  none,
  title,   ///< the page's main heading
  heading, ///< a heading below it
  byline,
  date,
  caption,
  navigation, ///< menus, headers and footers of the site, forms, buttons
  aside,      ///< beside the article
  links       ///< nothing but links
};

/// A line of the clean text.
struct SourceLine {
  text::Span span;
  Hint hint = Hint::none;
};

struct PageLine {
  text::Span span;
  Hint hint = Hint::none;
  bool gapBefore = false; ///< an empty line stands above it
  double weight = 0;
  ScriptCount script;
  LabelHit label;
  bool stops = false;    ///< ends as a sentence does
  bool prose = false;    ///< long enough and built like running text
  bool headline = false; ///< could be one
  bool menu = false;     ///< cells parted by bars or arrows
  bool item = false;     ///< begins with a bullet or a number
  std::vector<PageDate> dates;
  bool dateLine = false; ///< hardly anything but a date
  bool address = false;  ///< hardly anything but a web address
};

/// How much a text says: Han characters, and Latin letters three to one.
[[nodiscard]] double weightOf(std::u16string_view text);

/// Looks at every line of `text` on its own. O(n).
[[nodiscard]] std::vector<PageLine> lookAtLines(std::u16string_view text,
                                                const std::vector<SourceLine>& lines, const Labels& labels);

} // namespace demarche::ingest
