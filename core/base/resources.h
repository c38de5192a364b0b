// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

namespace demarche::base {

/// Where the language packs, the gazetteer and the samples lie: the first that exists of
/// $DEMARCHE_RESOURCES, `../share/demarche` beside the program, and the source tree it was built from.
/// Empty when there is none.
[[nodiscard]] std::filesystem::path installedResources();

/// The folders to read resources from, in order of precedence: the user's own
/// ($XDG_DATA_HOME/demarche, else ~/.local/share/demarche; only if it exists), then the installed ones.
[[nodiscard]] std::vector<std::filesystem::path> resourceFolders();

} // namespace demarche::base
