// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/event.h"

#include <cstddef>
#include <vector>

namespace demarche::bench {

/// As many events as wanted, the same ones every time: forty years, more in some than in others, dates from a
/// day to a year, every kind and status, one to three people out of a few hundred.
[[nodiscard]] std::vector<model::Event> madeEvents(std::size_t count);

} // namespace demarche::bench
