// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace demarche::ui {

/// One of resources/icons, drawn in the palette's text colour, so that it can be seen in every theme.
[[nodiscard]] QIcon symbolicIcon(const QString& name, const QPalette& palette);

} // namespace demarche::ui
