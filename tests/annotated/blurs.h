// SPDX-License-Identifier: Apache-2.0
#pragma once

// Ways in which an account that was read hurriedly differs from the one that a careful reader gives.

#include "tests/annotated/annotated_articles.h"

#include <functional>
#include <string>
#include <vector>

namespace demarche::annotated {

struct Blur {
  std::string name;
  std::function<void(model::Event& account, const Set& set)> apply;
};
[[nodiscard]] const std::vector<Blur>& blurs();

/// The set with every third mention blurred, always the same ones.
[[nodiscard]] Set blurred(Set set, const Blur& blur);

} // namespace demarche::annotated
