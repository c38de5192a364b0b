// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/document.h"
#include "core/model/event.h"

#include <string>
#include <string_view>
#include <vector>

namespace demarche::model {

/// Where the day of writing comes from.
enum class WrittenBasis : std::uint8_t { unknown, stated, dateline, inferred, given };
[[nodiscard]] std::string_view code(WrittenBasis basis);
[[nodiscard]] std::optional<WrittenBasis> writtenBasisFromCode(std::string_view code);

/// When an article was really written, and why we think so.
struct DayOfWriting {
  time::Edtf date;
  WrittenBasis basis = WrittenBasis::unknown;
  std::string why; ///< one or two plain sentences, in English
  double confidence = 0;
};

/// Everything read from one article on its own.
struct Extraction {
  DayOfWriting written;               ///< of the first text on the page
  std::vector<DayOfWriting> sections; ///< of each text on the page, in order; never empty
  std::vector<Event> events;          ///< in order of their first passage
  std::vector<Event> doubted;         ///< candidates that were not believed; only where they were asked for
  std::vector<Diagnostic> diagnostics;
};

} // namespace demarche::model
