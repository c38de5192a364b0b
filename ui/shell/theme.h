// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/settings.h"

#include <QPalette>

namespace demarche::ui {

/// The colours of a theme; `system` is what the desktop says.
[[nodiscard]] QPalette paletteOf(ThemeChoice theme);

/// Gives the whole program this theme, now.
void applyTheme(ThemeChoice theme);

} // namespace demarche::ui
