// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/library/store/sqlite.h"

#include <type_traits>

namespace demarche::library {

/// Where the room ends: what is thrown inside becomes a Result.
template <typename Work>
auto attempt(Work work) -> base::Result<decltype(work())> {
  try {
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (const DatabaseError& failed) {
    return tl::make_unexpected(failed.error());
  }
}

} // namespace demarche::library
