// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/correction.h"

#include <string>

namespace demarche::library {

/// A correction as it stands now.
struct LoggedCorrection {
  model::Correction correction;
  model::CorrectionState state = model::CorrectionState::applied;
  std::string account; ///< key of the account that it is about now; empty when there is none
};

} // namespace demarche::library
