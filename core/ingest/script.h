// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which language and script a text is in, by counting characters: enough for two languages that share none,
// and independent of what the page claims.

#include "core/model/document.h"

#include <string_view>

namespace demarche::ingest {

struct ScriptCount {
  int latin = 0; ///< letters of any script but Han
  int han = 0;
  int traditional = 0; ///< Han characters that only traditional text has
  int simplified = 0;  ///< Han characters that only simplified text has

  void add(const ScriptCount& other);
  [[nodiscard]] bool chinese() const;
  /// Absent script (as many of one as of the other) gives `unknown`, as does a text without letters.
  [[nodiscard]] model::Language language() const;
};

/// O(n).
[[nodiscard]] ScriptCount countScripts(std::u16string_view text);

} // namespace demarche::ingest
