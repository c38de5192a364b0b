// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace demarche::ui {

/// A name as the text of an entry of a menu, in which an ampersand marks the entry's key.
[[nodiscard]] inline QString asEntry(QString name) {
  return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace demarche::ui
