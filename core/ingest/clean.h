// SPDX-License-Identifier: Apache-2.0
#pragma once

// Brings text into the one shape that the rest of the program relies on, without losing a word of it.

#include "core/text/span.h"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::ingest {

/// Line feeds only, at most one empty line between others, none at the ends; no white space at the ends of a
/// line; no control, byte order, soft hyphen, zero-width space or direction marks; tabs and exotic spaces as
/// plain ones (the ideographic space stays). Lines that a mail program or an old editor has broken at a fixed
/// width are joined. O(n).
[[nodiscard]] std::u16string cleanText(std::u16string_view text);

/// The non-empty lines of a clean text, in order.
[[nodiscard]] std::vector<text::Span> linesOf(std::u16string_view clean);

} // namespace demarche::ingest
