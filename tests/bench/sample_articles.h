// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/document.h"

#include <cstddef>
#include <string>
#include <vector>

namespace demarche::bench {

/// The articles of resources/samples, which every checkout has, so that figures of two machines are of the
/// same work. Ends the program with a message when there are none.
[[nodiscard]] const std::vector<model::Document>& sampleArticles();

/// Those in which most text is Chinese (of either script), or is not.
[[nodiscard]] std::vector<const model::Document*> sampleArticles(bool chinese);

/// Their size as a file would have it.
[[nodiscard]] std::size_t utf8Bytes(const std::vector<const model::Document*>& documents);

/// The texts of all of them, one after the other.
[[nodiscard]] std::u16string sampleText(bool chinese);

} // namespace demarche::bench
