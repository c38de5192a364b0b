// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the gazetteer says of those whom a text names with a title, on a day on which it may have been
// written.

#include "core/extract/people/mentions.h"
#include "core/language/gazetteer.h"

#include <optional>

namespace demarche::extract {

/// The term is one of the office that the text gives the person; "the foreign minister" is that of either
/// side.
[[nodiscard]] bool isOfTitle(const language::Gazetteer& gazetteer, const language::Term& term,
                             const Mention& titled);

/// True, false, or nothing when the person held no office that the gazetteer knows.
[[nodiscard]] std::optional<bool> inOffice(const language::Gazetteer& gazetteer, const Mention& titled,
                                           time::DayRange when);

/// "The new ambassador": some months at most into the term.
[[nodiscard]] bool hasJustBegun(const language::Gazetteer& gazetteer, const Mention& titled, time::Day day);

} // namespace demarche::extract
