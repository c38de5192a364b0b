// SPDX-License-Identifier: Apache-2.0
#pragma once

// From what a text calls people to who they are.

#include "core/extract/people/mentions.h"
#include "core/language/gazetteer.h"
#include "core/model/event.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace demarche::extract {

/// People and bodies as they are written down: titles become their holders on the day, "the two leaders" the
/// heads of both states, a country its government. `when` may be unknown.
[[nodiscard]] std::vector<model::Participant> participantsOf(const std::vector<const Mention*>& mentions,
                                                             const language::Gazetteer& gazetteer,
                                                             const std::optional<time::DayRange>& when,
                                                             const std::vector<language::PersonId>& cast);

/// A person takes part, of `side` where one is asked for.
[[nodiscard]] bool hasPerson(std::span<const model::Participant> people,
                             std::optional<model::Side> side = std::nullopt);
/// Somebody of the side does, if only its government.
[[nodiscard]] bool hasSide(std::span<const model::Participant> people, model::Side side);
/// The names of the persons; they live as long as `people`.
[[nodiscard]] std::vector<std::string_view> personsOf(std::span<const model::Participant> people);

} // namespace demarche::extract
