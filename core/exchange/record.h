// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace demarche::exchange {

/// An article in a stream of JSON lines: `{"source", "text"[, "html", "published"]}`.
struct Record {
  std::string source;
  std::string text;
  std::string html;      ///< read instead where there is no text
  std::string published; ///< ISO day or EDTF; empty when not told
};

[[nodiscard]] base::Result<Record> parseRecord(std::string_view jsonLine);

} // namespace demarche::exchange
