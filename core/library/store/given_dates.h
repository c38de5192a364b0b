// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/edtf.h"

#include <optional>

namespace demarche::library {

/// What people said of an article's dates; absent where nobody did.
struct GivenDates {
  std::optional<time::Edtf> stated;
  std::optional<time::Edtf> written;
};

} // namespace demarche::library
