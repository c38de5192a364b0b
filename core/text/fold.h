// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace demarche::text {

/// The form in which language packs read a text: traditional characters as simplified (ICU's
/// Traditional-Simplified, single characters only, and some regional variants; 著 stays), full-width Latin,
/// digits and punctuation as half-width, typographic and corner quotes, dashes and spaces as their plain
/// forms, every dot between the parts of a name as U+00B7. Case is kept, and so are 。 and 、. fold(fold(x))
/// == fold(x). Every mapping is one UTF-16 unit to one, so a span of the folded text is the same span of the
/// original: no offset map is needed, and the result has exactly the length of `text`. O(n).
[[nodiscard]] std::u16string fold(std::u16string_view text);

/// One unit of it.
[[nodiscard]] char16_t fold(char16_t unit);

} // namespace demarche::text
