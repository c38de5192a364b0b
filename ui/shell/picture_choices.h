// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>
#include <QString>

namespace demarche::ui {

enum class PictureContent { view, all, stretch };
enum class PictureSize { screen, a4, a3, letter, fullHd, ultraHd, own };

/// What somebody wants of a picture of the timeline.
struct PictureChoices {
  PictureContent content = PictureContent::view;
  QString stretch; ///< as typed; kept also while another content is chosen
  PictureSize size = PictureSize::screen;
  QSize ownSize{1600, 900}; ///< pixels; kept likewise
  bool dark = false;
  bool legend = true;
  bool sources = true;
  QString ending = QStringLiteral("png"); ///< of the file: png, svg or pdf

  bool operator==(const PictureChoices&) const = default;
};

} // namespace demarche::ui
