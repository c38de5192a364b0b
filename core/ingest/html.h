// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words of a saved web page, line by line, and what its markup says of them. Nothing is fetched.

#include "core/ingest/page.h"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::ingest {

struct HtmlPage {
  std::u16string text; ///< clean
  std::vector<SourceLine> lines;
  PageClaims claims;
  bool tooDeep = false; ///< what is nested too deeply was left out
};

/// The bytes of a text file look like an HTML document rather than plain text that mentions a tag.
[[nodiscard]] bool looksLikeHtml(std::u16string_view text);

/// Never fails: what is broken in a page is read as browsers would, or left out. O(n).
[[nodiscard]] HtmlPage parseHtml(std::string_view utf8);

} // namespace demarche::ingest
