// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/event_set.h"

namespace demarche::ui {

enum class TitleLanguage { english, chinese };

/// The events of the approved pictures: of every kind, status and precision, told by a few articles; sparse
/// before 1972, dense after, some hundred in May 2023 alone. The same ones every time.
[[nodiscard]] EventSetPtr picturedLibrary(TitleLanguage language);

} // namespace demarche::ui
