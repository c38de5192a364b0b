// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which account each correction is about, as things stand: by its key while an account has it, then by what
// stands at its quote. Private to this room.

#include "core/library/store/sqlite.h"
#include "core/model/correction.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::library {

/// Looks again what these corrections are about: writes correction_target, and makes or takes away the
/// accounts that were added by hand. Gives the accounts (rows of `event`) that any of them was about before
/// or is about now.
std::vector<std::int64_t> retarget(Connection& connection, std::vector<std::string> ids);

/// Corrections anchored in this text, or in another text from its source.
[[nodiscard]] std::vector<std::string> correctionsAnchoredIn(const Connection& connection,
                                                             std::string_view digest);

/// Where the anchor's quote stands in the text: where it says, or where the quote with most of what stood
/// around it is found; of several the nearest. Empty when the text has no such words. O(length of the text).
[[nodiscard]] text::Span find(const model::Anchor& anchor, std::u16string_view text);

/// The anchor of a stretch of a text.
[[nodiscard]] model::Anchor anchorOf(std::u16string_view text, text::Span span, std::string_view digest,
                                     std::string_view source);

} // namespace demarche::library
