// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/store/given_dates.h"
#include "core/library/store/sqlite.h"

#include <string_view>

namespace demarche::library {

/// What the corrections in force say of the dates of the article with this text. Private to this room.
[[nodiscard]] GivenDates givenDates(const Connection& connection, std::string_view digest);

} // namespace demarche::library
