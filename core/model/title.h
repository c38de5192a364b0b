// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"

#include <string>

namespace demarche::model {

/// In English, from the fields alone: "Wang Yi meets Jake Sullivan, Vienna".
[[nodiscard]] std::string titleOf(const Event& event);

} // namespace demarche::model
