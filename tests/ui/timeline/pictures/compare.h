// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

namespace demarche::ui {

/// How far two pictures are from each other for an eye that does not look at single pixels.
struct PictureDifference {
  double share = 1; ///< of pixels that differ; 1 for pictures of different sizes
  QImage shown;     ///< the wanted one, pale, with what differs in red
};
[[nodiscard]] PictureDifference compare(const QImage& wanted, const QImage& drawn);

} // namespace demarche::ui
