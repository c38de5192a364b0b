// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/library/store/sqlite.h"

#include <string>
#include <vector>

namespace demarche::library {

/// After corrections were made or revoked, or their articles came, went or were read again: they find their
/// accounts, the stories of these are written again, and what has to be joined again is noted for settle().
/// Private to this room.
void settleCorrections(Connection& connection, const std::vector<std::string>& ids);

} // namespace demarche::library
