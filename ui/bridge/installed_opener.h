// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/library_client.h"

namespace demarche::ui {

/// Opens libraries with the installed language packs and gazetteer.
[[nodiscard]] LibraryOpener installedOpener();

} // namespace demarche::ui
