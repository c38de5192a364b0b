// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace demarche::library {

/// Two texts from one source are versions of one article, and not two that happen to bear one name, when a
/// good part of the shorter one stands word for word in the longer. O(n).
[[nodiscard]] bool areVersions(std::u16string_view a, std::u16string_view b);

} // namespace demarche::library
