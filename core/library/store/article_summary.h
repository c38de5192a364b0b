// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/document.h"
#include "core/model/extraction.h"

#include <optional>
#include <string>
#include <vector>

namespace demarche::library {

/// An article as lists and exports show it: everything but its text.
struct ArticleSummary {
  std::string source;
  std::string title;
  std::string digest;
  std::vector<model::Language> languages; ///< of what is read in it, the most frequent first
  std::optional<time::Edtf> stated;
  model::DayOfWriting written;
  bool superseded = false; ///< a newer text from the same source is there, and tells in its stead
};

[[nodiscard]] ArticleSummary summaryOf(const model::Document& document, const model::DayOfWriting& written);

} // namespace demarche::library
