// SPDX-License-Identifier: Apache-2.0
#pragma once

// Titles beside names: whose they are.

#include "core/extract/people/mentions.h"

#include <cstdint>
#include <vector>

namespace demarche::extract {

/// An entry of the class covers exactly the token.
[[nodiscard]] bool tokenIs(const language::Reading& reading, std::int32_t token, language::ClassName cls);

/// Held an office of this title at some time, whether or not the text adds the country to it.
[[nodiscard]] bool holdsTitle(const language::Gazetteer& gazetteer, language::PersonId person,
                              const std::vector<language::OfficeId>& offices);

/// Joins titles, sides and bodies that stand directly before a name to it ("Chinese Foreign Minister Qian").
/// `drafts` ascend, those of one block. O(n).
void joinTitles(std::vector<MentionDraft>& drafts, const language::Reading& reading,
                const language::Gazetteer& gazetteer, const language::Grammar& grammar);

} // namespace demarche::extract
