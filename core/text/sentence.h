// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/text/span.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace demarche::text {

/// Words after which a full stop ends no sentence ("U.S", "Sept", "Mr"), lower case, without the stop.
using Abbreviations = std::unordered_set<std::u16string>;

/// Splits one block of text into sentences, without the white space around them; a closing quotation
/// mark or bracket stays with its sentence. Chinese and Western stops are both understood in any
/// language, since machine-translated pages mix them. "先生。 拜登" (a title parted from its name by a
/// machine) is two sentences here; who reads it mends that. O(n).
[[nodiscard]] std::vector<Span> sentences(std::u16string_view text, Span block,
                                          const Abbreviations& abbreviations);

} // namespace demarche::text
