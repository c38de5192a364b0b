// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/document.h"
#include "core/time/edtf.h"

#include <string>
#include <vector>

namespace demarche::bench {

/// A sample article as somebody holds it in memory who wants its times.
struct DatedText {
  std::string utf8;
  time::Edtf written;       ///< the day of writing that relative dates are counted from
  model::Language language; ///< of its first block of Chinese; English when it has none
};

/// The sample articles of one language; see sampleArticles.
[[nodiscard]] std::vector<DatedText> datedTexts(bool chinese);

} // namespace demarche::bench
