// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace demarche::ui {

// How cards over the timeline are set, as the rich text of tooltips. What they are given is rich text, too.

/// Of one width, whatever it tells.
[[nodiscard]] QString card(const QString& paragraphs);
[[nodiscard]] QString paragraph(const QString& text);
/// Less strong than the rest, in the colours of tooltips.
[[nodiscard]] QString dimmed(const QString& text);
/// As a code is written.
[[nodiscard]] QString asCode(const QString& text);

} // namespace demarche::ui
