// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/exchange/collection.h"

#include <ostream>
#include <span>
#include <string_view>

namespace demarche::exchange {

/// A format that events can be written in.
struct Format {
  std::string_view name;        ///< as on the command line: `json`
  std::string_view extension;   ///< without the dot
  std::string_view description; ///< for menus and help, in English
  void (*write)(const Collection& collection, std::ostream& out);
};

/// All there are, in the order of menus.
[[nodiscard]] std::span<const Format> formats();

/// By name; the error says which there are.
[[nodiscard]] base::Result<const Format*> formatNamed(std::string_view name);

} // namespace demarche::exchange
