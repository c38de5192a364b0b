// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace demarche::library {

/// How names and words are compared: without case and accents, in simplified characters.
[[nodiscard]] std::u16string searchForm(std::u16string_view text);

} // namespace demarche::library
