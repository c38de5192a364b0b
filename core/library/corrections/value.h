// SPDX-License-Identifier: Apache-2.0
#pragma once

// The values of corrections as the JSON texts that a library keeps. Private to this room.

#include "core/model/correction.h"

#include <string>
#include <string_view>

namespace demarche::library {

[[nodiscard]] std::string toJson(const model::CorrectionValue& value);
/// The value of a correction of this kind. Throws DatabaseError when the text is none.
[[nodiscard]] model::CorrectionValue valueFromJson(model::Change change, std::string_view json);
/// What the event has in the field that such a correction changes; nothing where it changes no field.
[[nodiscard]] model::CorrectionValue valueOf(const model::Event& event, model::Change change);
/// Gives the field the value. Precondition: isOfField(change), and the value is of that field's type.
void setValue(model::Event& event, model::Change change, const model::CorrectionValue& value);
/// The value is one that such a correction can have.
[[nodiscard]] bool fits(model::Change change, const model::CorrectionValue& value);

} // namespace demarche::library
